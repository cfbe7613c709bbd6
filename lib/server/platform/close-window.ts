import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { addDays } from '@/lib/calendar/plain-date'
import { writeAudit } from '../database/audit'
import { runOnce } from '../database/statement'
import { invalid } from '../input/errors'
import { date, id, text, version } from '../input/fields'
import { queueRecount } from './recount'
import { changeRegister, windowForChange } from './register-change'

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
  return changeRegister(actor, async (on, accountId) => {
    const { code, subjects, from, until: last, document: basis } = await windowForChange(on, of, seen)
    if (until < from) throw invalid({ until: { key: 'until_before_from' } })
    if (last !== null && until >= last) throw invalid({ until: { key: 'not_earlier', values: { until: last } } })
    await runOnce(
      (db) =>
        db
          .updateTable('platform')
          .set((eb) => ({ until_on: until, document, version: eb('version', '+', 1) }))
          .where('id', '=', of),
      on,
    )
    const data = { before: { from, until: last, document: basis }, after: { from, until, document } }
    await writeAudit(actor, { act: 'platform_close', subject: 'platform', subjectId: of, data }, now, on)
    await queueRecount(on, accountId, { platform: of, change: 'closed', code, subjects, from: addDays(until, 1), until: last }, now)
    return { id: of }
  })
}
