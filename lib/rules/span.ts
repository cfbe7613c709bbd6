import type { PlainDate } from '@/lib/calendar/plain-date'

/** A serial number of the date, for differences only. Computed from the digits, because crediting calls it a million times a second. */
export function dayNumber(date: PlainDate): number {
  const month = digits(date, 5, 7)
  // Years begin in March here, so that the leap day is the last day of a year.
  const year = digits(date, 0, 4) - (month <= 2 ? 1 : 0)
  const sinceMarch = month <= 2 ? month + 9 : month - 3
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
  return year * 365 + leapDays + Math.floor((153 * sinceMarch + 2) / 5) + digits(date, 8, 10)
}

/** Calendar days from one date to the other, both included. */
export function spanDays(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from) + 1
}

function digits(text: string, from: number, to: number): number {
  let value = 0
  for (let at = from; at < to; at += 1) value = value * 10 + text.charCodeAt(at) - 48
  return value
}
