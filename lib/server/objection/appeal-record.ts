import 'server-only'
import type { Actor } from '@/lib/access/types'
import { act } from '../consequence/act'
import { notFound } from '../input/errors'
import { loadForDecision } from '../record/load-for-decision'
import { recordSteps } from '../record/move-records'
import { recordScope } from '../record/scope'
import { recordAppealSteps } from './record-appeal-steps'

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
  const objections = await recordAppealSteps(actor, id, 'appeal', { reason }, now)
  const records = await recordSteps(actor, [record], { event: 'appeal', reason, version }, now)
  await act(actor, { steps: [...objections, ...records] }, now)
  return { id }
}
