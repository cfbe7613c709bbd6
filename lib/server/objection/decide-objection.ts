import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { statesIn } from '@/lib/workflow/state-groups'
import { act } from '../consequence/act'
import { db } from '../database/db'
import { choice, id, text } from '../input/fields'
import { employerScope } from '../publicity/scope'
import { recordSteps } from '../record/move-records'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import { loadObjection, type ObjectionForDecision } from './load-objection'
import { objectionContext } from './objection-context'
import { objectionStep } from './objection-step'

export const VERDICTS = ['dismiss', 'uphold'] as const

export const decideObjectionInput = z.strictObject({ objection: id(), verdict: choice(VERDICTS), finding: text(1000, { lines: true }) })

/**
 * The finding on an objection: by the unit within 15 working days, then by the bureau; never on what concerns oneself. Dismissed, the record
 * goes on as it stood; upheld, it is rejected, and with it every other objection to it that waited for a finding is upheld.
 */
export async function decideObjection(
  actor: Actor,
  input: z.infer<typeof decideObjectionInput>,
  { now }: { now: Date },
): Promise<{ id: string }> {
  const objection = await loadObjection({ id: input.objection, batch: { organization: employerScope(actor, 'objection_decide') } })
  const calendar = await readWorkCalendar()
  const { verdict, finding } = input
  const others = verdict === 'uphold' ? await otherObjections(objection) : []
  const findings = [objection, ...others].map((one) =>
    objectionStep(one, {
      event: verdict,
      context: { ...objectionContext(actor, one, now, calendar), finding },
      set: { finding, decided_at: now },
      template: 'objection_decided',
    }),
  )
  const { openObjections, enteredByActor } = objectionContext(actor, objection, now, calendar)
  const records = await recordSteps(
    actor,
    [objection.record],
    {
      event: verdict,
      finding,
      context: () => ({ openObjections: openObjections ?? 0, enteredByActor, decidedByActor: false }),
      data: () => ({ objectionId: objection.id }),
    },
    now,
  )
  await act(actor, { steps: [...findings, ...records] }, now)
  return { id: objection.id }
}

async function otherObjections(objection: ObjectionForDecision): Promise<ObjectionForDecision[]> {
  const others = await db.objection.findMany({
    where: { recordId: objection.recordId, id: { not: objection.id }, state: { in: statesIn('objection', 'awaiting_finding') } },
    select: { id: true },
  })
  return Promise.all(others.map((other) => loadObjection({ id: other.id })))
}
