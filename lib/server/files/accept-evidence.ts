import 'server-only'
import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'

export const MAX_BYTES = 10 * 1024 * 1024
/** 50 megapixels: more than any phone's usual photo, less than what would fill the memory. */
const MAX_PIXELS = 50_000_000

export const FILE_PROBLEMS = ['file_empty', 'file_size', 'file_type', 'file_pixels', 'file_broken', 'file_many', 'file_none'] as const
export type FileProblem = (typeof FILE_PROBLEMS)[number]

export type Accepted =
  | { ok: true; bytes: Uint8Array; mediaType: 'application/pdf' | 'image/jpeg' | 'image/png' }
  | { ok: false; problem: FileProblem }

/**
 * Whether the bytes are a proof we take: a PDF, a JPEG or a PNG by content, whatever the name says. Photos are drawn anew, so that the place
 * and time a phone writes into them, and anything hidden behind the picture, do not come along.
 */
export async function acceptEvidence(bytes: Uint8Array): Promise<Accepted> {
  if (bytes.byteLength === 0) return { ok: false, problem: 'file_empty' }
  if (bytes.byteLength > MAX_BYTES) return { ok: false, problem: 'file_size' }
  const type = await fileTypeFromBuffer(bytes)
  if (type?.mime === 'application/pdf') {
    const tail = Buffer.from(bytes.subarray(Math.max(0, bytes.byteLength - 2048))).toString('latin1')
    return tail.includes('%%EOF') ? { ok: true, bytes, mediaType: 'application/pdf' } : { ok: false, problem: 'file_broken' }
  }
  if (type?.mime === 'image/jpeg' || type?.mime === 'image/png') return drawAnew(bytes, type.mime)
  return { ok: false, problem: 'file_type' }
}

async function drawAnew(bytes: Uint8Array, mediaType: 'image/jpeg' | 'image/png'): Promise<Accepted> {
  try {
    const image = sharp(bytes, { failOn: 'error', limitInputPixels: false })
    const { width, height } = await image.metadata()
    if (width * height > MAX_PIXELS) return { ok: false, problem: 'file_pixels' }
    const upright = image.autoOrient()
    const drawn = await (mediaType === 'image/jpeg' ? upright.jpeg({ quality: 88 }) : upright.png()).toBuffer()
    return drawn.byteLength > MAX_BYTES ? { ok: false, problem: 'file_size' } : { ok: true, bytes: drawn, mediaType }
  } catch {
    return { ok: false, problem: 'file_broken' }
  }
}
