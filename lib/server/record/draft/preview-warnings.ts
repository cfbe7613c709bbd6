import 'server-only'
import { type ComparedField, differingFields } from '@/lib/rules/compare-with-filing'
import type { YearResult } from '@/lib/rules/types'
import { type Unchanged, unchangedBecause } from '@/lib/rules/year-unchanged'
import type { PersonRecords } from '../../ledger/load-person-records'
import type { RecordContent } from '../content'
import type { Alike, Duplicate } from '../read-duplicates'
import type { FilingBeside } from './filing-beside'

export interface OtherTraining {
  id: string
  title: string
  startedOn: string
  completedOn: string
}

/** What to look at twice before handing in. None of it refuses. */
export type PreviewWarning =
  | { code: 'provisional_figure' }
  /** Approved only after its first day: worth nothing (N3.2). */
  | { code: 'filing_late'; approvedOn: string; startedOn: string }
  /** Chosen once, and no longer in the register. */
  | { code: 'filing_gone' }
  | { code: 'filing_differs'; fields: ComparedField[] }
  | { code: 'overlapping_days'; trainings: OtherTraining[] }
  | { code: 'duplicate_own'; records: { id: string; title: string; same: Alike[] }[] }
  /** Somebody else's: without saying whose, which, or how many. */
  | { code: 'duplicate_other'; same: Alike[] }
  /** `title`: the option that is the year's instead. */
  | { code: 'no_change'; why: Unchanged; title: string | null }

interface Considered {
  id: string
  content: RecordContent
  person: PersonRecords
  before: YearResult
  after: YearResult
  filing: FilingBeside | null
  duplicates: readonly Duplicate[]
}

export function previewWarnings({ id, content, person, before, after, filing, duplicates }: Considered): PreviewWarning[] {
  const line = after.lines.find((candidate) => candidate.id === id)
  const unchanged = unchangedBecause(before, after, id)
  const trainings = overlapping(id, content, person)
  return [
    ...(line && line.status !== 'legible' ? [{ code: 'provisional_figure' as const }] : []),
    ...(filing ? filingWarnings(filing) : []),
    ...(trainings.length > 0 ? [{ code: 'overlapping_days' as const, trainings }] : []),
    ...duplicateWarnings(duplicates, person.personId),
    ...(unchanged ? [{ code: 'no_change' as const, why: unchanged, title: titleOfChoice(id, after, person) }] : []),
  ]
}

function filingWarnings(filing: FilingBeside): PreviewWarning[] {
  const { comparison, approvedOn, entered, startsOn, registered } = filing
  const fields = differingFields(comparison)
  return [
    ...(registered ? [] : [{ code: 'filing_gone' as const }]),
    ...(comparison.approval === 'late' && approvedOn
      ? [{ code: 'filing_late' as const, approvedOn, startedOn: entered.startedOn ?? startsOn }]
      : []),
    ...(fields.length > 0 ? [{ code: 'filing_differs' as const, fields }] : []),
  ]
}

/** The person's other trainings on the same days, whatever they are worth: one is in one room at a time. */
function overlapping(id: string, { category, startedOn, completedOn }: RecordContent, person: PersonRecords): OtherTraining[] {
  if (category !== 'training' || !startedOn || !completedOn) return []
  return person.records.flatMap((other): OtherTraining[] => {
    if (other.id === id || other.category !== 'training' || !other.startedOn || !other.completedOn) return []
    if (other.startedOn > completedOn || startedOn > other.completedOn) return []
    return [{ id: other.id, title: other.title, startedOn: other.startedOn, completedOn: other.completedOn }]
  })
}

function duplicateWarnings(duplicates: readonly Duplicate[], personId: string): PreviewWarning[] {
  const own = duplicates.filter((other) => other.personId === personId)
  const foreign = [...new Set(duplicates.filter((other) => other.personId !== personId && other.handedIn).flatMap((other) => other.same))]
  return [
    ...(own.length > 0 ? [{ code: 'duplicate_own' as const, records: own.map(({ id, title, same }) => ({ id, title, same })) }] : []),
    ...(foreign.length > 0 ? [{ code: 'duplicate_other' as const, same: foreign }] : []),
  ]
}

function titleOfChoice(id: string, { choice }: YearResult, person: PersonRecords): string | null {
  if (choice.selected === null || choice.selected === id) return null
  return person.records.find((record) => record.id === choice.selected)?.title ?? null
}
