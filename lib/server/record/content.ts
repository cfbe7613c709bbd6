import 'server-only'
import { possibleCreditYears } from '@/lib/calendar/credit-year'
import { plainDate, yearOf } from '@/lib/calendar/plain-date'
import { identifiersOf, plainNumber } from '@/lib/numbers/identifiers'
import { type Category, OPTIONS, type Subject } from '@/lib/rules/types'
import type { RecordDetails } from '../ledger/record-details'
import { isAchievement } from '../ledger/rules-input'
import { ruleSetInForce } from '../rule-set/in-force'

/** What a person says of an activity. Everything may be missing in a draft. */
export interface RecordContent {
  category: Category
  option: string | null
  subject: Subject | null
  title: string
  assessment: string
  organizer: string
  place: string
  startedOn: string | null
  completedOn: string | null
  details: RecordDetails
  creditedIn: number | null
  filingId: string | null
  year: number
}

/** A part of it, as one page of the form saves it; `details` is laid over what is there, undefined takes a detail away. */
export type ContentChange = Partial<Omit<RecordContent, 'category'>>

export function emptyContent(category: Category, year: number): RecordContent {
  return {
    category,
    option: null,
    subject: null,
    title: '',
    assessment: '',
    organizer: '',
    place: '',
    startedOn: null,
    completedOn: null,
    details: {},
    creditedIn: null,
    filingId: null,
    year,
  }
}

/** The content with the change laid over it; the credit year follows from the day of completion unless two are possible and one was chosen (N8.2). */
export function mergeContent(content: RecordContent, change: ContentChange): RecordContent {
  const merged = { ...content, ...change, details: { ...content.details, ...change.details } }
  if (merged.category === 'training' && merged.subject === 'public') merged.filingId = null
  const possible = creditYears(merged)
  if (possible.length === 0) return merged
  const chosen = change.year !== undefined || content.details.yearChosen === true
  const stands = possible.length > 1 && chosen && possible.includes(merged.year)
  const year = stands ? merged.year : (possible.at(-1) ?? merged.year)
  return { ...merged, year, details: { ...merged.details, yearChosen: stands ? true : undefined } }
}

/** The credit years the content may count in: none while its day is unknown, two where the public subject's deadline allows it. */
export function creditYears(content: Pick<RecordContent, 'category' | 'subject' | 'completedOn'>): number[] {
  if (!content.completedOn) return []
  const completedOn = plainDate(content.completedOn)
  const subject = isAchievement(content.category) ? null : content.subject
  return possibleCreditYears(completedOn, subject, ruleSetInForce(yearOf(completedOn)).publicDeadlines)
}

/** Whether a choice between two credit years is still to be made. */
export function yearIsOpenChoice(content: Pick<RecordContent, 'category' | 'subject' | 'completedOn' | 'details'>): boolean {
  return creditYears(content).length > 1 && content.details.yearChosen !== true
}

/**
 * Which achievement it is: the same number in the same category is the same paper, patent or certificate, however it is written.
 * Without a number every record is its own.
 */
export function achievementOf(content: Pick<RecordContent, 'category' | 'details'>): string | null {
  if (!isAchievement(content.category)) return null
  const number = plainNumber(content.details.number ?? '')
  return number === '' ? null : `${content.category}:${number}`
}

/** The numbers by which the same document is found again, whoever enters it. */
export function identifiersOfContent({
  category,
  details,
  completedOn,
}: Pick<RecordContent, 'category' | 'details' | 'completedOn'>): string[] {
  const year = completedOn ? yearOf(plainDate(completedOn)) : null
  return identifiersOf({ category, number: details.number, certificate: details.certificate, year })
}

const BY_CATEGORY: Partial<Record<Category, (content: RecordContent) => Record<string, unknown>>> = {
  training: ({ startedOn, details }) => ({ startedOn, days: details.days }),
  teaching: ({ details }) => ({ times: details.times }),
  courseware: ({ details }) => ({ platform: details.platform }),
  elsewhere: ({ details }) => ({ hours: details.hours, certificate: details.certificate }),
  other: ({ details }) => ({ hours: details.hours, decision: details.decision }),
}

/** What is still to be said before it can be handed in (M15): kind, content and result, and what the rules need of the category. */
export function missingOf(content: RecordContent): string[] {
  const needed: Record<string, unknown> = {
    title: content.title,
    assessment: content.assessment,
    completedOn: content.completedOn,
    ...(OPTIONS[content.category].length > 0 ? { option: content.option } : {}),
    ...(isAchievement(content.category) ? {} : { subject: content.subject }),
    ...BY_CATEGORY[content.category]?.(content),
  }
  return Object.keys(needed).filter((name) => needed[name] === null || needed[name] === undefined || needed[name] === '')
}

/** Columns of `hour_record`, as a transition or a saved draft writes them. */
export function columnsOfContent(content: RecordContent) {
  const { startedOn, completedOn, creditedIn, filingId, ...rest } = content
  return {
    ...rest,
    started_on: startedOn,
    completed_on: completedOn,
    credited_in: creditedIn,
    filing_id: filingId,
    achievement: achievementOf(content),
    identifiers: identifiersOfContent(content),
  }
}
