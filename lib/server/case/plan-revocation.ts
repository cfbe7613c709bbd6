import 'server-only'
import type { Actor } from '@/lib/access/types'
import { db } from '../database/db'
import { forbidden, invalid } from '../input/errors'
import { loadForDecision } from '../record/load-for-decision'
import { planRecordMove } from '../record/move-records'
import { recordScope } from '../record/scope'
import type { Commit } from '../transition/commit-transitions'

/** The record is not the person's: its hours go, with the year's certificate, as by any revocation (M20). */
export async function planRevocation(
  actor: Actor,
  recordId: string,
  finding: string,
  now: Date,
): Promise<{ commit: Commit; about: { title: string } }> {
  const [record] = await loadForDecision([recordId], recordScope(actor, 'record_revoke'))
  if (!record) throw forbidden()
  const commit = await planRecordMove(actor, [record], { event: 'revoke', reason: finding, finding }, now)
  return { commit, about: { title: record.title } }
}

/** An answer that it was corrected, of a record that was not, would say what is not so. */
export async function requireCorrected(recordId: string, since: Date): Promise<void> {
  const corrected = await db.event.findFirst({
    where: { stream: 'record', streamId: recordId, event: 'correct', at: { gte: since } },
    select: { id: true },
  })
  if (!corrected) throw invalid({ outcome: { key: 'not_corrected' } })
}
