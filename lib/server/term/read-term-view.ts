import 'server-only'
import type { Actor, TitleLevel } from '@/lib/access/types'
import { dateInShanghai, type PlainDate, plainDate, yearOf } from '@/lib/calendar/plain-date'
import { evaluateTerm } from '@/lib/rules/evaluate-term'
import { numberOf, rulingDay } from '@/lib/rules/lookup'
import type { TermPlan } from '@/lib/rules/plan-term'
import { ruleSetFor } from '@/lib/rules/rule-sets'
import type { TermResult, TermYear } from '@/lib/rules/types'
import { decide } from '@/lib/workflow/decide'
import { isInGroup } from '@/lib/workflow/state-groups'
import type { Refusal } from '@/lib/workflow/types'
import { db } from '../database/db'
import { nameFor } from '../find/visible-name'
import { notFound } from '../input/errors'
import { type EvaluatedTerm, evaluateTermFor, type HistoricFigures, planOf, type Span, termCase } from '../ledger/evaluate-term'
import { personScope } from '../person/scope'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import { readSettings } from '../runtime/settings'
import { type AppointmentRow, loadPersonTerms, type PersonTerms, type TermRow } from './load-person-terms'
import { plannedSpan, requestedSpan } from './spans'

/** How far ahead a running appointment can be planned. */
const YEARS_AHEAD = 8

export interface TermSearch {
  appointment: string | null
  end: number | null
  /** What is assumed of the years to come. */
  assumed: readonly TermYear[]
}

export interface TermView {
  name: string
  today: PlainDate
  appointments: AppointmentRow[]
  appointment: AppointmentRow | null
  /** The last years that can be chosen for a running appointment; empty where its end is fixed. */
  ends: number[]
  end: number | null
  span: Span | null
  /** The planned term as its years stand now; null where the appointment covers no calendar year. */
  standing: EvaluatedTerm | null
  /** Of one year; the guard's thresholds, and the share of the term that its largest year holds. */
  figures: { total: number; professional: number; warnAt: number; denyAt: number; share: number } | null
  /** Years of the term in which hours can still be earned. */
  yearsLeft: number[]
  plan: TermPlan | null
  whatIf: { years: TermYear[]; result: TermResult } | null
  /** The plan as it will be once the paper hours that wait at the bureau are verified; null where none of the term wait. */
  planWithPaper: TermPlan | null
  /** Paper hours that do not count yet: the person's or the bureau's turn. */
  waitingPaper: HistoricFigures[]
  /** What can be requested today, and what stands in the way. */
  request: { span: Span; standing: EvaluatedTerm; refusals: readonly Refusal[] } | null
  term: TermRow | null
  transfer: { on: PlainDate; from: string | null } | null
  application: { titleSeries: string; titleLevel: TitleLevel } | null
  /** The first year of this portal: earlier ones are on paper. */
  firstOpenYear: number
  /** Why the request was handed back, while it is. */
  returnedBecause: string | null
}

/** A person's term: their own, or that of one of the unit's staff, whose person the actor may see. */
export async function readTermView(actor: Actor, personId: string | null, search: TermSearch, now: Date): Promise<TermView> {
  const id = personId ?? actor.personId
  if (id === null) throw notFound()
  if (id !== actor.personId || actor.role !== 'practitioner') {
    const seen = await db.person.findFirst({ where: { AND: [{ id }, personScope(actor, 'year_see')] }, select: { id: true } })
    if (!seen) throw notFound()
  }
  const today = dateInShanghai(now)
  const [person, calendar, settings] = await Promise.all([loadPersonTerms(id, yearOf(today)), readWorkCalendar(), readSettings()])
  if (!person) throw notFound()
  const appointment =
    person.appointments.find((row) => row.id === search.appointment) ??
    person.appointments.find((row) => row.from <= today && (row.until === null || row.until >= today)) ??
    person.appointments[0] ??
    null
  const base = {
    name: nameFor(actor, person.name),
    today,
    appointments: person.appointments,
    appointment,
    transfer: person.transferredInOn ? { on: plainDate(person.transferredInOn), from: person.transferredFrom } : null,
    application: person.application,
    firstOpenYear: Math.min(...settings.openYears),
    waitingPaper: person.historic.filter(
      ({ state }) => !isInGroup('historic', state, 'counts') && !isInGroup('historic', state, 'withdrawn'),
    ),
  }
  if (!appointment) return { ...base, ...NOTHING }
  const whole = { from: plainDate(appointment.from), until: appointment.until === null ? null : plainDate(appointment.until) }
  const thisYear = yearOf(today)
  const firstEnd = Math.max(yearOf(whole.from), thisYear - YEARS_AHEAD)
  const ends = whole.until === null ? Array.from({ length: thisYear + YEARS_AHEAD - firstEnd + 1 }, (_, index) => firstEnd + index) : []
  const end = whole.until === null ? (search.end !== null && ends.includes(search.end) ? search.end : Math.max(thisYear, firstEnd)) : null
  const span = plannedSpan(whole, end, today)
  const standing = stand(person, span)
  const ofAppointment = person.terms.filter((row) => row.appointmentId === appointment.id)
  const running = ofAppointment.find(({ state }) => !isInGroup('term', state, 'certified') && !isInGroup('term', state, 'revoked')) ?? null
  const yearsLeft = standing?.years.filter((year) => year >= thisYear) ?? []
  const term = running ?? ofAppointment[0] ?? null
  return {
    ...base,
    ends,
    end,
    span,
    standing,
    figures: standing ? figuresOf(person, standing) : null,
    yearsLeft,
    plan: planOf(span, person.years, person.historic, person.rules.sets, yearsLeft),
    planWithPaper: planOnce(person, span, yearsLeft, standing?.years ?? []),
    whatIf: whatIf(person, span, yearsLeft, search.assumed),
    request: requestable(),
    term,
    returnedBecause: term?.returnedBecause ?? null,
  }

  function requestable(): TermView['request'] {
    const asked = requestedSpan(whole, end, today)
    const now = stand(person as PersonTerms, asked)
    if (now === null) return null
    const state = running?.state ?? 'open'
    const own = { by: 'practitioner', isSelf: true, enteredByActor: false } as const
    const decision = decide('term', state, 'request', { ...own, today, calendar, met: now.met, termEndsOn: asked.to })
    return { span: asked, standing: now, refusals: decision.ok ? [] : decision.refusals }
  }
}

const NOTHING = {
  ends: [],
  end: null,
  span: null,
  standing: null,
  figures: null,
  yearsLeft: [],
  plan: null,
  planWithPaper: null,
  whatIf: null,
  request: null,
  term: null,
  returnedBecause: null,
}

/** As if the bureau had verified what waits there of these years. */
function planOnce(
  { years, historic, rules }: PersonTerms,
  span: Span,
  yearsLeft: readonly number[],
  ofTerm: readonly number[],
): TermPlan | null {
  const waits = ({ year, state }: HistoricFigures) => ofTerm.includes(year) && isInGroup('historic', state, 'verification')
  if (!historic.some(waits)) return null
  return planOf(
    span,
    years,
    historic.map((row) => (waits(row) ? { ...row, state: 'verified' as const } : row)),
    rules.sets,
    yearsLeft,
  )
}

function stand({ years, historic, rules }: PersonTerms, span: Span): EvaluatedTerm | null {
  return evaluateTermFor(span, years, historic, rules.sets)
}

function figuresOf({ rules }: PersonTerms, standing: EvaluatedTerm): NonNullable<TermView['figures']> {
  const last = standing.years.at(-1) ?? 0
  const ruleSet = ruleSetFor(last, rules.sets)
  const largest = Math.max(...standing.sources.map(({ total }) => total))
  return {
    total: numberOf(ruleSet, 'minimum.total', rulingDay(last)),
    professional: numberOf(ruleSet, 'minimum.professional', rulingDay(last)),
    warnAt: ruleSet.settings.warnAtShare,
    denyAt: ruleSet.settings.denyAtShare,
    share: standing.required.total === 0 ? 0 : largest / standing.required.total,
  }
}

/** The term with what the person assumes of the years left, each at least what it holds already. */
function whatIf(person: PersonTerms, span: Span, yearsLeft: readonly number[], assumed: readonly TermYear[]): TermView['whatIf'] {
  const wanted = assumed.filter(({ year }) => yearsLeft.includes(year))
  const input = termCase(span, person.years, person.historic, person.rules.sets)
  if (input === null || wanted.length === 0) return null
  const years = input.term.years.map((held) => {
    const given = wanted.find(({ year }) => year === held.year)
    if (!given) return held
    const total = Math.max(held.total, given.total)
    return { year: held.year, total, professional: Math.min(total, Math.max(held.professional, given.professional)) }
  })
  return {
    years: years.filter(({ year }) => yearsLeft.includes(year)),
    result: evaluateTerm({ ...input.term, years }, { sets: person.rules.sets }),
  }
}
