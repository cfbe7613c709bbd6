import 'server-only'
import { ACT_OF } from '@/lib/access/acts'
import { can } from '@/lib/access/can'
import type { Actor, EmploymentKind } from '@/lib/access/types'
import { explainLine } from '@/lib/rules/explain'
import type { Explanation, SubjectHours, YearResult } from '@/lib/rules/types'
import { countsHours, stateIs } from '@/lib/workflow/ask'
import type { RecordEvent } from '@/lib/workflow/events'
import { isBureau } from '@/lib/workflow/parties'
import type { RecordState } from '@/lib/workflow/states'
import { db, pool } from '../db'
import { notFound } from '../errors'
import { recordDetails } from '../record/details'
import { day } from '../record/load-for-decision'
import { type RecordPage, readRecord } from '../record/read-record'
import { toRulesInput } from '../record/rules-input'
import { recordScope } from '../record/scope'
import { ruleSetNamed } from '../rule-set/in-force'
import { evaluatePersonYear, type LedgerRecord, loadLedgers, rewriteLedgers, yearInputs } from '../year/ledgers'

/** Another record that hands in the very same file. */
export interface SimilarRecord {
  id: string
  year: number
  state: RecordState
  samePerson: boolean
  /** What it is and whose: a bureau reads it of every county's, an employer of its own staff's; null otherwise. */
  title: string | null
  personName: string | null
  /** In the actor's reach: it can be opened. */
  visible: boolean
}

/** What a reviewer decides on: the record, what the year would become, and whether its proofs were used before. */
export interface Review {
  record: RecordPage
  person: { name: string; idNumberMask: string; employment: EmploymentKind | null; department: string | null }
  /** The filing of a professional training: whether it was approved by the first day (N3.2); null where none is needed. */
  filing: { number: string | null; title: string; approvedOn: string | null; matches: boolean } | null
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
  const [row, people, similar] = await Promise.all([readRow(id), loadLedgers([record.personId]), readSimilar(actor, id, record.personId)])
  const person = people.get(record.personId)
  if (!row || !person) throw notFound()
  const { year } = row
  const counts = countsHours(record.state)
  const before = evaluateNow(person, year)
  const after = counts || !stateIs('record', record.state, 'pending') ? before : withRecord(person, row.creditable)
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
      certified: ledger ? stateIs('year', ledger.state, 'certified') : false,
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
  const waits = stateIs('record', record.state, 'awaiting_publicity') && record.path === 'employer'
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
      filing: { select: { number: true, title: true, approvedOn: true } },
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
  const startedOn = day(row.startedOn)
  const approvedOn = day(filing?.approvedOn)
  const [employment] = person.employments
  const creditable: LedgerRecord = {
    ...row,
    details: recordDetails.parse(row.details),
    startedOn,
    completedOn: day(row.completedOn),
    filingApprovedOn: approvedOn,
    registeredAt: '9999',
  }
  return {
    ...row,
    creditable,
    person: {
      name: person.name,
      idNumberMask: person.idNumberMask,
      employment: employment?.kind ?? null,
      department: employment?.department ?? null,
    },
    filing:
      row.category === 'training' && row.subject === 'professional'
        ? {
            number: filing?.number ?? null,
            title: filing?.title ?? '',
            approvedOn,
            matches: approvedOn !== null && startedOn !== null && approvedOn <= startedOn,
          }
        : null,
  }
}

const MOST_SIMILAR = 10

/** Records that hand in a file with the same bytes, anybody's; what was never handed in left out. */
async function readSimilar(actor: Actor, id: string, personId: string): Promise<SimilarRecord[]> {
  const { rows } = await pool.query<SimilarRow>({
    name: 'similar-evidence',
    text: `SELECT DISTINCT r.id, r.title, r.year, r.state, p.name AS "personName", r.person_id AS "personId"
      FROM evidence mine JOIN evidence other ON other.sha256 = mine.sha256 AND other.record_id <> mine.record_id AND other.removed_at IS NULL
      JOIN hour_record r ON r.id = other.record_id JOIN person p ON p.id = r.person_id
      WHERE mine.record_id = $1 AND mine.removed_at IS NULL AND r.first_submitted_at IS NOT NULL ORDER BY r.id LIMIT ${MOST_SIMILAR}`,
    values: [id],
  })
  if (rows.length === 0) return []
  const reached = await db.hourRecord.findMany({
    where: { AND: [{ id: { in: rows.map((row) => row.id) } }, recordScope(actor)] },
    select: { id: true },
  })
  const visible = new Set(reached.map((row) => row.id))
  return rows.map((row) => {
    const isNamed = visible.has(row.id) || isBureau(actor.role)
    return {
      id: row.id,
      year: row.year,
      state: row.state,
      samePerson: row.personId === personId,
      title: isNamed ? row.title : null,
      personName: isNamed ? row.personName : null,
      visible: visible.has(row.id),
    }
  })
}

interface SimilarRow {
  id: string
  title: string
  year: number
  state: RecordState
  personName: string
  personId: string
}
