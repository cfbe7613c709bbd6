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
import { COURSES, type Fate, type Hands, type Step } from './courses'
import { entriesOf } from './entries'
import type { Filings } from './filings'
import type { ScalePerson } from './people'
import type { ScaleTables } from './tables'

/** Its row, by column. */
export type Columns = ReturnType<typeof columnsOf>

/** A record of the scale data, as far as the year needs it. */
export interface ScaleRecord {
  columns: Columns
  category: Category
  ledger: LedgerRecord
  state: RecordState
}

const YEAR = 2025
/** The days of what is done with, and of what is under way: some of that waits since longer than it should. */
const DONE = { handedIn: '2025-10-20', reviewed: '2025-10-22', opened: '2025-10-23', confirmed: '2025-11-04', afterwards: '2025-11-07' }
const UNDER_WAY = { ...DONE, reviewed: '2025-11-13', opened: '2025-11-13' }
const HANDED_IN = ['2025-11-05', '2025-11-06', '2025-11-07', '2025-11-10', '2025-11-11', '2025-11-12'] as const

const NO_PERSON = { transferredInOn: null, transferredFrom: null, rules: rulesAtHand() }
const dueDays = new Map<string, PlainDate>()

function dueAfter(day: string, workingDays: number): PlainDate {
  const name = `${day} ${workingDays}`
  const known = dueDays.get(name) ?? addWorkingDays(stateCouncilCalendar, plainDate(day), workingDays).on
  dueDays.set(name, known)
  return known
}

export interface Making {
  tables: ScaleTables
  key: () => string
  random: Random
  filings: Filings
  batches: Batches
}

/** The person's eight records with proofs, events, batches; answers them for the ledger. */
export function recordsOf(person: ScalePerson, fates: readonly Fate[], hands: Hands, making: Making): ScaleRecord[] {
  const { key, filings } = making
  const made = entriesOf(person.index, filings).map((entry, place) => {
    const fate = fates[place % fates.length] ?? 'registered'
    const course = COURSES[person.path][fate]
    const state = course.at(-1)?.to ?? 'draft'
    const registered = course.some((step) => countsHours(step.to))
    const days = registered ? DONE : { ...UNDER_WAY, handedIn: making.random.pick(HANDED_IN) }
    return { id: key(), entry, course, state, days, at: (step: Step) => instant(days[step.on], person.index + place) }
  })
  const ledgers = made.map(({ id, entry, course, at }) => {
    const registration = course.find((step) => countsHours(step.to))
    return ledgerRecord(id, entry.category, entry.columns, filings, registration ? at(registration).toISOString() : '9999')
  })
  const mentioned = ledgers.filter((_, place) =>
    ['counts', 'pending'].some((question) => isInGroup('record', made[place]?.state ?? 'draft', question as never)),
  )
  const result = evaluatePersonYear(NO_PERSON, YEAR, yearInputs(mentioned, YEAR), null)
  const lines = new Map(result.lines.map((line) => [line.id, line]))
  return made.map((one, place) => {
    const line = lines.get(one.id) ?? null
    const columns = columnsOf(person, one, hands, line, result.ruleSet, making)
    making.tables.record.add(columns)
    writeRest(person, one, hands, columns, making)
    return { columns, category: one.entry.category, ledger: ledgers[place] as LedgerRecord, state: one.state }
  })
}

interface Made {
  id: string
  entry: ReturnType<typeof entriesOf>[number]
  course: readonly Step[]
  state: RecordState
  days: Readonly<Record<Step['on'], string>>
  at: (step: Step) => Date
}

function columnsOf(
  person: ScalePerson,
  made: Made,
  hands: Hands,
  line: Parameters<typeof standaloneHours>[0] | null,
  ruleSet: string,
  { batches }: Making,
) {
  const { course, days, at } = made
  const [first, last] = [course[0] as Step, course.at(-1) as Step]
  const find = (...events: string[]) => course.find((step) => events.includes(step.event))
  const [submission, decision, shown, registration] = [
    find('submit'),
    find('reject', 'revoke'),
    find('publicize'),
    course.find((step) => countsHours(step.to)),
  ]
  const placed = {
    organization_id: person.employer?.id ?? null,
    region_code: person.office,
    unit_level: person.employer?.unitLevel ?? null,
  }
  const decider = decision ? hands[decision.by] : null
  return {
    ...made.entry.columns,
    identifiers: textArray(made.entry.columns.identifiers),
    ...placed,
    ...{ id: made.id, state: made.state, version: course.length, person_id: person.id },
    ...{ created_by: person.accountId, created_role: 'practitioner', created_at: at(first), changed_at: at(last) },
    ...{ path: submission ? person.path : null, appeals_used: find('appeal') ? 1 : 0, appealed_from: find('appeal')?.from ?? null },
    batch_id: shown ? batches.of(person, registration !== undefined) : null,
    ...{
      due_on: dueOn(person, made, days),
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

/** Until when whoever it waits for has time, as the workflow's rows say. */
function dueOn(person: ScalePerson, { course }: Made, days: Made['days']): string | null {
  const last = course.at(-1) as Step
  const day = days[last.on]
  if (last.event === 'submit') return person.path === 'bureau' ? dueAfter(day, VERIFY_DAYS) : null
  if (last.event === 'publicize') return dueAfter(day, VERIFY_DAYS)
  if (last.event === 'reject' || last.event === 'revoke') return dueAfter(day, APPEAL_DAYS)
  return last.event === 'appeal' ? dueAfter(day, FINDING_DAYS) : null
}

function writeRest(person: ScalePerson, { id, course, entry, at }: Made, hands: Hands, columns: Columns, { tables, key, batches }: Making) {
  const first = course[0] as Step
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
  for (const step of course) {
    const by = hands[step.by]
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
  columns: Made['entry']['columns'],
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
const WORK = 8 * MORNING

/** An instant of that day, somewhere between nine and five: no two of a queue at the same one. */
function instant(day: string, place: number): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) + MORNING + ((place * 7_919_123) % WORK))
}
