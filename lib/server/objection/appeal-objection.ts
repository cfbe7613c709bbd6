import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { decide } from '@/lib/workflow/decide'
import { isInGroup } from '@/lib/workflow/state-groups'
import { refused } from '../input/errors'
import { secret, text } from '../input/fields'
import { planRecordMove } from '../record/move-records'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import { type Commit, commitTransitions } from '../transition/commit-transitions'
import { OBJECTOR } from './code'
import { objectionFacts } from './facts'
import { loadByCode, type ObjectionForDecision } from './load-objection'

export const appealByCodeInput = z.strictObject({ code: secret(60), reason: text(1000, { lines: true }) })

const NOTHING: Commit = { transitions: [] }

/** The objector's one appeal against a dismissal, to the level above; the record stops once more, unless it is registered by now. */
export async function appealObjection(
  _actor: Actor,
  input: z.infer<typeof appealByCodeInput>,
  { now }: { now: Date },
): Promise<{ code: string }> {
  const objection = await loadByCode(input.code)
  const stops = isInGroup('record', objection.record.state, 'publicity_board')
  const moves = stops
    ? await planRecordMove(
        OBJECTOR,
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
  await commitAppeal(objection, input.reason, moves, now)
  return { code: input.code }
}

async function commitAppeal(objection: ObjectionForDecision, reason: string, moves: Commit, now: Date): Promise<void> {
  const facts = { ...objectionFacts(OBJECTOR, objection, now, await readWorkCalendar(), true), reason }
  const decision = decide('objection', objection.state, 'appeal', facts)
  if (!decision.ok) throw refused(decision.refusals)
  const set = { appealed_by: 'objector', due_on: decision.due?.on ?? null, due_provisional: decision.due?.provisional ?? false }
  await commitTransitions(
    OBJECTOR,
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
