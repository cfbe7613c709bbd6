import 'server-only'
import type { PlainDate } from '@/lib/calendar/plain-date'

/** Puts values into the `{places}` of a printed sentence; they are text, whatever they hold. */
export function fill(pattern: string, values: Readonly<Record<string, string | number>>): string {
  return pattern.replace(/\{(\w+)\}/g, (place, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : place))
}

/** Hours to 0.1, without a trailing zero. */
export function hoursText(hours: number): string {
  return String(Math.round(hours * 10) / 10)
}

/** A date in the language's way. */
export function printedDate(pattern: string, date: PlainDate): string {
  return fill(pattern, dateParts(date))
}

export function dateParts(date: PlainDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}
