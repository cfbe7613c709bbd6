import 'server-only'
import { movedDeadline, movedPeriod } from '@/lib/calendar/moved-deadline'
import { addDays, type PlainDate, plainDate } from '@/lib/calendar/plain-date'
import { isWorkingDay, type WorkCalendar } from '@/lib/calendar/working-days'
import type { Queryable } from '../database/statement'
import type { Move, OpenDeadline } from './moved-deadline-types'
import { caseDeadlines, filingDeadlines, objectionDeadlines, openPeriods, recordDeadlines, yearDeadlines } from './open-deadlines'

/** No deadline of this site is further away. */
const HORIZON_DAYS = 400

/**
 * Every deadline still running that the change moves, or whose day becomes certain (then `to` is `from`). Those whose day has passed stay: what
 * was late is late, what was decided was decided by the calendar of its time.
 */
export async function planMoves(before: WorkCalendar, after: WorkCalendar, today: PlainDate, on?: Queryable): Promise<Move[]> {
  const range = { today, first: firstChanged(before, after, today) }
  // One after the other: a transaction has one connection.
  const periods = await openPeriods(range, on)
  const batches = periods.map((period): Move => {
    const { startsOn, endsOn, provisional } = movedPeriod(period, after, today)
    const { id, organizationId } = period
    return {
      stream: 'batch',
      id,
      waitsFor: 'everyone',
      organizationId,
      regionCode: null,
      from: period.endsOn,
      to: endsOn,
      provisional,
      startsOn,
    }
  })
  const ends = new Map(batches.map((move) => [move.id, move]))
  const move = (open: OpenDeadline): Move => {
    const batch = open.batchId ? ends.get(open.batchId) : undefined
    const { stream, id, waitsFor, organizationId, regionCode, due } = open
    const { on: to, provisional } = batch ? { on: batch.to, provisional: batch.provisional } : movedDeadline(open, before, after, today)
    return { stream, id, waitsFor, organizationId, regionCode, from: due, to, provisional, startsOn: null }
  }
  const rest = [
    ...(await recordDeadlines(range, on)),
    ...(await objectionDeadlines(range, on)),
    ...(await yearDeadlines(range, on)),
    ...(await caseDeadlines(range, on)),
    ...(await filingDeadlines(range, on)),
  ]
  return [...batches, ...rest.map(move)]
}

/** The first day, as far back as a running deadline may have begun, that is worked by one calendar and not by the other. */
function firstChanged(before: WorkCalendar, after: WorkCalendar, today: PlainDate): PlainDate {
  const last = addDays(today, 2 * HORIZON_DAYS)
  for (let day = addDays(today, -HORIZON_DAYS); day < last; day = addDays(day, 1)) {
    if (isWorkingDay(before, day) !== isWorkingDay(after, day)) return day
  }
  return plainDate('2999-12-31')
}
