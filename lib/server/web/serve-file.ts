import 'server-only'
import type { Actor } from '@/lib/access/types'
import { currentActor } from '../account/read-session'
import { isUuid } from '../database/ids'
import { getFile } from '../files/store'
import type { StoredFile } from '../files/stored-file'
import { ExpectedError } from '../input/errors'

/** A stored file for whoever `read` gives it to: as an attachment that may do nothing in the site's name. */
export async function serveFile(id: string, read: (actor: Actor, id: string) => Promise<StoredFile>): Promise<Response> {
  if (!isUuid(id)) return new Response(null, { status: 404 })
  try {
    const { storageKey, fileName, mediaType, bytes, drawn } = await read(await currentActor(), id)
    return new Response(drawn ? new Uint8Array(drawn) : getFile(storageKey), {
      headers: {
        'content-type': mediaType,
        'content-length': String(drawn?.byteLength ?? bytes),
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName).replace(/['()]/g, escape)}`,
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
