import 'server-only'
import { ACT_OF } from '@/lib/access/acts'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/access/types'
import { type PlainDate, plainDate, yearOf } from '@/lib/calendar/plain-date'
import { numberOf, rulingDay } from '@/lib/rules/lookup'
import { ruleSetFor } from '@/lib/rules/rule-sets'
import type { Category, Status } from '@/lib/rules/types'
import { availableEvents } from '@/lib/workflow/available'
import type { EventOf } from '@/lib/workflow/events'
import { isInGroup } from '@/lib/workflow/state-groups'
import type { CertificateState, YearState } from '@/lib/workflow/states'
import { db } from '../database/db'
import { day } from '../database/plain-dates'
import { nameFor } from '../find/visible-name'
import { notFound } from '../input/errors'
import type { EvaluatedTerm, Span } from '../ledger/evaluate-term'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import { type PastEvent, readEvents } from '../transition/read-events'
import { yearContext } from '../year/move-years'
import { yearScope } from '../year/scope'
import { loadTerms } from './load-terms'

export interface TermPage {
  id: string
  version: number
  state: YearState
  person: { id: string; name: string; idNumberMask: string; jobTitle: string }
  isOwn: boolean
  employer: string | null
  regionCode: string | null
  routeClause: string | null
  authority: { name: string; reviewed: boolean } | null
  span: Span
  standing: EvaluatedTerm
  required: { total: number; professional: number }
  guard: { warnAt: number; denyAt: number; share: number }
  /** Of years that nobody has certified, on figures that are not law yet: confirmed by name. */
  provisional: { id: string; year: number; title: string; category: Category; hours: number; status: Status }[]
  transferredInOn: PlainDate | null
  certificates: { id: string; number: string; code: string; state: CertificateState; issuedAt: string }[]
  events: PastEvent[]
  actions: EventOf<'term'>[]
}

/** A term for whoever certifies or reviews it: its years as they stand now, the guard, what may be done. */
export async function readTermForCertifier(actor: Actor, id: string, now: Date): Promise<TermPage> {
  const [[term], row, events] = await Promise.all([
    loadTerms([id], yearScope(actor)),
    db.term.findFirst({
      where: { AND: [{ id }, yearScope(actor)] },
      select: {
        appointmentId: true,
        routeClause: true,
        employerId: true,
        employer: { select: { name: true } },
        authority: { select: { name: true } },
        person: {
          select: {
            name: true,
            idNumberMask: true,
            transferredInOn: true,
            appointments: { orderBy: { fromOn: 'desc' }, select: { id: true, titleSeries: true, titleName: true } },
          },
        },
        certificates: { orderBy: { issuedAt: 'desc' }, select: { id: true, number: true, code: true, state: true, issuedAt: true } },
      },
    }),
    readEvents(actor, 'term', id),
  ])
  if (!term || !row) throw notFound()
  // Once it is certified, what was certified is shown; until then what its years hold this moment.
  const { standing, provisional, personId, regionCode, authorityId } = term
  const [calendar, records] = await Promise.all([
    readWorkCalendar(),
    db.hourRecord.findMany({
      where: { id: { in: provisional.map((line) => line.id) } },
      select: { id: true, title: true, category: true },
    }),
  ])
  const facts = yearContext(actor, term, now, calendar)
  const named = new Map(records.map((record) => [record.id, record]))
  const last = standing.years.at(-1) ?? yearOf(plainDate(term.to))
  const ruleSet = ruleSetFor(last, term.person.rules.sets)
  const { person } = row
  const appointment = person.appointments.find((candidate) => candidate.id === row.appointmentId) ?? person.appointments[0]
  const target = { personId, organizationId: row.employerId, authorityId, regionCode }
  return {
    id,
    version: term.version,
    state: term.state,
    person: {
      id: personId,
      name: nameFor(actor, person.name),
      idNumberMask: person.idNumberMask,
      jobTitle: [appointment?.titleSeries, appointment?.titleName].filter(Boolean).join(' '),
    },
    isOwn: facts.isSelf,
    employer: row.employer?.name ?? null,
    regionCode,
    routeClause: row.routeClause,
    authority: row.authority ? { name: row.authority.name, reviewed: !isInGroup('term', term.state, 'authority_review') } : null,
    span: { from: plainDate(term.from), to: plainDate(term.to) },
    standing,
    required: {
      total: numberOf(ruleSet, 'minimum.total', rulingDay(last)),
      professional: numberOf(ruleSet, 'minimum.professional', rulingDay(last)),
    },
    guard: {
      warnAt: ruleSet.settings.warnAtShare,
      denyAt: ruleSet.settings.denyAtShare,
      share: standing.required.total === 0 ? 0 : Math.max(...standing.sources.map(({ total }) => total)) / standing.required.total,
    },
    provisional: provisional.map((line) => ({
      id: line.id,
      year: line.year,
      title: named.get(line.id)?.title ?? '',
      category: named.get(line.id)?.category ?? 'other',
      hours: line.counted,
      status: line.status,
    })),
    transferredInOn: day(person.transferredInOn),
    certificates: row.certificates.map(({ issuedAt, ...certificate }) => ({ ...certificate, issuedAt: issuedAt.toISOString() })),
    events,
    actions: availableEvents('term', term.state, facts).filter((event) => {
      const act = ACT_OF.term[event]
      return act !== null && can(actor, act, target)
    }),
  }
}
