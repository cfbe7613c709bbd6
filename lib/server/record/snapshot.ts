import 'server-only'
import { withoutPersonalNumbers } from '@/lib/numbers/without-personal-numbers'
import type { Changes, FieldValue } from '../transition/changes'
import type { RecordContent } from './content'
import { platformOf } from './draft/platform-choices'
import type { RecordForDecision } from './load-for-decision'

/** What is said of a record, field by field, as an event keeps it: names instead of keys, no personal number in any text. */
export type FieldValues = Partial<Record<ChangedField, FieldValue>>

export const CHANGED_FIELDS = [
  ...[
    'option',
    'author',
    'subject',
    'title',
    'number',
    'organizer',
    'place',
    'assessment',
    'startedOn',
    'completedOn',
    'year',
    'days',
    'times',
  ],
  ...['unitApproved', 'presented', 'platform', 'labelledHours', 'courses', 'hours', 'certificate', 'decision', 'creditedIn', 'filing'],
] as const
export type ChangedField =
  | Exclude<keyof RecordContent, 'category' | 'details' | 'filingId'>
  | Exclude<keyof RecordContent['details'], 'yearChosen'>
  | 'filing'

export interface Snapshot {
  content: FieldValues
  evidence: string[]
}

/** The record as it stands, to be kept with the event of its handing in or its return. `filing`: number and title. */
export function snapshotOf(record: RecordForDecision): Snapshot {
  const { option, subject, title, assessment, organizer, place, startedOn, completedOn, creditedIn, year, details } = record
  const { yearChosen: _, platform, ...own } = details
  const said: FieldValues = {
    ...{ option, subject, title, assessment, organizer, place, startedOn, completedOn, creditedIn, year },
    ...own,
    ...(platform === undefined ? {} : { platform: platformOf(record)?.name ?? platform }),
    ...(record.filing ? { filing: record.filing.name } : {}),
  }
  const content = Object.fromEntries(
    Object.entries(said).map(([field, value]) => [field, typeof value === 'string' ? withoutPersonalNumbers(value) : value]),
  )
  return { content, evidence: record.evidence.map((item) => item.id) }
}

/** What was changed between the two, in the order in which pages name the fields. */
export function changesBetween(before: Snapshot, after: Snapshot): Changes {
  const value = (snapshot: Snapshot, field: ChangedField) => {
    const said = snapshot.content[field]
    return said === undefined || said === '' ? null : said
  }
  const fields = (CHANGED_FIELDS as readonly ChangedField[]).flatMap((field) => {
    const [from, to] = [value(before, field), value(after, field)]
    return from === to ? [] : [{ field, from, to }]
  })
  return {
    fields,
    added: after.evidence.filter((id) => !before.evidence.includes(id)),
    removed: before.evidence.filter((id) => !after.evidence.includes(id)),
  }
}
