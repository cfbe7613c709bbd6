import 'server-only'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai, type PlainDate } from '@/lib/calendar/plain-date'
import { countWorkingDays } from '@/lib/calendar/working-days'
import { availableEvents, blockedEvents } from '@/lib/workflow/available'
import type { EventOf } from '@/lib/workflow/events'
import { isInGroup } from '@/lib/workflow/state-groups'
import type { ObjectionState } from '@/lib/workflow/states'
import type { Refusal } from '@/lib/workflow/types'
import { writeAudit } from '../database/audit'
import { db } from '../database/db'
import { day } from '../database/plain-dates'
import { nameFor } from '../find/visible-name'
import { employerScope } from '../publicity/scope'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import { decryptPersonal } from '../security/personal-number'
import { type PastEvent, readEvents } from '../transition/read-events'
import { loadObjection } from './load-objection'
import { objectionContext } from './objection-context'

export interface ObjectionPage {
  id: string
  state: ObjectionState
  reason: string
  finding: string | null
  objectorName: string
  contactKind: 'email' | 'phone'
  contactMask: string
  raisedOn: PlainDate
  due: { on: PlainDate; days: number; provisional: boolean } | null
  appealedBy: string | null
  isOwn: boolean
  record: { id: string; title: string; personName: string; hours: number }
  batch: { id: string; year: number; number: number; unit: string; endsOn: string }
  actions: EventOf<'objection'>[]
  /** Why this actor may not give the finding now. */
  notNow: readonly Refusal[]
  /** The objector left a phone number, and this actor may call. */
  mayCall: boolean
  events: PastEvent[]
}

/** One objection for whoever decides it, with what they may do now. */
export async function readObjection(actor: Actor, id: string, now: Date): Promise<ObjectionPage> {
  const objection = await loadObjection({ id, batch: { organization: employerScope(actor, 'objection_see') } })
  const [calendar, row, events] = await Promise.all([readWorkCalendar(), readRow(id), readEvents(actor, 'objection', id)])
  const facts = objectionContext(actor, objection, now, calendar)
  const waits = isInGroup('objection', objection.state, 'blocking')
  const on = waits ? day(row.dueOn) : null
  const blocked = blockedEvents('objection', objection.state, facts)
  return {
    id,
    state: objection.state,
    reason: objection.reason,
    finding: row.finding,
    objectorName: row.objectorName,
    contactKind: objection.contactKind,
    contactMask: row.contactMask,
    raisedOn: objection.raisedOn,
    due: on ? { on, days: countWorkingDays(calendar, dateInShanghai(now), on).days, provisional: row.dueProvisional } : null,
    appealedBy: objection.appealedBy,
    isOwn: facts.isSelf,
    record: {
      id: objection.recordId,
      title: objection.record.title,
      personName: nameFor(actor, row.record.person.name),
      hours: Number(objection.record.hours),
    },
    batch: {
      id: objection.batchId,
      year: objection.batch.year,
      number: objection.batch.number,
      unit: objection.batch.organization.name,
      endsOn: day(objection.batch.endsOn),
    },
    actions: availableEvents('objection', objection.state, facts),
    notNow: blocked.find(({ event }) => event === 'dismiss')?.refusals ?? [],
    mayCall: isInGroup('objection', objection.state, 'awaiting_contact') && objection.contactKind === 'phone' && !facts.isSelf,
    events,
  }
}

/** The objector's contact in full, for the office that has to reach them. Each look is audited. */
export async function revealContact(actor: Actor, id: string, now: Date): Promise<string> {
  const objection = await loadObjection({ id, batch: { organization: employerScope(actor, 'objection_decide') } })
  await writeAudit(actor, { act: 'objection_contact_reveal', subject: 'objection', subjectId: id }, now)
  return decryptPersonal(objection.contactCipher)
}

function readRow(id: string) {
  return db.objection.findUniqueOrThrow({
    where: { id },
    select: {
      finding: true,
      objectorName: true,
      contactMask: true,
      dueOn: true,
      dueProvisional: true,
      record: { select: { person: { select: { name: true } } } },
    },
  })
}
