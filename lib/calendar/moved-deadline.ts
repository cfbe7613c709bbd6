import type { PlainDate } from './plain-date'
import { addWorkingDays, countWorkingDays, type DatedAnswer, publicityPeriod, type WorkCalendar } from './working-days'

/** A deadline that runs: from the day it was reckoned from to the day it ends. */
export interface OpenDeadline {
  since: PlainDate
  due: PlainDate
}

/**
 * Where a running deadline ends once the calendar has changed: after as many working days as were reckoned by the calendar before. Never in the
 * past: what still ran today runs at least today.
 */
export function movedDeadline({ since, due }: OpenDeadline, before: WorkCalendar, after: WorkCalendar, today: PlainDate): DatedAnswer {
  const days = countWorkingDays(before, since, due).days
  const moved = addWorkingDays(after, since, Math.max(0, days))
  return moved.on < today ? { on: today, provisional: moved.provisional } : moved
}

export interface Period {
  openedOn: PlainDate
  startsOn: PlainDate
  endsOn: PlainDate
  workingDays: number
}

/**
 * A publicity period under the new calendar. One that has begun never ends earlier than its notice says: people rely on what hangs on the
 * board; it ends later where a day it counted turned out to be off, since the working days are the law's (M14.1).
 */
export function movedPeriod(
  period: Period,
  after: WorkCalendar,
  today: PlainDate,
): { startsOn: PlainDate; endsOn: PlainDate; provisional: boolean } {
  const moved = publicityPeriod(after, period.openedOn, period.workingDays)
  if (period.startsOn > today) return moved
  const { startsOn } = period
  if (moved.endsOn > period.endsOn) return { ...moved, startsOn }
  return { startsOn, endsOn: period.endsOn, provisional: moved.provisional }
}
