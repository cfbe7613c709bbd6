import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { notFound } from '../input/errors'
import { choice, id, text, version } from '../input/fields'
import { loadForDecision } from '../record/load-for-decision'
import { planRecordMove } from '../record/move-records'
import { recordScope } from '../record/scope'
import { commitTransitions } from '../transition/commit-transitions'
import { planRecordAppeal } from './plan-record-appeal'

export const decideAppealInput = z.strictObject({
  record: id(),
  version: version(),
  outcome: choice(['allow', 'refuse']),
  finding: text(1000, { lines: true }),
})

/**
 * The level above answers an appeal: allowed, the record goes on (to verification, or registered again); refused, that is final. Where an
 * objection brought the record down, the answer is the objection's too.
 */
export async function decideAppeal(
  actor: Actor,
  input: z.infer<typeof decideAppealInput>,
  { now }: { now: Date },
): Promise<{ outcome: 'allow' | 'refuse' }> {
  const { outcome, finding, version } = input
  const [record] = await loadForDecision([input.record], recordScope(actor, 'appeal_decide'))
  if (!record) throw notFound()
  const moves = await planRecordMove(actor, [record], { event: outcome, finding, version }, now)
  const objections = await planRecordAppeal(actor, record.id, outcome, { finding }, now)
  await commitTransitions(
    actor,
    {
      ...moves,
      transitions: [...objections.transitions, ...moves.transitions],
      inserts: { ...moves.inserts, ...objections.inserts },
    },
    now,
  )
  return { outcome }
}
