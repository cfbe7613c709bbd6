import { type PlainDate, plainDate } from '@/lib/calendar/plain-date'
import { stateCouncilCalendar } from '@/lib/calendar/state-council'
import { addWorkingDays } from '@/lib/calendar/working-days'
import type { Category } from '@/lib/rules/types'
import { evaluatePersonYear, yearInputs } from '@/lib/server/ledger/ledgers'
import { standaloneHours } from '@/lib/server/ledger/standalone-hours'
import type { LedgerRecord } from '@/lib/server/ledger/types'
import { rulesAtHand } from '@/lib/server/rule-set/in-force'
import { levelOf } from '@/lib/workflow/actor-rules'
import { countsHours, isInGroup } from '@/lib/workflow/state-groups'
import type { RecordState } from '@/lib/workflow/states'
import { APPEAL_DAYS, FINDING_DAYS, VERIFY_DAYS } from '@/lib/workflow/transition'
import type { Random } from '../demo/random'
import type { Batches } from './batches'
import { textArray } from './copy-text'
import { entriesOf } from './entries'
import { type Actors, EVENT_HISTORIES, type HistoryEvent, type TargetState } from './event-histories'
import type { Filings } from './filings'
import type { ScalePerson } from './people'
import type { ScaleTables } from './tables'

/** A row of hour_record, by column. */
export type Columns = ReturnType<typeof columnsOf>

/** The parts of a generated record that its year needs. */
export interface ScaleRecord {
  columns: Columns
  category: Category
  ledger: LedgerRecord
  state: RecordState
}

const YEAR = 2025
/** The dates of the events of registered records, and of the others, some of which are overdue. */
const FINISHED = {
  submitted: '2025-10-20',
  reviewed: '2025-10-22',
  opened: '2025-10-23',
  confirmed: '2025-11-04',
  afterwards: '2025-11-07',
}
const UNFINISHED = { ...FINISHED, reviewed: '2025-11-13', opened: '2025-11-13' }
const SUBMISSION_DAYS = ['2025-11-05', '2025-11-06', '2025-11-07', '2025-11-10', '2025-11-11', '2025-11-12'] as const

const NO_PERSON = { transferredInOn: null, transferredFrom: null, rules: rulesAtHand() }
const dueDayCache = new Map<string, PlainDate>()

function dueAfter(day: string, workingDays: number): PlainDate {
  const name = `${day} ${workingDays}`
  const known = dueDayCache.get(name) ?? addWorkingDays(stateCouncilCalendar, plainDate(day), workingDays).on
  dueDayCache.set(name, known)
  return known
}

export interface SeedContext {
  tables: ScaleTables
  key: () => string
  random: Random
  filings: Filings
  batches: Batches
}

/** Writes the person's eight records with their proofs, events and batch items; returns what the year needs of them. */
export function recordsOf(person: ScalePerson, targetStates: readonly TargetState[], actors: Actors, context: SeedContext): ScaleRecord[] {
  const { key, filings } = context
  const planned = entriesOf(person.index, filings).map((entry, place) => {
    const targetState = targetStates[place % targetStates.length] ?? 'registered'
    const history = EVENT_HISTORIES[person.path][targetState]
    const state = history.at(-1)?.to ?? 'draft'
    const registered = history.some((step) => countsHours(step.to))
    const days = registered ? FINISHED : { ...UNFINISHED, submitted: context.random.pick(SUBMISSION_DAYS) }
    return { id: key(), entry, history, state, days, at: (step: HistoryEvent) => instant(days[step.on], person.index + place) }
  })
  const ledgers = planned.map(({ id, entry, history, at }) => {
    const registration = history.find((step) => countsHours(step.to))
    return ledgerRecord(id, entry.category, entry.columns, filings, registration ? at(registration).toISOString() : '9999')
  })
  const counting = ledgers.filter((_, place) =>
    ['counts', 'pending'].some((group) => isInGroup('record', planned[place]?.state ?? 'draft', group as never)),
  )
  const result = evaluatePersonYear(NO_PERSON, YEAR, yearInputs(counting, YEAR), null)
  const lines = new Map(result.lines.map((line) => [line.id, line]))
  return planned.map((one, place) => {
    const line = lines.get(one.id) ?? null
    const columns = columnsOf(person, one, actors, line, result.ruleSet, context)
    context.tables.record.add(columns)
    addRelatedRows(person, one, actors, columns, context)
    return { columns, category: one.entry.category, ledger: ledgers[place] as LedgerRecord, state: one.state }
  })
}

interface PlannedRecord {
  id: string
  entry: ReturnType<typeof entriesOf>[number]
  history: readonly HistoryEvent[]
  state: RecordState
  days: Readonly<Record<HistoryEvent['on'], string>>
  at: (step: HistoryEvent) => Date
}

function columnsOf(
  person: ScalePerson,
  planned: PlannedRecord,
  actors: Actors,
  line: Parameters<typeof standaloneHours>[0] | null,
  ruleSet: string,
  { batches }: SeedContext,
) {
  const { history, days, at } = planned
  const [first, last] = [history[0] as HistoryEvent, history.at(-1) as HistoryEvent]
  const find = (...events: string[]) => history.find((step) => events.includes(step.event))
  const [submission, decision, shown, registration] = [
    find('submit'),
    find('reject', 'revoke'),
    find('publicize'),
    history.find((step) => countsHours(step.to)),
  ]
  const placed = {
    organization_id: person.employer?.id ?? null,
    region_code: person.office,
    unit_level: person.employer?.unitLevel ?? null,
  }
  const decider = decision ? actors[decision.by] : null
  return {
    ...planned.entry.columns,
    identifiers: textArray(planned.entry.columns.identifiers),
    ...placed,
    ...{ id: planned.id, state: planned.state, version: history.length, person_id: person.id },
    ...{ created_by: person.accountId, created_role: 'practitioner', created_at: at(first), changed_at: at(last) },
    ...{ path: submission ? person.path : null, appeals_used: find('appeal') ? 1 : 0, appealed_from: find('appeal')?.from ?? null },
    batch_id: shown ? batches.of(person, registration !== undefined) : null,
    ...{
      due_on: dueOn(person, planned, days),
      due_provisional: false,
      waiting_since: at(last),
      first_submitted_at: submission ? at(submission) : null,
    },
    ...{
      decided_by: decider ? levelOf(decider.role) : null,
      decider_id: decider?.accountId ?? null,
      decided_on: decision ? days[decision.on] : null,
    },
    ...{ registered_at: registration ? at(registration) : null, line: submission ? line : null },
    ...{ hours: submission && line ? standaloneHours(line) : 0, rule_set: submission ? ruleSet : null },
  }
}

/** The record's deadline, as the workflow's tables set it; null where there is none. */
function dueOn(person: ScalePerson, { history }: PlannedRecord, days: PlannedRecord['days']): string | null {
  const last = history.at(-1) as HistoryEvent
  const day = days[last.on]
  if (last.event === 'submit') return person.path === 'bureau' ? dueAfter(day, VERIFY_DAYS) : null
  if (last.event === 'publicize') return dueAfter(day, VERIFY_DAYS)
  if (last.event === 'reject' || last.event === 'revoke') return dueAfter(day, APPEAL_DAYS)
  return last.event === 'appeal' ? dueAfter(day, FINDING_DAYS) : null
}

function addRelatedRows(
  person: ScalePerson,
  { id, history, entry, at }: PlannedRecord,
  actors: Actors,
  columns: Columns,
  { tables, key, batches }: SeedContext,
) {
  const first = history[0] as HistoryEvent
  const evidence = key()
  tables.evidence.add({
    ...{
      id: evidence,
      person_id: person.id,
      record_id: id,
      storage_key: evidence,
      file_name: '证明材料.pdf',
      media_type: 'application/pdf',
    },
    ...{
      bytes: 40_000,
      sha256: Buffer.from(evidence.replaceAll('-', '').repeat(2), 'hex'),
      uploaded_by: person.accountId,
      uploaded_at: at(first),
    },
  })
  for (const step of history) {
    const by = actors[step.by]
    const data = step.event === 'create' ? { category: entry.category } : step.event === 'submit' ? { evidence: [evidence] } : {}
    tables.event.add({
      ...{ id: key(), stream: 'record', stream_id: id, event: step.event, from_state: step.from, to_state: step.to, at: at(step) },
      ...{ actor_id: by.accountId, actor_role: by.role, office_id: by.organizationId, reason: step.reason ?? null, data },
    })
  }
  if (columns.batch_id) batches.show(person, columns)
}

function ledgerRecord(
  id: string,
  category: Category,
  columns: PlannedRecord['entry']['columns'],
  filings: Filings,
  registeredAt: string,
): LedgerRecord {
  return {
    id,
    year: columns.year,
    category,
    option: columns.option,
    subject: columns.subject,
    startedOn: columns.started_on,
    completedOn: columns.completed_on,
    details: columns.details,
    achievement: columns.achievement,
    creditedIn: columns.credited_in,
    filingApprovedOn: filings.byId.get(columns.filing_id ?? '')?.approvedOn ?? null,
    registeredAt,
  }
}

const MORNING = 60 * 60 * 1000
const WORKDAY = 8 * MORNING

/** A time of the day between nine and five in Asia/Shanghai, different for each record of a queue. */
function instant(day: string, place: number): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) + MORNING + ((place * 7_919_123) % WORKDAY))
}
