import { addDays, type PlainDate, weekday, yearOf } from './plain-date'

/** The days that differ from the working week of Monday–Friday, and the years for which they are known. */
export interface WorkCalendar {
  /** Years whose State Council notice is in the data. */
  coveredYears: ReadonlySet<number>
  /** Days off that fall on Monday–Friday. */
  holidays: ReadonlySet<PlainDate>
  /** Saturdays and Sundays that are worked. */
  makeUpDays: ReadonlySet<PlainDate>
}

/** A computed date. Provisional: it may still move, because the count went through a year whose notice is not known. */
export interface DatedAnswer {
  on: PlainDate
  provisional: boolean
}

/** Whether the date is a working day. Outside the covered years: Monday–Friday. */
export function isWorkingDay(calendar: WorkCalendar, date: PlainDate): boolean {
  if (calendar.makeUpDays.has(date)) return true
  if (calendar.holidays.has(date)) return false
  const day = weekday(date)
  return day !== 0 && day !== 6
}

/**
 * The n-th working day after `from`, `from` itself not counted; before it where n is negative; `from` where n is 0. Throws a RangeError
 * where n is not a whole number.
 */
export function addWorkingDays(calendar: WorkCalendar, from: PlainDate, n: number): DatedAnswer {
  if (!Number.isInteger(n)) throw new RangeError(`not a whole number of working days: ${n}`)
  const step = n < 0 ? -1 : 1
  let on = from
  let provisional = false
  for (let left = Math.abs(n); left > 0; ) {
    on = addDays(on, step)
    if (!calendar.coveredYears.has(yearOf(on))) provisional = true
    if (isWorkingDay(calendar, on)) left -= 1
  }
  return { on, provisional }
}

/** How many working days lie after `from` up to and including `to`; negative, counted back from `from`, where `to` is earlier. */
export function countWorkingDays(calendar: WorkCalendar, from: PlainDate, to: PlainDate): { days: number; provisional: boolean } {
  const step = to < from ? -1 : 1
  let days = 0
  let provisional = false
  for (let on = from; on !== to; ) {
    on = addDays(on, step)
    if (!calendar.coveredYears.has(yearOf(on))) provisional = true
    if (isWorkingDay(calendar, on)) days += step
  }
  return { days, provisional }
}

/**
 * First and last day of a publicity period of n working days, the opening day not counted (M14.1): opened on Thursday 2025-11-13 for 5
 * working days, it runs from 11-14 to 11-20. It may be confirmed from `startOfDay(addDays(endsOn, 1))`. Throws a RangeError where n is not
 * a whole number of at least 1.
 */
export function publicityPeriod(
  calendar: WorkCalendar,
  openedOn: PlainDate,
  n: number,
): { startsOn: PlainDate; endsOn: PlainDate; provisional: boolean } {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`a publicity period has at least one working day: ${n}`)
  const first = addWorkingDays(calendar, openedOn, 1)
  const last = addWorkingDays(calendar, openedOn, n)
  return { startsOn: first.on, endsOn: last.on, provisional: last.provisional }
}
