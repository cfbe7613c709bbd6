import 'server-only'
import type { Actor } from '@/lib/access/types'
import { explainLine } from '@/lib/rules/explain'
import type { Explanation, ResultLine, SubjectHours } from '@/lib/rules/types'
import { recordStatesWhere } from '@/lib/workflow/ask'
import type { Prisma } from '@/prisma/generated/client/client'
import { db } from '../db'
import { notFound } from '../errors'
import { ruleSetInForce } from '../rule-set/in-force'
import { evaluateRecords, loadPersonRecords, minimumsOf, type PersonRecords } from '../year/load-year-records'
import { type ContentChange, mergeContent, missingOf, type RecordContent, yearIsOpenChoice } from './content'
import { recordDetails } from './details'
import { day } from './load-for-decision'
import { toRulesInput } from './rules-input'
import { recordScope } from './scope'
import { creditableOf } from './submit-record'

export type PreviewWarning =
  | { code: 'provisional_figure' }
  | { code: 'overlapping_days'; titles: string[] }
  /** The same number, or the same file, among one's own records. */
  | { code: 'duplicate_own'; titles: string[] }
  /** Among somebody else's: without saying whose. */
  | { code: 'duplicate_other' }
  | { code: 'no_change' }

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
  filing: { select: { approvedOn: true } },
  evidence: { where: { removedAt: null }, select: { sha256: true } },
} as const satisfies Prisma.HourRecordSelect

type Row = Prisma.HourRecordGetPayload<{ select: typeof previewSelect }>

/** What the record will be worth and why, before it is handed in: the same rules, on the year as it stands with everything that waits. */
export async function previewRecord(actor: Actor, id: string, change: ContentChange = {}): Promise<RecordPreview> {
  const row = await db.hourRecord.findFirst({ where: { AND: [{ id }, recordScope(actor)] }, select: previewSelect })
  if (!row) throw notFound()
  return preview(row, change)
}

export async function preview(row: Row, change: ContentChange): Promise<RecordPreview> {
  const content = mergeContent(
    { ...row, details: recordDetails.parse(row.details), startedOn: day(row.startedOn), completedOn: day(row.completedOn) },
    change,
  )
  const missing = [
    ...missingOf(content),
    ...(yearIsOpenChoice(content) ? ['year'] : []),
    ...(row.evidence.length === 0 ? ['evidence'] : []),
  ]
  const required = minimumsOf(content.year)
  const person = await loadPersonRecords(row.personId)
  const own = creditableOf({ ...row, ...content })
  const input = toRulesInput(own)
  if (!person || !input)
    return { line: null, explanation: null, ruleSet: null, before: null, after: null, required, met: false, missing, warnings: [] }

  const others = person.records.filter((record) => record.id !== row.id)
  const before = evaluateRecords(person, content.year, others)
  const after = evaluateRecords(person, content.year, [...others, own])
  const line = after.lines.find((candidate) => candidate.id === row.id) ?? null
  const ruleSet = ruleSetInForce(content.year)
  const overlapping = after.warnings.find((warning) => warning.code === 'overlapping_days')?.records ?? []
  const warnings: PreviewWarning[] = []
  if (line && line.status !== 'legible') warnings.push({ code: 'provisional_figure' })
  if (overlapping.includes(row.id)) {
    const titles = await titlesOf(overlapping.filter((id) => id !== row.id && overlaps(id, content, person)))
    if (titles.length > 0) warnings.push({ code: 'overlapping_days', titles })
  }
  warnings.push(...(await duplicatesOf(row)))
  if (line && line.counted > 0 && same(before.totals, after.totals)) warnings.push({ code: 'no_change' })
  return {
    line,
    explanation: line && explainLine(line, input, ruleSet, content.year),
    ruleSet: after.ruleSet,
    before: before.totals,
    after: after.totals,
    required,
    met: after.met,
    missing,
    warnings,
  }
}

function overlaps(id: string, { startedOn, completedOn }: RecordContent, person: PersonRecords): boolean {
  const other = person.records.find((record) => record.id === id)
  if (!other?.startedOn || !other.completedOn || !startedOn || !completedOn) return false
  return other.startedOn <= completedOn && startedOn <= other.completedOn
}

function same(a: SubjectHours, b: SubjectHours): boolean {
  return a.total === b.total && a.professional === b.professional
}

async function titlesOf(ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await db.hourRecord.findMany({ where: { id: { in: [...ids] } }, select: { title: true } })
  return rows.map((row) => row.title)
}

/** Records that stand in the way: the same number in the same category, or a file with the same bytes. */
async function duplicatesOf(row: Row): Promise<PreviewWarning[]> {
  const proofs = row.evidence.map((item) => item.sha256)
  const alike: Prisma.HourRecordWhereInput[] = [
    ...(row.achievement ? [{ achievement: row.achievement }] : []),
    ...(proofs.length > 0 ? [{ evidence: { some: { sha256: { in: proofs }, removedAt: null } } }] : []),
  ]
  if (alike.length === 0) return []
  const rows = await db.hourRecord.findMany({
    where: { OR: alike, id: { not: row.id }, state: { in: recordStatesWhere('live') } },
    select: { title: true, personId: true, state: true },
    take: 20,
  })
  const own = rows.filter((other) => other.personId === row.personId)
  // A paper has several authors: the same number with somebody else is as it should be for each of them; a draft of theirs is nobody's business.
  const drafts = recordStatesWhere('draft')
  const foreign = rows.some((other) => other.personId !== row.personId && !drafts.includes(other.state))
  return [
    ...(own.length > 0 ? [{ code: 'duplicate_own' as const, titles: own.map((other) => other.title) }] : []),
    ...(foreign ? [{ code: 'duplicate_other' as const }] : []),
  ]
}
