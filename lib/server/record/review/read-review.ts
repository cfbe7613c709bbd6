import 'server-only'
import { ACT_OF } from '@/lib/access/acts'
import { can } from '@/lib/access/can'
import type { Actor, EmploymentKind } from '@/lib/access/types'
import { explainLine } from '@/lib/rules/explain'
import type { Category, Explanation, Subject, SubjectHours, YearResult } from '@/lib/rules/types'
import type { RecordEvent } from '@/lib/workflow/events'
import { countsHours, isInGroup } from '@/lib/workflow/state-groups'
import { db } from '../../database/db'
import { day } from '../../database/plain-dates'
import { notFound } from '../../input/errors'
import { evaluatePersonYear, loadLedgers, rewriteLedgers, yearInputs } from '../../ledger/ledgers'
import { creditableOf } from '../../ledger/load-person-records'
import { recordDetails } from '../../ledger/record-details'
import { toRulesInput } from '../../ledger/rules-input'
import type { LedgerRecord } from '../../ledger/types'
import { ruleSetNamed } from '../../rule-set/in-force'
import { type FilingBeside, filingBeside, filingBesideSelect, registeredTraining } from '../draft/filing-beside'
import { readSimilar, type SimilarRecord } from '../read-duplicates'
import { type RecordPage, readRecord } from '../read-record'

/** What a reviewer decides on: the record, what the year would become, and whether others are about the same document. */
export interface Review {
  record: RecordPage
  person: { name: string; idNumberMask: string; employment: EmploymentKind | null; department: string | null }
  /** The filing of a professional training beside what was entered (N3.2); `missing` where none was chosen, null where none is needed. */
  filing: FilingBeside | 'missing' | null
  year: {
    id: string | null
    certified: boolean
    before: SubjectHours
    after: SubjectHours
    required: { total: number; professional: number }
  }
  /** Why it is worth its hours, as the year would count it. */
  explanation: Explanation | null
  ruleSet: string
  similar: SimilarRecord[]
  /** What this actor may do with it now. */
  actions: RecordEvent[]
}

/** A record in reach of the bureau, with all that a decision needs. Not visible: not found. */
export async function readReview(actor: Actor, id: string, now: Date): Promise<Review> {
  const record = await readRecord(actor, id, now)
  const [row, people, similar] = await Promise.all([readRow(id), loadLedgers([record.personId]), readSimilar(actor, id)])
  const person = people.get(record.personId)
  if (!row || !person) throw notFound()
  const { year } = row
  const counts = countsHours(record.state)
  const before = evaluateNow(person, year)
  const after = counts || !isInGroup('record', record.state, 'pending') ? before : withRecord(person, row.creditable)
  const line = after.lines.find((candidate) => candidate.id === id)
  const input = toRulesInput(row.creditable)
  const ruleSet = ruleSetNamed(after.ruleSet)
  const target = {
    personId: record.personId,
    organizationId: row.organizationId,
    regionCode: row.regionCode,
    unitLevel: row.unitLevel,
    path: record.path,
    enteredBy: row.createdBy,
    decidedBy: record.decidedBy,
  }
  const ledger = person.years.find((candidate) => candidate.year === year)
  return {
    record,
    person: row.person,
    filing: row.filing,
    year: {
      id: ledger?.id ?? null,
      certified: ledger ? isInGroup('year', ledger.state, 'certified') : false,
      before: before.totals,
      after: after.totals,
      required: { total: after.required.total ?? 0, professional: after.required.professional ?? 0 },
    },
    explanation: line && input && ruleSet ? explainLine(line, input, ruleSet, year) : record.explanation,
    ruleSet: after.ruleSet,
    similar,
    actions: [...record.actions, ...publicizable(record)].filter((event) => {
      const act = ACT_OF.record[event]
      return act !== null && can(actor, act, target)
    }),
  }
}

/** Whoever may return an accepted record may publicize it too; its period is not known before the batch is opened, so the workflow cannot say so. */
function publicizable(record: RecordPage): RecordEvent[] {
  const waits = isInGroup('record', record.state, 'awaiting_publicity') && record.path === 'employer'
  return waits && record.actions.includes('return') ? ['publicize'] : []
}

type Ledgers = Parameters<typeof rewriteLedgers>[0]

function evaluateNow(person: Ledgers, year: number): YearResult {
  const choice = person.years.find((row) => row.year === year)?.choiceId ?? null
  return evaluatePersonYear(person, year, yearInputs(person.registered, year), choice)
}

function withRecord(person: Ledgers, record: LedgerRecord): YearResult {
  const write = rewriteLedgers(person, { put: [record] }).writes.find(({ year }) => year === record.year)
  if (!write) throw new Error('a record that changes no ledger')
  return write.result as YearResult
}

async function readRow(id: string) {
  const row = await db.hourRecord.findUnique({
    where: { id },
    select: {
      id: true,
      year: true,
      category: true,
      option: true,
      subject: true,
      startedOn: true,
      completedOn: true,
      details: true,
      achievement: true,
      creditedIn: true,
      organizationId: true,
      regionCode: true,
      unitLevel: true,
      createdBy: true,
      title: true,
      organizer: true,
      filing: { select: filingBesideSelect },
      person: {
        select: {
          name: true,
          idNumberMask: true,
          employments: { orderBy: { fromOn: 'desc' }, take: 1, select: { kind: true, department: true } },
        },
      },
    },
  })
  if (!row) return null
  const { filing, person } = row
  const [employment] = person.employments
  const creditable = creditableOf({
    ...row,
    details: recordDetails.parse(row.details),
    startedOn: day(row.startedOn),
    completedOn: day(row.completedOn),
    filing: filing && { approvedOn: day(filing.approvedOn) },
  })
  return {
    ...row,
    creditable,
    person: {
      name: person.name,
      idNumberMask: person.idNumberMask,
      employment: employment?.kind ?? null,
      department: employment?.department ?? null,
    },
    filing: isProfessionalTraining(row)
      ? filing
        ? filingBeside(registeredTraining(filing), { ...creditable, title: row.title, organizer: row.organizer })
        : ('missing' as const)
      : null,
  }
}

function isProfessionalTraining({ category, subject }: { category: Category; subject: Subject | null }): boolean {
  return category === 'training' && subject === 'professional'
}
