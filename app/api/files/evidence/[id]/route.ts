import { ExpectedError } from '@/lib/server/errors'
import { getFile } from '@/lib/server/files/store'
import { readEvidence } from '@/lib/server/record/read-evidence'
import { currentActor } from '@/lib/server/session'

const ID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/

/** A proof for whoever may see its record: as an attachment that may do nothing in the site's name. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params
  if (!ID.test(id)) return new Response(null, { status: 404 })
  try {
    const { storageKey, fileName, mediaType, bytes } = await readEvidence(await currentActor(), id)
    return new Response(getFile(storageKey), {
      headers: {
        'content-type': mediaType,
        'content-length': String(bytes),
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
