import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai, yearOf } from '@/lib/calendar/plain-date'
import { isInGroup } from '@/lib/workflow/state-groups'
import { act } from '../consequence/act'
import { guardOf } from '../consequence/ledger-consequences'
import { db } from '../database/db'
import { newId } from '../database/ids'
import { day } from '../database/plain-dates'
import { forbidden, notFound, refused } from '../input/errors'
import { id, optionalNumber } from '../input/fields'
import { type EvaluatedTerm, evaluateTermFor } from '../ledger/evaluate-term'
import { loadLedgers } from '../ledger/ledgers'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import { actorContext } from '../transition/context'
import type { Step } from '../transition/step'
import type { ColumnsOf } from '../transition/tables'
import { competentBureauOf } from '../year/competent-bureau'
import { requestedSpan } from './spans'

export const requestTermInput = z.strictObject({
  appointment: id(),
  /** The last year, where the appointment still runs. */
  end: optionalNumber({ least: 1900, most: 2999, step: 1 }),
})

/**
 * Asks for the certification of a term of one's own: its span is that of the appointment, the competent bureau is computed as for a year
 * (N6.1–N6.4) and kept with the clause that says so. Refused while its years do not suffice, or while it runs.
 */
export async function requestTerm(
  actor: Actor,
  { appointment: appointmentId, end }: z.infer<typeof requestTermInput>,
  { now }: { now: Date },
): Promise<{ appointment: string; end: number | null }> {
  const { personId } = actor
  if (actor.role !== 'practitioner' || personId === null) throw forbidden()
  const today = dateInShanghai(now)
  const [appointment, known, people, { bureau, placement }, calendar] = await Promise.all([
    db.appointment.findFirst({ where: { id: appointmentId, personId }, select: { fromOn: true, untilOn: true } }),
    db.term.findMany({ where: { appointmentId, personId }, select: { id: true, state: true, version: true, result: true } }),
    loadLedgers([personId]),
    competentBureauOf(personId, yearOf(today), today),
    readWorkCalendar(),
  ])
  const person = people.get(personId)
  if (!appointment || !person) throw notFound()
  const until = day(appointment.untilOn)
  const whole = { from: day(appointment.fromOn), until }
  const span = requestedSpan(whole, end, today)
  const standing = evaluateTermFor(span, person.years, person.historic, person.rules.sets)
  if (standing === null) throw refused([{ code: 'not_met', detail: {} }])
  // One is under way at a time; one that was certified up to an earlier year stands beside it.
  const last = standing.years.at(-1)
  const row =
    known.find(({ state }) => isInGroup('term', state, 'under_way') || isInGroup('term', state, 'certification')) ??
    known.find(({ state, result }) => isInGroup('term', state, 'certified') && (result as unknown as EvaluatedTerm).years.at(-1) === last)
  const set = {
    from_on: span.from,
    to_on: span.to,
    result: standing,
    met: standing.met,
    region_code: bureau.regionCode,
    route_clause: bureau.clause,
    employer_id: placement.organizationId,
    authority_id: bureau.authorityFirst,
    requested_at: now,
  } satisfies ColumnsOf<'term'>
  const data = { clause: bureau.clause, regionCode: bureau.regionCode, from: standing.years[0], to: standing.years.at(-1) }
  const termId = row?.id ?? newId()
  const context = { ...actorContext(actor, now, calendar, { isSelf: true }), met: standing.met, termEndsOn: span.to }
  const concern = { personId, machine: 'term', termId, year: last }
  const created: Step<'term'>[] = row
    ? []
    : [
        {
          machine: 'term',
          id: termId,
          from: null,
          event: 'create',
          context,
          row: { ...set, person_id: personId, appointment_id: appointmentId, requested_at: null },
        },
      ]
  const requested: Step<'term'> = {
    machine: 'term',
    id: termId,
    from: row?.state ?? 'open',
    version: row?.version ?? 1,
    event: 'request',
    context,
    set,
    data,
    concern,
  }
  await act(actor, { steps: [...created, requested], people: [guardOf(person)] }, now)
  return { appointment: appointmentId, end }
}
