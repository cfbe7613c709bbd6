import type { PlainDate } from './plain-date'
import { addWorkingDays, countWorkingDays, type DatedAnswer, publicityPeriod, type WorkCalendar } from './working-days'

/** A pending deadline: the day from which its working days are counted, and the last day to act. */
export interface OpenDeadline {
  since: PlainDate
  due: PlainDate
}

/**
 * The last day of a pending deadline after a change of the work calendar: as many working days after `since` as the calendar before the
 * change counted up to `due`. Never earlier than today, so that a change cannot let a pending deadline expire.
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
 * A publicity period under the changed calendar. A period that has begun never ends earlier than announced, since people rely on the
 * announcement; it ends later where a day that was counted turned out to be a day off, since the law counts working days (M14.1).
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
