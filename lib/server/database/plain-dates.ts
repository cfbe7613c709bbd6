import 'server-only'
import type { PlainDate } from '@/lib/calendar/plain-date'

// Prisma reads and takes a date column as the Date of its midnight in UTC; statements of Kysely have it as text.

/** The calendar date that a date column holds. */
export function day(column: Date): PlainDate
export function day(column: Date | null | undefined): PlainDate | null
export function day(column: Date | null | undefined): PlainDate | null {
  return column ? (column.toISOString().slice(0, 10) as PlainDate) : null
}

/** A calendar date for a date column. */
export function dateColumn(date: string): Date
export function dateColumn(date: string | null): Date | null
export function dateColumn(date: string | null): Date | null {
  return date === null ? null : new Date(`${date}T00:00:00Z`)
}
