import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { act } from '../consequence/act'
import { notFound } from '../input/errors'
import { choice, id, text, version } from '../input/fields'
import { loadForDecision } from '../record/load-for-decision'
import { recordSteps } from '../record/move-records'
import { recordScope } from '../record/scope'
import { recordAppealSteps } from './record-appeal-steps'

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
  const objections = await recordAppealSteps(actor, record.id, outcome, { finding }, now)
  const records = await recordSteps(actor, [record], { event: outcome, finding, version }, now)
  await act(actor, { steps: [...objections, ...records] }, now)
  return { outcome }
}
