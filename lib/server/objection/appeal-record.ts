import 'server-only'
import type { Actor } from '@/lib/access/types'
import { notFound } from '../input/errors'
import { loadForDecision } from '../record/load-for-decision'
import { planRecordMove } from '../record/move-records'
import { recordScope } from '../record/scope'
import { commitTransitions } from '../transition/commit-transitions'
import { planRecordAppeal } from './plan-record-appeal'

/**
 * Once, within 15 working days: against an employer to the bureau, against a county to the city. Where an objection was upheld against the
 * record, it is appealed in the same act.
 */
export async function appealRecord(
  actor: Actor,
  { id, version, reason }: { id: string; version?: number; reason: string },
  { now }: { now: Date },
): Promise<{ id: string }> {
  const [record] = await loadForDecision([id], recordScope(actor, 'record_appeal'))
  if (!record) throw notFound()
  const moves = await planRecordMove(actor, [record], { event: 'appeal', reason, version }, now)
  const objections = await planRecordAppeal(actor, id, 'appeal', { reason }, now)
  await commitTransitions(actor, { ...moves, transitions: [...objections.transitions, ...moves.transitions] }, now)
  return { id }
}
