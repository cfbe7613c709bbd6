/**
 * A calendar date of Asia/Shanghai, `YYYY-MM-DD`. Dates are compared as strings:
 * the format orders them. No time of day, no zone, never a `Date`.
 */
export type PlainDate = string & { readonly __brand: 'PlainDate' }

/** First and last year of a `PlainDate`. */
export const FIRST_YEAR = 1900
export const LAST_YEAR = 2999

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/
const DAY = 86_400_000

/** Whether the text is an existing day, written `YYYY-MM-DD`, of the years 1900–2999. */
export function isPlainDate(text: string): text is PlainDate {
  const match = PATTERN.exec(text)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (year < FIRST_YEAR || year > LAST_YEAR) return false
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** The text as a date; throws a RangeError where it is none. For constants and stored values, not for input. */
export function plainDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw new RangeError(`not a date: ${text}`)
  return text
}

/** A date as people type it: `2025-04-07`, `2025/4/7`, `2025.4.7`, `20250407` or `2025年4月7日`; null where it is none of these. */
export function parseTypedDate(text: string): PlainDate | null {
  const match = /^\s*(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?\s*$/.exec(text) ?? /^\s*(\d{4})(\d{2})(\d{2})\s*$/.exec(text)
  if (!match) return null
  const candidate = `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}`
  return isPlainDate(candidate) ? candidate : null
}

/** The date `days` calendar days later (earlier where negative). Throws a RangeError outside the years 1900–2999. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return plainDate(new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10))
}

/** Calendar days from one date to the other, the first excluded: 0 on the same day. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY)
}

/** The calendar year of the date. */
export function yearOf(date: PlainDate): number {
  return Number(date.slice(0, 4))
}

/** The day of the week: 0 Sunday … 6 Saturday. */
export function weekday(date: PlainDate): number {
  return new Date(Date.parse(date)).getUTCDay()
}

const SHANGHAI_OFFSET = 8 * 3_600_000

/** The calendar date of an instant in Asia/Shanghai (UTC+8, without summer time since 1991). Throws as `addDays` does. */
export function dateInShanghai(instant: Date): PlainDate {
  return plainDate(new Date(instant.getTime() + SHANGHAI_OFFSET).toISOString().slice(0, 10))
}

/** The first instant of the date in Asia/Shanghai. */
export function startOfDay(date: PlainDate): Date {
  return new Date(Date.parse(date) - SHANGHAI_OFFSET)
}
