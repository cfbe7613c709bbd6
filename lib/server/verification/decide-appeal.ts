import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { statesWhere } from '@/lib/workflow/ask'
import { db } from '../db'
import { choice, id, text, version } from '../fields'
import { decideObjectionAppeal } from '../objection/decide-objection-appeal'
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
  // Where an objection to it was upheld, the person's appeal is one act with the objection's, and so is the answer.
  const objection = await db.objection.findFirst({
    where: { recordId: input.record, appealedBy: 'person', state: { in: statesWhere('objection', 'blocking') } },
    select: { id: true },
  })
  if (objection) {
    await decideObjectionAppeal(actor, { objection: objection.id, verdict: outcome, finding }, { now })
    return { outcome }
  }
  await moveRecords(actor, [input.record], recordScope(actor, 'appeal_decide'), { event: outcome, finding, version }, now)
  return { outcome }
}
