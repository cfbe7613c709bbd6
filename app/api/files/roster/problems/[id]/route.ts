import { currentActor } from '@/lib/server/account/read-session'
import { isUuid } from '@/lib/server/database/ids'
import { writeProblems } from '@/lib/server/roster/write-files'
import { currentLocale } from '@/lib/server/web/display'
import { workbookAnswer } from '@/lib/server/workbook/workbook-answer'

/** What has to be put right in a draft, for whoever reports it. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params
  if (!isUuid(id)) return new Response(null, { status: 404 })
  return workbookAnswer(writeProblems(await currentActor(), id, await currentLocale()))
}
