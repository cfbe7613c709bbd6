import 'server-only'
import { createInflateRaw } from 'node:zlib'

/** What an xlsx file may unpack to, and into how many parts: a roster of ten thousand rows comes to about 5 MB in a dozen. */
const MAX_UNPACKED = 128 * 1024 * 1024
const MAX_PARTS = 300

export interface Looked {
  /** Rows of the sheet that has the most. */
  rows: number
  /** The first merged cells, as Excel names them (`A5:A6`). */
  merged: string | null
}
export type ArchiveProblem = 'broken' | 'bomb'

interface Part {
  name: string
  method: number
  packed: Uint8Array
}

/**
 * Unpacks every part of the archive without keeping it, so that what it really comes to is known before anything parses it: the sizes an
 * archive declares are its own word. Counts the rows of its sheets and looks for merged cells on the way.
 */
export async function lookIntoArchive(bytes: Uint8Array): Promise<Looked | ArchiveProblem> {
  const parts = partsOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  if (parts === null || !parts.some(({ name }) => name === 'xl/workbook.xml')) return 'broken'
  if (parts.length > MAX_PARTS) return 'bomb'
  const looked: Looked = { rows: 0, merged: null }
  let left = MAX_UNPACKED
  for (const part of parts) {
    const sheet = /^xl\/worksheets\/[^/]+\.xml$/.test(part.name) ? sheetCounter() : null
    try {
      for await (const piece of unpacked(part)) {
        left -= piece.byteLength
        if (left < 0) return 'bomb'
        sheet?.take(piece)
      }
    } catch {
      return 'broken'
    }
    if (sheet) {
      looked.rows = Math.max(looked.rows, sheet.rows)
      looked.merged ??= sheet.merged
    }
  }
  return looked
}

function unpacked({ method, packed }: Part): AsyncIterable<Uint8Array> | Iterable<Uint8Array> {
  if (method === 0) return [packed]
  if (method !== 8) throw new RangeError('an unknown way of packing')
  const inflate = createInflateRaw()
  inflate.end(packed)
  return inflate
}

/** Counts in pieces as they come; a tag may lie across two of them. */
function sheetCounter() {
  let tail = ''
  const counter = {
    rows: 0,
    merged: null as string | null,
    take(piece: Uint8Array): void {
      const text = tail + Buffer.from(piece).toString('latin1')
      const end = text.lastIndexOf('<')
      const whole = end > 0 && !text.includes('>', end) ? text.slice(0, end) : text
      tail = text.slice(whole.length)
      counter.rows += whole.match(/<(?:\w+:)?row[\s/>]/g)?.length ?? 0
      counter.merged ??= /<(?:\w+:)?mergeCell\s[^>]*ref="([A-Z0-9:]{1,30})"/.exec(whole)?.[1] ?? null
    },
  }
  return counter
}

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const ENCRYPTED = 1
const UNKNOWN_SIZE = 0xffffffff

/** The archive's parts by its central directory; null where it is none, is encrypted, or is of the large kind that no roster needs. */
function partsOf(file: Buffer): Part[] | null {
  const end = endOf(file)
  if (end === null) return null
  const count = file.readUInt16LE(end + 10)
  const parts: Part[] = []
  let at = file.readUInt32LE(end + 16)
  for (let index = 0; index < count && parts.length <= MAX_PARTS; index += 1) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== ENTRY) return null
    const [packed, local] = [file.readUInt32LE(at + 20), file.readUInt32LE(at + 42)]
    const [name, extra, comment] = [file.readUInt16LE(at + 28), file.readUInt16LE(at + 30), file.readUInt16LE(at + 32)]
    if (packed === UNKNOWN_SIZE || (file.readUInt16LE(at + 8) & ENCRYPTED) !== 0) return null
    if (local + 30 > file.length || file.readUInt32LE(local) !== LOCAL) return null
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    if (start + packed > file.length) return null
    parts.push({
      name: file.toString('utf8', at + 46, at + 46 + name).replace(/^\//, ''),
      method: file.readUInt16LE(at + 10),
      packed: file.subarray(start, start + packed),
    })
    at += 46 + name + extra + comment
  }
  return parts
}

/** Where the central directory says it ends: behind it at most a comment of 64 KB. */
function endOf(file: Buffer): number | null {
  const first = Math.max(0, file.length - 22 - 0xffff)
  for (let at = file.length - 22; at >= first; at -= 1) if (file.readUInt32LE(at) === END) return at
  return null
}
