import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { stateIs } from '@/lib/workflow/ask'
import { decide } from '@/lib/workflow/decide'
import { type Commit, commitTransitions } from '../commit'
import { notFound, refused } from '../errors'
import { id, secret, text } from '../fields'
import { planRecordMove } from '../record/move-records'
import { readWorkCalendar } from '../work-calendar'
import { objectionFacts } from './facts'
import { loadByCode, loadObjection, type ObjectionForDecision } from './load-objection'

export const appealByCodeInput = z.strictObject({ code: secret(60), reason: text(1000, { lines: true }) })
export const appealUpheldInput = z.strictObject({ objection: id(), reason: text(1000, { lines: true }) })

const NOTHING: Commit = { transitions: [] }

/** The objector's one appeal against a dismissal, to the level above; the record stops once more, unless it is registered by now. */
export async function appealObjection(
  actor: Actor,
  input: z.infer<typeof appealByCodeInput>,
  { now }: { now: Date },
): Promise<{ code: string }> {
  const objection = await loadByCode(input.code)
  const stops = stateIs('record', objection.record.state, 'publicity_board')
  const moves = stops
    ? await planRecordMove(
        actor,
        [objection.record],
        {
          event: 'object',
          reason: input.reason,
          facts: () => ({ objectionAppeal: true, contactConfirmed: true }),
          data: () => ({ objectionId: objection.id, appeal: true }),
        },
        now,
      )
    : NOTHING
  await commitAppeal(actor, objection, input.reason, 'objector', moves, now)
  return { code: input.code }
}

/** The person's one appeal where an objection to their record was upheld: the record's appeal and the objection's are one act. */
export async function appealUpheldObjection(
  actor: Actor,
  input: z.infer<typeof appealUpheldInput>,
  { now }: { now: Date },
): Promise<{ recordId: string }> {
  if (!actor.personId) throw notFound()
  const objection = await loadObjection({ id: input.objection, record: { personId: actor.personId } })
  const moves = await planRecordMove(actor, [objection.record], { event: 'appeal', reason: input.reason }, now)
  await commitAppeal(actor, objection, input.reason, 'person', moves, now)
  return { recordId: objection.recordId }
}

async function commitAppeal(
  actor: Actor,
  objection: ObjectionForDecision,
  reason: string,
  by: 'objector' | 'person',
  moves: Commit,
  now: Date,
): Promise<void> {
  const facts = { ...objectionFacts(actor, objection, now, await readWorkCalendar(), by === 'objector'), reason }
  const decision = decide('objection', objection.state, 'appeal', facts)
  if (!decision.ok) throw refused(decision.refusals)
  const set = { appealed_by: by, due_on: decision.due?.on ?? null, due_provisional: decision.due?.provisional ?? false }
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
          event: 'appeal',
          to: decision.to,
          reason,
          set,
        },
        ...moves.transitions,
      ],
    },
    now,
  )
}
