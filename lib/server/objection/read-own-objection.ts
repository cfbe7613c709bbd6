import 'server-only'
import type { Actor } from '@/lib/access/types'
import type { PlainDate } from '@/lib/calendar/plain-date'
import { maskName } from '@/lib/i18n/mask-name'
import { availableEvents, blockedEvents } from '@/lib/workflow/available'
import { decide } from '@/lib/workflow/decide'
import { isInGroup } from '@/lib/workflow/state-groups'
import type { ObjectionState } from '@/lib/workflow/states'
import type { Refusal } from '@/lib/workflow/types'
import { db } from '../database/db'
import { day } from '../database/plain-dates'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import { readEvents } from '../transition/read-events'
import { loadByCode } from './load-objection'
import { objectionContext } from './objection-context'

export interface OwnObjection {
  state: ObjectionState
  reason: string
  contactKind: 'email' | 'phone'
  contactMask: string
  raisedOn: PlainDate
  dueOn: string | null
  dueProvisional: boolean
  finding: string | null
  unit: string
  year: number
  number: number
  endsOn: string
  record: { maskedName: string; title: string; hours: number }
  /** Opening the link now would confirm the contact; else why not. */
  mayConfirm: boolean
  notNow: readonly Refusal[]
  mayAppeal: boolean
  appealNotNow: readonly Refusal[]
  appealedBy: string | null
  /** What happened and when; who of the office acted is not said. */
  steps: { id: string; event: string; at: string; reason: string | null }[]
}

/** An objection as its objector sees it, by the code of their link. */
export async function readOwnObjection(actor: Actor, code: string, now: Date): Promise<OwnObjection> {
  const objection = await loadByCode(code)
  const [calendar, row, events] = await Promise.all([
    readWorkCalendar(),
    db.objection.findUniqueOrThrow({
      where: { id: objection.id },
      select: {
        contactMask: true,
        dueOn: true,
        dueProvisional: true,
        finding: true,
        record: { select: { person: { select: { name: true } } } },
      },
    }),
    readEvents(actor, 'objection', objection.id),
  ])
  const facts = objectionContext(actor, objection, now, calendar, true)
  const confirm = decide('objection', objection.state, 'confirm_contact', facts)
  const stop = decide('record', objection.record.state, 'object', { ...facts, contactConfirmed: true, reason: objection.reason })
  const blocked = blockedEvents('objection', objection.state, facts)
  return {
    state: objection.state,
    reason: objection.reason,
    contactKind: objection.contactKind,
    contactMask: row.contactMask,
    raisedOn: objection.raisedOn,
    dueOn: isInGroup('objection', objection.state, 'blocking') ? day(row.dueOn) : null,
    dueProvisional: row.dueProvisional,
    finding: row.finding,
    unit: objection.batch.organization.name,
    year: objection.batch.year,
    number: objection.batch.number,
    endsOn: day(objection.batch.endsOn),
    record: { maskedName: maskName(row.record.person.name), title: objection.record.title, hours: Number(objection.record.hours) },
    mayConfirm: confirm.ok && stop.ok && objection.contactKind === 'email',
    notNow: confirm.ok ? (stop.ok ? [] : stop.refusals) : confirm.refusals,
    mayAppeal: availableEvents('objection', objection.state, facts).includes('appeal'),
    appealNotNow: blocked.find(({ event }) => event === 'appeal')?.refusals ?? [],
    appealedBy: objection.appealedBy,
    steps: events.map(({ id, event, at, reason }) => ({ id, event, at, reason })),
  }
}
