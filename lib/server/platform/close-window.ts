import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { plainDate } from '@/lib/calendar/plain-date'
import { writeAudit } from '../audit'
import { commitTransitions, withFreshLedgers } from '../commit'
import { conflict, invalid, notFound } from '../errors'
import { date, id, text, version } from '../fields'
import { notificationsOf } from '../notification/notifications-of'
import { loadForDecision } from '../record/load-for-decision'
import { ledgerConsequences } from '../year/ledger-consequences'
import { changeRegister, windowText } from './register-change'
import { type Ending, registeredAfter } from './touched'

export const closeWindowInput = z.strictObject({ id: id(), version: version(), until: date(), document: text(200) })

const AT_ONCE = 200

/**
 * Ends a platform's window earlier than it was to end. What was completed up to the new last day is left alone; what was completed after it
 * no longer counts: the ledgers of years that are not certified are rewritten and their people told; certified years stay as they are.
 */
export async function closeWindow(
  actor: Actor,
  { id: of, version: seen, until, document }: z.infer<typeof closeWindowInput>,
  { now }: { now: Date },
): Promise<{ id: string }> {
  const ending = await changeRegister(actor, async (tx): Promise<Ending> => {
    const row = await tx.platform.findUnique({ where: { id: of } })
    if (!row) throw notFound()
    if (row.version !== seen) throw conflict()
    const before = windowText(row)
    if (until < before.from) throw invalid({ until: { key: 'until_before_from' } })
    if (before.until !== null && until >= before.until) throw invalid({ until: { key: 'not_earlier', values: { until: before.until } } })
    await tx.platform.update({ where: { id: of }, data: { untilOn: new Date(until), document, version: { increment: 1 } } })
    const data = { before: { ...before, document: row.document }, after: { from: before.from, until, document } }
    await writeAudit(actor, { act: 'platform_close', subject: 'platform', subjectId: of, data }, now, tx)
    return { code: row.code, subjects: row.subjects, ...before, last: plainDate(until) }
  })
  const ids = await registeredAfter(ending)
  for (let at = 0; at < ids.length; at += AT_ONCE) await recount(actor, ids.slice(at, at + AT_ONCE), now)
  return { id: of }
}

/** By the rules as they are now; what is requested and falls below its minimum is open again. */
async function recount(actor: Actor, ids: readonly string[], now: Date): Promise<void> {
  await withFreshLedgers(async () => {
    const records = await loadForDecision(ids, {})
    const changes = records.map((record) => ({ record, registered: true, effects: [], change: {} }))
    const consequences = await ledgerConsequences(actor, changes, null, now)
    const told = records.flatMap(({ personId, id: recordId, title, category, year }) =>
      notificationsOf(['notify_person'], 'reopen', { personId, recordId, title, category, year }, now).map((row) => ({
        ...row,
        kind: 'platform_closed',
      })),
    )
    const inserts = { ...consequences.inserts, notification: [...(consequences.inserts.notification ?? []), ...told] }
    await commitTransitions(actor, { ...consequences, inserts }, now)
  })
}
