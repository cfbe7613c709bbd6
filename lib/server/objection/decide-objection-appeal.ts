import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { decide } from '@/lib/workflow/decide'
import type { RecordEvent } from '@/lib/workflow/events'
import { countsHours, isInGroup } from '@/lib/workflow/state-groups'
import { refused } from '../input/errors'
import { choice, id, text } from '../input/fields'
import { employerScope } from '../publicity/scope'
import { planRecordMove } from '../record/move-records'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import { type Commit, commitTransitions } from '../transition/commit-transitions'
import { mailValues } from './decide-objection'
import { objectionFacts } from './facts'
import { loadObjection, type ObjectionForDecision } from './load-objection'
import { mailTo } from './mail'
import { planRecordAppeal } from './plan-record-appeal'

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
  const facts = { ...objectionFacts(actor, objection, now, await readWorkCalendar()), finding }
  const decision = decide('objection', objection.state, verdict, facts)
  if (!decision.ok) throw refused(decision.refusals)
  const event = recordEvent(objection, verdict)
  const moves: Commit = event
    ? await planRecordMove(
        actor,
        [objection.record],
        {
          event,
          finding,
          reason: event === 'revoke' ? finding : null,
          facts: () => ({
            objectionAppeal: true,
            openObjections: facts.openObjections ?? 0,
            decidedBy: facts.decidedBy ?? null,
            decidedByActor: facts.decidedByActor ?? false,
          }),
          data: () => ({ objectionId: objection.id }),
        },
        now,
      )
    : { transitions: [] }
  const outbox = mailTo(objection, 'objection_appeal_decided', mailValues(objection, verdict, finding), now)
  await commitTransitions(
    actor,
    {
      ...moves,
      transitions: [
        {
          machine: 'objection',
          id: objection.id,
          from: objection.state,
          version: objection.version,
          event: verdict,
          to: decision.to,
          reason: finding,
          set: { finding, decided_at: now, due_on: null, due_provisional: false },
        },
        ...moves.transitions,
      ],
      inserts: { ...moves.inserts, outbox },
    },
    now,
  )
  return { id: objection.id }
}

/** The answer to the person goes to every objection that brought the record down, and to the record where it still waits for it. */
async function answerPerson(
  actor: Actor,
  { id: objectionId, record }: ObjectionForDecision,
  { verdict, finding }: z.infer<typeof decideObjectionAppealInput>,
  now: Date,
): Promise<{ id: string }> {
  const answers = await planRecordAppeal(actor, record.id, verdict, { finding }, now)
  const moves: Commit = isInGroup('record', record.state, 'awaiting_appeal_decision')
    ? await planRecordMove(actor, [record], { event: verdict, finding, data: () => ({ objectionId }) }, now)
    : { transitions: [] }
  const transitions = [...answers.transitions, ...moves.transitions]
  await commitTransitions(actor, { ...moves, transitions, inserts: { ...moves.inserts, ...answers.inserts } }, now)
  return { id: objectionId }
}

/** What becomes of the record on the objector's appeal; null where it has gone another way meanwhile. */
function recordEvent(objection: ObjectionForDecision, verdict: (typeof APPEAL_VERDICTS)[number]): RecordEvent | null {
  const { state } = objection.record
  if (isInGroup('record', state, 'awaiting_finding')) return verdict === 'allow' ? 'uphold' : 'dismiss'
  return verdict === 'allow' && countsHours(state) ? 'revoke' : null
}
