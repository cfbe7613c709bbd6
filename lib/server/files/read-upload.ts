import 'server-only'

/** What a browser may send beside its files, and what is read away unseen so that it hears the answer rather than a broken connection. */
const READ_AWAY = 100 * 1024 * 1024

/**
 * A form with files, read no further than `most` bytes: null where it is longer. Past the bound nothing is kept; the rest is read away up
 * to 100 MB, then the connection is dropped. Throws where the body is no form.
 */
export async function readUpload(request: Request, most: number): Promise<FormData | null> {
  const reader = request.body?.getReader()
  if (!reader) return new FormData()
  const parts: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    length += value.byteLength
    if (length <= most) parts.push(new Uint8Array(value))
    else parts.length = 0
    if (length > READ_AWAY) {
      await reader.cancel()
      return null
    }
  }
  if (length > most) return null
  return new Response(new Blob(parts), { headers: { 'content-type': request.headers.get('content-type') ?? '' } }).formData()
}
