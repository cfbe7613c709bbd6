import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { decide } from '@/lib/workflow/decide'
import { act } from '../consequence/act'
import { forbidden, refused } from '../input/errors'
import { id, secret } from '../input/fields'
import { employerScope } from '../publicity/scope'
import { type RecordMove, recordSteps } from '../record/move-records'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import { OBJECTOR } from './code'
import { loadByCode, loadObjection, type ObjectionForDecision } from './load-objection'
import { objectionContext } from './objection-context'
import { objectionStep } from './objection-step'

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
  await confirmContact(OBJECTOR, objection, now)
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
  await confirmContact(actor, objection, now)
  return { id: objection.id }
}

/** The objection is open, and its record stops. A further objection waits with its record: until the same day. */
async function confirmContact(actor: Actor, objection: ObjectionForDecision, now: Date): Promise<void> {
  const context = { ...objectionContext(actor, objection, now, await readWorkCalendar(), true), contactConfirmed: true }
  const { raisedOn, record, reason } = objection
  const stop: RecordMove = {
    event: 'object',
    reason,
    context: () => ({ contactConfirmed: true, raisedOn, periodEndsOn: context.periodEndsOn }),
    data: () => ({ objectionId: objection.id }),
  }
  const [stopped] = await recordSteps(actor, [record], stop, now)
  if (!stopped) throw new Error('an objection without its record')
  const granted = decide('record', record.state, 'object', stopped.context)
  const due = granted.ok ? { due_on: granted.due?.on ?? null, due_provisional: granted.due?.provisional ?? false } : {}
  const confirmed = objectionStep(objection, { event: 'confirm_contact', context, set: { ...due, confirmed_at: now } })
  await act(actor, { steps: [confirmed, stopped] }, now)
}
