import 'server-only'
import { z } from 'zod'
import { daysBetween, type PlainDate, plainDate } from '@/lib/calendar/plain-date'
import { filingNumberFamily } from '@/lib/i18n/numbering'
import { day } from '../database/plain-dates'
import type { FieldProblem } from '../input/errors'

const dates = z.iso.date().transform((text) => plainDate(text))

/** What a change may change of a training on file; kept as JSON until both have agreed. The authority that agreed stays the same. */
export const filingChange = z.object({
  title: z.string(),
  content: z.string(),
  targetGroup: z.string(),
  teachers: z.string(),
  place: z.string(),
  startsOn: dates,
  endsOn: dates,
  days: z.number(),
  hours: z.number().nullable(),
  fileIds: z.array(z.string()),
})
export type FilingChange = z.infer<typeof filingChange>

/** Everything that is said of a training. */
export interface FilingContent extends FilingChange {
  authorityId: string | null
  /** Of a training filed outside the city: who held it, and its number there. */
  organizer: string
  outsideNumber: string | null
  outsideBody: string
  outsideFiledOn: PlainDate | null
}

interface ContentRow extends Omit<FilingContent, 'startsOn' | 'endsOn' | 'days' | 'hours' | 'outsideFiledOn'> {
  startsOn: Date
  endsOn: Date
  days: unknown
  hours: unknown
  outsideFiledOn: Date | null
}

export const contentSelect = {
  title: true,
  content: true,
  targetGroup: true,
  teachers: true,
  place: true,
  startsOn: true,
  endsOn: true,
  days: true,
  hours: true,
  fileIds: true,
  authorityId: true,
  organizer: true,
  outsideNumber: true,
  outsideBody: true,
  outsideFiledOn: true,
} as const

export function contentOf(row: ContentRow): FilingContent {
  const { title, content, targetGroup, teachers, place, fileIds, authorityId, organizer, outsideNumber, outsideBody } = row
  return {
    ...{ title, content, targetGroup, teachers, place, fileIds, authorityId, organizer, outsideNumber, outsideBody },
    startsOn: day(row.startsOn),
    endsOn: day(row.endsOn),
    days: Number(row.days),
    hours: row.hours === null ? null : Number(row.hours),
    outsideFiledOn: day(row.outsideFiledOn),
  }
}

/** What is in force with the change laid over it. */
export function withChange(content: FilingContent, change: unknown): FilingContent {
  return change === null || change === undefined ? content : { ...content, ...filingChange.parse(change) }
}

export function changeOf({
  title,
  content,
  targetGroup,
  teachers,
  place,
  startsOn,
  endsOn,
  days,
  hours,
  fileIds,
}: FilingContent): FilingChange {
  return { title, content, targetGroup, teachers, place, startsOn, endsOn, days, hours, fileIds }
}

/** The columns of what a change may change, by their names in the table. */
export function columnsOf(content: FilingChange) {
  const { title, content: text, targetGroup, teachers, place, startsOn, endsOn, days, hours, fileIds } = content
  return {
    ...{ title, content: text, target_group: targetGroup, teachers, place, starts_on: startsOn, ends_on: endsOn, days, hours },
    file_ids: fileIds,
  }
}

const NEEDED = ['title', 'content', 'hours'] as const
const NEEDED_INSIDE = ['targetGroup', 'teachers', 'place', 'authorityId'] as const
const NEEDED_OUTSIDE = ['organizer', 'outsideNumber', 'outsideBody', 'outsideFiledOn'] as const

/** What is still to be said before it can be handed in; the file is asked for by itself. */
export function missingOf(content: FilingContent, outside: boolean): string[] {
  const names: readonly (keyof FilingContent)[] = [...NEEDED, ...(outside ? NEEDED_OUTSIDE : NEEDED_INSIDE)]
  return names.filter((name) => content[name] === null || content[name] === '')
}

/** What does not fit together, by field. A change cannot lay a training into the past. */
export function problemsOf(
  content: FilingContent,
  { outside, changing, today }: { outside: boolean; changing: boolean; today: PlainDate },
): Record<string, FieldProblem> {
  const problems: Record<string, FieldProblem> = {}
  const { startsOn, endsOn, days, outsideNumber, outsideFiledOn } = content
  if (startsOn > endsOn) problems.startsOn = { key: 'order', values: { end: endsOn } }
  else if (days > daysBetween(startsOn, endsOn) + 1)
    problems.days = { key: 'days_exceed', values: { from: startsOn, to: endsOn, most: daysBetween(startsOn, endsOn) + 1 } }
  if (changing && startsOn < today) problems.startsOn ??= { key: 'past_day', values: { today } }
  if (outside && outsideFiledOn && outsideFiledOn > today) problems.outsideFiledOn = { key: 'date_future' }
  if (outside && outsideNumber?.startsWith(filingNumberFamily)) problems.outsideNumber = { key: 'own_number' }
  return problems
}
