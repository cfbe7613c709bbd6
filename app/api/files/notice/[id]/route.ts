import { currentActor } from '@/lib/server/account/read-session'
import { isUuid } from '@/lib/server/database/ids'
import { ExpectedError } from '@/lib/server/input/errors'
import { renderNotice } from '@/lib/server/print/render-notice'
import { readNotice } from '@/lib/server/publicity/read-notice'
import { currentLocale } from '@/lib/server/web/display'

/** The notice of a batch as PDF, for whoever may see the batch in their office. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params
  if (!isUuid(id)) return new Response(null, { status: 404 })
  try {
    const notice = await readNotice(await currentActor(), id, await currentLocale())
    const pdf = await renderNotice(notice)
    return new Response(new Uint8Array(pdf), {
      headers: {
        'content-type': 'application/pdf',
        'content-disposition': `inline; filename="notice-${notice.year}-${notice.number}.pdf"`,
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
