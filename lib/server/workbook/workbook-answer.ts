import 'server-only'
import { ExpectedError } from '../input/errors'

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A workbook as a download; what the actor may not have is not there. */
export async function workbookAnswer(making: Promise<{ name: string; bytes: Buffer }>): Promise<Response> {
  try {
    const { name, bytes } = await making
    return new Response(new Uint8Array(bytes), {
      headers: {
        'content-type': TYPE,
        'content-length': String(bytes.byteLength),
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()]/g, escape)}`,
        'content-security-policy': "sandbox; default-src 'none'",
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      },
    })
  } catch (error) {
    if (error instanceof ExpectedError) return new Response(null, { status: 404 })
    throw error
  }
}
