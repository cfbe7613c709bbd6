import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import type { RecordEvent } from '@/lib/workflow/events'
import { countsHours, isInGroup } from '@/lib/workflow/state-groups'
import { act } from '../consequence/act'
import { choice, id, text } from '../input/fields'
import { employerScope } from '../publicity/scope'
import { recordSteps } from '../record/move-records'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import { loadObjection, type ObjectionForDecision } from './load-objection'
import { objectionContext } from './objection-context'
import { objectionStep } from './objection-step'
import { recordAppealSteps } from './record-appeal-steps'

export const APPEAL_VERDICTS = ['allow', 'refuse'] as const

export const decideObjectionAppealInput = z.strictObject({
  objection: id(),
  verdict: choice(APPEAL_VERDICTS),
  finding: text(1000, { lines: true }),
})

/**
 * The level above decides an appeal in the matter of an objection, and with it the record, in one act. The objector's appeal allowed: the
 * record is rejected, or revoked where it was registered meanwhile; the person's allowed: the record goes to the bureau for verification.
 */
export async function decideObjectionAppeal(
  actor: Actor,
  input: z.infer<typeof decideObjectionAppealInput>,
  { now }: { now: Date },
): Promise<{ id: string }> {
  const objection = await loadObjection({ id: input.objection, batch: { organization: employerScope(actor, 'appeal_decide') } })
  const { verdict, finding } = input
  if (objection.appealedBy === 'person') return answerPerson(actor, objection, input, now)
  const context = { ...objectionContext(actor, objection, now, await readWorkCalendar()), finding }
  const answer = objectionStep(objection, {
    event: verdict,
    context,
    set: { finding, decided_at: now },
    template: 'objection_appeal_decided',
  })
  const event = recordEvent(objection, verdict)
  const { openObjections, decidedBy, decidedByActor } = context
  const records = event
    ? await recordSteps(
        actor,
        [objection.record],
        {
          event,
          finding,
          reason: event === 'revoke' ? finding : null,
          context: () => ({ objectionAppeal: true, openObjections, decidedBy, decidedByActor }),
          data: () => ({ objectionId: objection.id }),
        },
        now,
      )
    : []
  await act(actor, { steps: [answer, ...records] }, now)
  return { id: objection.id }
}

/** The answer to the person goes to every objection that brought the record down, and to the record where it still waits for it. */
async function answerPerson(
  actor: Actor,
  { id: objectionId, record }: ObjectionForDecision,
  { verdict, finding }: z.infer<typeof decideObjectionAppealInput>,
  now: Date,
): Promise<{ id: string }> {
  const answers = await recordAppealSteps(actor, record.id, verdict, { finding }, now)
  const waits = isInGroup('record', record.state, 'awaiting_appeal_decision')
  const records = waits ? await recordSteps(actor, [record], { event: verdict, finding, data: () => ({ objectionId }) }, now) : []
  await act(actor, { steps: [...answers, ...records] }, now)
  return { id: objectionId }
}

/** What becomes of the record on the objector's appeal; null where it has gone another way meanwhile. */
function recordEvent(objection: ObjectionForDecision, verdict: (typeof APPEAL_VERDICTS)[number]): RecordEvent | null {
  const { state } = objection.record
  if (isInGroup('record', state, 'awaiting_finding')) return verdict === 'allow' ? 'uphold' : 'dismiss'
  return verdict === 'allow' && countsHours(state) ? 'revoke' : null
}
