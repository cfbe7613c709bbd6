import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { decide } from '@/lib/workflow/decide'
import { forbidden, refused } from '../input/errors'
import { id, secret } from '../input/fields'
import { employerScope } from '../publicity/scope'
import { planRecordMove } from '../record/move-records'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import { commitTransitions } from '../transition/commit-transitions'
import { OBJECTOR } from './code'
import { objectionFacts } from './facts'
import { loadByCode, loadObjection, type ObjectionForDecision } from './load-objection'

export const confirmByCodeInput = z.strictObject({ code: secret(60) })
export const confirmByCallInput = z.strictObject({ objection: id() })

/** The objector opened the link in the mail: the objection stands and stops its record; a finding is due in 15 working days. */
export async function confirmObjectionContact(
  _actor: Actor,
  input: z.infer<typeof confirmByCodeInput>,
  { now }: { now: Date },
): Promise<{ code: string }> {
  const objection = await loadByCode(input.code)
  if (objection.contactKind !== 'email') throw forbidden() // the code was shown, not sent: it says nothing about the number
  await standUp(OBJECTOR, objection, now)
  return { code: input.code }
}

/** The unit's officer, or the bureau, has reached the objector at the phone number they gave. */
export async function confirmObjectionByCall(
  actor: Actor,
  input: z.infer<typeof confirmByCallInput>,
  { now }: { now: Date },
): Promise<{ id: string }> {
  const objection = await loadObjection({ id: input.objection, batch: { organization: employerScope(actor, 'objection_decide') } })
  if (objection.contactKind !== 'phone') throw forbidden()
  if (actor.personId === objection.record.personId) throw refused([{ code: 'own_record', detail: {} }])
  await standUp(actor, objection, now)
  return { id: objection.id }
}

async function standUp(actor: Actor, objection: ObjectionForDecision, now: Date): Promise<void> {
  const facts = { ...objectionFacts(actor, objection, now, await readWorkCalendar(), true), contactConfirmed: true }
  const decision = decide('objection', objection.state, 'confirm_contact', facts)
  if (!decision.ok) throw refused(decision.refusals)
  const moves = await planRecordMove(
    actor,
    [objection.record],
    {
      event: 'object',
      reason: objection.reason,
      facts: () => ({ contactConfirmed: true, raisedOn: objection.raisedOn, periodEndsOn: facts.periodEndsOn }),
      data: () => ({ objectionId: objection.id }),
    },
    now,
  )
  // A further objection waits with its record: until the same day.
  const due = moves.transitions.find((transition) => transition.machine === 'record')
  const set = due && 'set' in due ? { due_on: due.set?.due_on, due_provisional: due.set?.due_provisional } : {}
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
          event: 'confirm_contact',
          to: decision.to,
          set: { ...set, confirmed_at: now },
        },
        ...moves.transitions,
      ],
    },
    now,
  )
}
