import { currentActor } from '@/lib/server/account/read-session'
import { isUuid } from '@/lib/server/database/ids'
import { writeTemplate } from '@/lib/server/roster/write-files'
import { currentLocale } from '@/lib/server/web/display'
import { workbookAnswer } from '@/lib/server/workbook/workbook-answer'

/** The workbook to fill in, for whoever reports the roster of this training. */
export async function GET(_request: Request, { params }: { params: Promise<{ filing: string }> }): Promise<Response> {
  const { filing } = await params
  if (!isUuid(filing)) return new Response(null, { status: 404 })
  return workbookAnswer(writeTemplate(await currentActor(), filing, await currentLocale()))
}
