import 'server-only'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai, type PlainDate, plainDate, yearOf } from '@/lib/calendar/plain-date'
import { explainLine } from '@/lib/rules/explain'
import { publicDeadlineOf } from '@/lib/rules/lookup'
import type { Category, Explanation, ResultLine, RuleSet, Subject, SubjectHours, YearResult } from '@/lib/rules/types'
import { countsHours, isEditable, isInGroup, recordStatesIn, statesIn } from '@/lib/workflow/state-groups'
import type { RecordState, YearState } from '@/lib/workflow/states'
import { db } from '../database/db'
import { day } from '../database/plain-dates'
import { notFound } from '../input/errors'
import { evaluateRecords, loadPersonRecords, minimumsOf, type PersonRecords } from '../ledger/load-person-records'
import type { RecordDetails } from '../ledger/record-details'
import { recordDetails } from '../ledger/record-details'
import { toRulesInput } from '../ledger/rules-input'
import { rosterCreatedIds } from '../record/read-roster-made'
import { type Waiting, waitingOf } from '../record/waiting'
import { ruleSetInForce, ruleSetNamed } from '../rule-set/in-force'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import { readSettings } from '../runtime/settings'
import { type RejectedRecord, type Revocation, readRejected, readRevocation } from './read-rejected'

export interface YearRecord {
  id: string
  title: string
  category: Category
  option: string | null
  subject: Subject | null
  startedOn: string | null
  completedOn: string | null
  details: RecordDetails
  filingNumber: string | null
  state: RecordState
  organizationName: string | null
  /** Whose bureau it is. */
  regionCode: string | null
  waiting: Waiting
  /** A draft that a roster made: the person is asked whether it is right. */
  toAnswer: boolean
  /** Registered: its line of the ledger. Waiting: its line if all that waits were registered. */
  line: ResultLine | null
  explanation: Explanation | null
}

/** The one thing to do next. */
export type NextStep =
  | { kind: 'certificate' }
  | { kind: 'certifying'; regionCode: string | null; authorityName: string | null }
  | { kind: 'reopen' }
  | { kind: 'correct'; recordId: string; title: string }
  | { kind: 'request' }
  | { kind: 'draft'; recordId: string; title: string }
  /** A provider reported that the person attended. */
  | { kind: 'answer'; recordId: string; title: string }
  /** What waits would suffice: the last of it to come. */
  | { kind: 'wait'; recordId: string; title: string; hours: number; until: PlainDate | null; waitsFor: Waiting['for'] }
  | { kind: 'log' }

export interface MyYear {
  year: number
  years: number[]
  state: YearState | null
  version: number | null
  result: YearResult
  required: { total: number; professional: number }
  /** What the year would gain if all that waits were registered. */
  waitingHours: SubjectHours
  publicUntil: PlainDate | null
  today: PlainDate
  registered: YearRecord[]
  waiting: YearRecord[]
  /** Decided against: what does not count, and why. */
  lost: RejectedRecord[]
  /** When the certification was revoked, and why; null unless it is. */
  revocation: Revocation | null
  /** Drafts and returned records: the person's own turn. */
  mine: YearRecord[]
  /** Achievements of the year, where there is a choice and it can still be made. */
  optionsToChoose: number
  next: NextStep
  routeClause: string | null
  /** The person came from another province in this year or after it, with how many of its records lie before (M14.3). */
  transfer: { on: string; from: string | null; before: number } | null
}

/** A person's credit year at a glance. A year without a row has no registered record yet. */
export async function readMyYear(actor: Actor, asked: number | null, now: Date): Promise<MyYear> {
  if (actor.personId === null) throw notFound()
  const today = dateInShanghai(now)
  const [settings, person, calendar] = await Promise.all([readSettings(), loadPersonRecords(actor.personId), readWorkCalendar()])
  if (!person) throw notFound()
  const years = [...new Set([...settings.openYears, ...person.years.map((row) => row.year)])].sort((a, b) => b - a)
  const year = asked !== null && years.includes(asked) ? asked : openYear(years, today)
  const [row, rows, lost] = await Promise.all([
    db.year.findUnique({
      where: { personId_year: { personId: actor.personId, year } },
      select: {
        id: true,
        state: true,
        version: true,
        result: true,
        regionCode: true,
        routeClause: true,
        authority: { select: { name: true } },
      },
    }),
    readRows(actor.personId, year),
    readRejected(actor.personId, year),
  ])
  const registered = person.records.filter((record) => countsHours(record.state))
  const result = (row?.result as unknown as YearResult | undefined) ?? evaluateRecords(person, year, registered)
  const full = evaluateRecords(person, year, person.records)
  const suffices = (ids: ReadonlySet<string>) =>
    full.met && evaluateRecords(person, year, [...registered, ...person.records.filter((record) => ids.has(record.id))]).met
  const ruleSet = ruleSetNamed(result.ruleSet) ?? ruleSetInForce(year)

  const listed = await rosterCreatedIds(rows.flatMap(({ id, state }) => (isInGroup('record', state, 'draft') ? [id] : [])))
  const records = rows.map((record): YearRecord => {
    const {
      organization,
      batch,
      filing,
      path,
      escalatedAt,
      dueOn,
      waitingSince,
      decidedOn,
      appealsUsed,
      achievement,
      creditedIn,
      ...rest
    } = record
    const details = recordDetails.parse(record.details)
    const [startedOn, completedOn] = [day(record.startedOn), day(record.completedOn)]
    const line = (countsHours(record.state) ? result : full).lines.find((candidate) => candidate.id === record.id) ?? null
    const input = toRulesInput({
      ...rest,
      year,
      details,
      startedOn,
      completedOn,
      achievement,
      creditedIn,
      filingApprovedOn: day(filing?.approvedOn),
    })
    return {
      ...rest,
      details,
      startedOn,
      completedOn,
      filingNumber: filing?.number ?? null,
      organizationName: organization?.name ?? null,
      waiting: waitingOf(
        {
          state: record.state,
          path,
          escalated: escalatedAt !== null,
          dueOn: day(dueOn),
          waitingSince: waitingSince && dateInShanghai(waitingSince),
          periodEndsOn: day(batch?.endsOn),
          decidedOn: day(decidedOn),
          appealsUsed,
        },
        today,
        calendar,
      ),
      toAnswer: listed.has(record.id),
      line,
      explanation: line && input ? explain(line, input, ruleSet, year) : null,
    }
  })
  const parts = {
    registered: records.filter((record) => countsHours(record.state)),
    waiting: records.filter((record) => isInGroup('record', record.state, 'pending')),
    mine: records.filter((record) => isEditable(record.state)),
  }
  const state = row?.state ?? null
  const choosable = state !== null && !isInGroup('year', state, 'option_locked') && result.choice.options.length > 1
  const stored = person.years.find((candidate) => candidate.year === year)?.choiceId ?? null
  return {
    year,
    years,
    state,
    version: row?.version ?? null,
    result,
    required: minimumsOf(year),
    waitingHours: gain(result.totals, full.totals),
    publicUntil: publicDeadlineOf(ruleSet, year)?.until ?? null,
    today,
    ...parts,
    lost,
    revocation: row && isInGroup('year', row.state, 'revoked') ? await readRevocation(row.id) : null,
    optionsToChoose: choosable && stored === null ? result.choice.options.length : 0,
    next: nextStep(state, result, suffices, parts, row),
    routeClause: row?.routeClause ?? null,
    transfer: transferOf(person, year, full),
  }
}

function explain(line: ResultLine, input: NonNullable<ReturnType<typeof toRulesInput>>, ruleSet: RuleSet, year: number): Explanation {
  return explainLine(line, input, ruleSet, year)
}

/** This year where it is open, else the latest open one before it. */
function openYear(years: readonly number[], today: PlainDate): number {
  return years.find((year) => year <= yearOf(today)) ?? years[0] ?? yearOf(today)
}

function gain(now: SubjectHours, then: SubjectHours): SubjectHours {
  const more = (a: number, b: number) => Math.max(0, Math.round((b - a) * 10) / 10)
  return {
    total: more(now.total, then.total),
    professional: more(now.professional, then.professional),
    public: more(now.public, then.public),
  }
}

interface Parts {
  waiting: readonly YearRecord[]
  mine: readonly YearRecord[]
}

function nextStep(
  state: YearState | null,
  result: YearResult,
  suffices: (ids: ReadonlySet<string>) => boolean,
  { waiting, mine }: Parts,
  row: { regionCode: string | null; authority: { name: string } | null } | null,
): NextStep {
  if (state && isInGroup('year', state, 'certified')) return { kind: 'certificate' }
  if (state && isInGroup('year', state, 'certification')) {
    // Once the authority has looked, it is the bureau's turn.
    const authorityName = isInGroup('year', state, 'authority_review') ? (row?.authority?.name ?? null) : null
    return { kind: 'certifying', regionCode: row?.regionCode ?? null, authorityName }
  }
  const back = mine.find((record) => isInGroup('record', record.state, 'returned'))
  if (back) return { kind: 'correct', recordId: back.id, title: back.title }
  if (state && isInGroup('year', state, 'revoked')) return { kind: 'reopen' }
  if (state && result.met) return { kind: 'request' }
  const asked = mine.find((record) => record.toAnswer)
  if (asked) return { kind: 'answer', recordId: asked.id, title: asked.title }
  const last = lastNeeded(waiting, suffices)
  if (last) {
    const { until, for: waitsFor } = last.waiting
    return { kind: 'wait', recordId: last.id, title: last.title, hours: last.line?.counted ?? 0, until, waitsFor }
  }
  const draft = mine[0]
  return draft ? { kind: 'draft', recordId: draft.id, title: draft.title } : { kind: 'log' }
}

/** In the order in which they are due: the record with which what waits begins to suffice. */
function lastNeeded(waiting: readonly YearRecord[], suffices: (ids: ReadonlySet<string>) => boolean): YearRecord | null {
  const ids = new Set<string>()
  for (const record of waiting.toSorted((a, b) => (a.waiting.until ?? '9999').localeCompare(b.waiting.until ?? '9999'))) {
    ids.add(record.id)
    if (suffices(ids)) return record
  }
  return null
}

/** Of no matter for the years after it. */
function transferOf({ transferredInOn, transferredFrom }: PersonRecords, year: number, { lines }: YearResult): MyYear['transfer'] {
  if (!transferredInOn || yearOf(plainDate(transferredInOn)) < year) return null
  return { on: transferredInOn, from: transferredFrom, before: lines.filter((line) => line.reason === 'before_transfer').length }
}

function readRows(personId: string, year: number) {
  const shown = [...statesIn('record', 'counts'), ...recordStatesIn('pending'), ...recordStatesIn('editable')]
  return db.hourRecord.findMany({
    where: { personId, year, state: { in: shown } },
    orderBy: [{ completedOn: 'asc' }, { id: 'asc' }],
    take: 500,
    select: {
      id: true,
      title: true,
      category: true,
      option: true,
      subject: true,
      startedOn: true,
      completedOn: true,
      details: true,
      achievement: true,
      creditedIn: true,
      state: true,
      path: true,
      regionCode: true,
      escalatedAt: true,
      dueOn: true,
      waitingSince: true,
      decidedOn: true,
      appealsUsed: true,
      organization: { select: { name: true } },
      filing: { select: { number: true, approvedOn: true } },
      batch: { select: { endsOn: true } },
    },
  })
}
