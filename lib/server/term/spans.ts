import 'server-only'
import { type PlainDate, plainDate, yearOf } from '@/lib/calendar/plain-date'
import type { Span } from '../ledger/evaluate-term'

/** An appointment as a term is made of it. `until` null: it still runs, and the regulation names no length. */
export interface AppointmentSpan {
  from: PlainDate
  until: PlainDate | null
}

/** The term as it is planned: a running appointment's to the end of the year the person chose, else of this year. */
export function plannedSpan({ from, until }: AppointmentSpan, plannedEnd: number | null, today: PlainDate): Span {
  if (until !== null) return { from, to: until }
  const year = Math.max(plannedEnd ?? yearOf(today), yearOf(from))
  return { from, to: plainDate(`${year}-12-31`) }
}

/** The term as it can be requested on the day: a running appointment's up to today, or to the end of an earlier year that was chosen. */
export function requestedSpan(appointment: AppointmentSpan, plannedEnd: number | null, today: PlainDate): Span {
  const { from, to } = plannedSpan(appointment, plannedEnd, today)
  return appointment.until === null && to > today ? { from, to: today } : { from, to }
}
