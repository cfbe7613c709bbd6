import 'server-only'
import type { Actor } from '@/lib/access/types'
import { type Alternative, alternativesOf } from '@/lib/rules/alternatives'
import { explainLine } from '@/lib/rules/explain'
import { ruleSetFor } from '@/lib/rules/rule-sets'
import type { Explanation, ResultLine, SubjectHours } from '@/lib/rules/types'
import type { Prisma } from '@/prisma/generated/client/client'
import { db } from '../../database/db'
import { day } from '../../database/plain-dates'
import { notFound } from '../../input/errors'
import { yearCaseOf, yearInputs } from '../../ledger/ledgers'
import { creditableOf, evaluateRecords, loadPersonRecords, minimumsOf, type PersonRecords } from '../../ledger/load-person-records'
import { recordDetails } from '../../ledger/record-details'
import { toRulesInput } from '../../ledger/rules-input'
import {
  type ContentChange,
  creditYears,
  identifiersOfContent,
  mergeContent,
  missingOf,
  type RecordContent,
  yearIsOpenChoice,
} from '../content'
import { findDuplicates } from '../read-duplicates'
import { recordScope } from '../scope'
import { type FilingBeside, filingBeside, filingBesideSelect, registeredTraining } from './filing-beside'
import { type PreviewWarning, previewWarnings } from './preview-warnings'

/** One of the credit years a record may count in (N8.2), with the year as it is and as it would be. */
export interface YearConsequence {
  year: number
  counted: number
  before: SubjectHours
  after: SubjectHours
  metBefore: boolean
  metAfter: boolean
  required: { total: number; professional: number }
}

export interface RecordPreview {
  line: ResultLine | null
  explanation: Explanation | null
  ruleSet: string | null
  /** The year with all that counts or waits, without this record and with it. */
  before: SubjectHours | null
  after: SubjectHours | null
  required: { total: number; professional: number }
  met: boolean
  /** Names of what is still to be said; `evidence` and `year` among them. */
  missing: string[]
  warnings: PreviewWarning[]
  /** The chosen filing beside what was entered. */
  filing: FilingBeside | null
  /** All that the achievement could count as. */
  alternatives: Alternative[]
  /** Both years, where two are possible. */
  years: YearConsequence[]
  /** The person came from another province: whether this lies before or after, or was certified there (M14.3). */
  transfer: { on: string; from: string | null; kind: 'before' | 'after' | 'elsewhere' } | null
}

export const previewSelect = {
  id: true,
  personId: true,
  year: true,
  category: true,
  option: true,
  subject: true,
  title: true,
  assessment: true,
  organizer: true,
  place: true,
  startedOn: true,
  completedOn: true,
  details: true,
  achievement: true,
  creditedIn: true,
  filingId: true,
  filing: { select: filingBesideSelect },
  evidence: { where: { removedAt: null }, select: { sha256: true } },
} as const satisfies Prisma.HourRecordSelect

type Draft = Parameters<typeof creditableOf>[0]

/** What the record will be worth and why, before it is handed in: the same rules, on the year as it stands with everything that waits. */
export async function previewRecord(actor: Actor, id: string, change: ContentChange = {}): Promise<RecordPreview> {
  const row = await db.hourRecord.findFirst({ where: { AND: [{ id }, recordScope(actor)] }, select: previewSelect })
  if (!row) throw notFound()
  const stored = { ...row, details: recordDetails.parse(row.details), startedOn: day(row.startedOn), completedOn: day(row.completedOn) }
  const content = mergeContent(stored, change)
  const proofs = row.evidence.map((item) => item.sha256)
  const [person, duplicates] = await Promise.all([
    loadPersonRecords(row.personId),
    findDuplicates({ id, personId: row.personId, identifiers: identifiersOfContent(content), proofs }),
  ])
  const missing = [...missingOf(content), ...(yearIsOpenChoice(content) ? ['year'] : []), ...(proofs.length === 0 ? ['evidence'] : [])]
  const filing = row.filing && content.filingId === row.filingId ? filingBeside(registeredTraining(row.filing), content) : null
  const nothing = {
    line: null,
    explanation: null,
    ruleSet: null,
    before: null,
    after: null,
    met: false,
    warnings: [],
    alternatives: [],
    years: [],
  }
  const shared = { missing, filing, required: minimumsOf(content.year), transfer: person && transferOf(person, content) }
  const draft = { ...row, ...content, filing: row.filing && { approvedOn: day(row.filing.approvedOn) } }
  const own = creditableOf(draft)
  const input = toRulesInput(own)
  if (!person || !input) return { ...nothing, ...shared }

  const { before, after, all } = evaluated(draft, person)
  const line = after.lines.find((candidate) => candidate.id === id) ?? null
  const ruleSet = ruleSetFor(content.year, person.rules.sets)
  return {
    ...shared,
    line,
    explanation: line && explainLine(line, input, ruleSet, content.year),
    ruleSet: after.ruleSet,
    before: before.totals,
    after: after.totals,
    met: after.met,
    warnings: previewWarnings({ id, content, person, before, after, filing, duplicates }),
    alternatives: alternativesOf(yearCaseOf(person, content.year, yearInputs(all, content.year), null), id, { ruleSet }),
    years: consequences(draft, person),
  }
}

function evaluated(draft: Draft, person: PersonRecords) {
  const others = person.records.filter((record) => record.id !== draft.id)
  const all = [...others, creditableOf(draft)]
  return { before: evaluateRecords(person, draft.year, others), after: evaluateRecords(person, draft.year, all), all }
}

/** What each possible year has now and would have. */
function consequences(draft: Draft, person: PersonRecords): YearConsequence[] {
  const possible = creditYears(draft)
  if (possible.length < 2) return []
  return possible.map((year): YearConsequence => {
    const { before, after } = evaluated({ ...draft, year }, person)
    return {
      year,
      counted: after.lines.find((line) => line.id === draft.id)?.counted ?? 0,
      before: before.totals,
      after: after.totals,
      metBefore: before.met,
      metAfter: after.met,
      required: minimumsOf(year),
    }
  })
}

function transferOf(
  { transferredInOn, transferredFrom }: PersonRecords,
  { category, completedOn }: RecordContent,
): RecordPreview['transfer'] {
  if (!transferredInOn || !completedOn) return null
  const kind = category === 'elsewhere' ? 'elsewhere' : completedOn < transferredInOn ? 'before' : 'after'
  return { on: transferredInOn, from: transferredFrom, kind }
}
