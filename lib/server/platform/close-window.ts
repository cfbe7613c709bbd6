import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { addDays, plainDate } from '@/lib/calendar/plain-date'
import { writeAudit } from '../database/audit'
import { conflict, invalid, notFound } from '../input/errors'
import { date, id, text, version } from '../input/fields'
import { queueRecount } from './recount'
import { changeRegister, windowText } from './register-change'

export const closeWindowInput = z.strictObject({ id: id(), version: version(), until: date(), document: text(200) })

/**
 * Ends a platform's window earlier than it was to end. What was completed up to the new last day is left alone; what was completed after it
 * no longer counts: the ledgers of years that are not certified are rewritten in the background and their people told; certified years stay.
 */
export async function closeWindow(
  actor: Actor,
  { id: of, version: seen, until, document }: z.infer<typeof closeWindowInput>,
  { now }: { now: Date },
): Promise<{ id: string }> {
  return changeRegister(actor, async (tx, accountId) => {
    const row = await tx.platform.findUnique({ where: { id: of } })
    if (!row) throw notFound()
    if (row.version !== seen) throw conflict()
    const before = windowText(row)
    if (until < before.from) throw invalid({ until: { key: 'until_before_from' } })
    if (before.until !== null && until >= before.until) throw invalid({ until: { key: 'not_earlier', values: { until: before.until } } })
    await tx.platform.update({ where: { id: of }, data: { untilOn: new Date(until), document, version: { increment: 1 } } })
    const data = { before: { ...before, document: row.document }, after: { from: before.from, until, document } }
    await writeAudit(actor, { act: 'platform_close', subject: 'platform', subjectId: of, data }, now, tx)
    const courses = {
      code: row.code,
      subjects: row.subjects,
      from: addDays(plainDate(until), 1),
      until: before.until === null ? null : plainDate(before.until),
    }
    await queueRecount(tx, accountId, { platform: of, change: 'closed', ...courses }, now)
    return { id: of }
  })
}
