import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { choice, id, text, version } from '../fields'
import { moveRecords } from '../record/move-records'
import { recordScope } from '../record/scope'

export const decideAppealInput = z.strictObject({
  record: id(),
  version: version(),
  outcome: choice(['allow', 'refuse']),
  finding: text(1000, { lines: true }),
})

/** The level above answers an appeal: allowed, the record goes on (to verification, or registered again); refused, that is final. */
export async function decideAppeal(
  actor: Actor,
  input: z.infer<typeof decideAppealInput>,
  { now }: { now: Date },
): Promise<{ outcome: 'allow' | 'refuse' }> {
  const { outcome, finding, version } = input
  await moveRecords(actor, [input.record], recordScope(actor, 'appeal_decide'), { event: outcome, finding, version }, now)
  return { outcome }
}
