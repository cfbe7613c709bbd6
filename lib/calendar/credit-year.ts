import { FIRST_YEAR, type PlainDate, plainDate, yearOf } from './plain-date'

/** The last day to study the public subject for a credit year, where it is later than 31 December (N8.2: for 2025 it is 2026-05-31). */
export interface LaterDeadline {
  year: number
  until: PlainDate
}

export type CreditSubject = 'public' | 'professional'

/** First and last day, both included, on which a record may be completed to count in a credit year. */
export interface CreditWindow {
  from: PlainDate
  until: PlainDate
}

/**
 * The days of a credit year: the calendar year; for the public subject up to the year's later deadline, where it has one (N8.2).
 * An achievement has no subject (null) and belongs to its calendar year.
 */
export function creditYearWindow(year: number, subject: CreditSubject | null, deadlines: readonly LaterDeadline[]): CreditWindow {
  const lastDay = plainDate(`${year}-12-31`)
  const later = subject === 'public' ? deadlines.find((deadline) => deadline.year === year)?.until : undefined
  return { from: plainDate(`${year}-01-01`), until: later !== undefined && later > lastDay ? later : lastDay }
}

/** Whether a record completed on the day may be credited to the year. */
export function isInCreditYear(
  completedOn: PlainDate,
  year: number,
  subject: CreditSubject | null,
  deadlines: readonly LaterDeadline[],
): boolean {
  const window = creditYearWindow(year, subject, deadlines)
  return completedOn >= window.from && completedOn <= window.until
}

/**
 * The credit years, earliest first, to which a record completed on the day may be credited. Where there are several, the person chooses
 * exactly one of them when entering the record (N8.2). The calendar year of completion is always the last.
 */
export function possibleCreditYears(completedOn: PlainDate, subject: CreditSubject | null, deadlines: readonly LaterDeadline[]): number[] {
  const own = yearOf(completedOn)
  const earlier = deadlines.map((deadline) => deadline.year).filter((year) => year >= FIRST_YEAR && year < own)
  const open = [...new Set(earlier)].filter((year) => isInCreditYear(completedOn, year, subject, deadlines))
  return [...open.sort((a, b) => a - b), own]
}
