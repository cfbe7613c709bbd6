import type { Locale } from './locales'

// Dates are given as `YYYY-MM-DD` and formatted in UTC, so that no time zone can move the day.

export type DateStyle = 'long' | 'short' | 'weekday'

const DATES: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  long: { year: 'numeric', month: 'long', day: 'numeric' },
  short: { month: 'long', day: 'numeric' },
  weekday: { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' },
}

/** A date in words: 2025年4月7日 or 7 April 2025; `short` without the year, `weekday` with the day of the week. */
export function formatDate(date: string, locale: Locale, style: DateStyle = 'long'): string {
  return formatter(locale, { ...DATES[style], timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`))
}

/** Two dates as a range; where both lie in the same year, the year is written once. */
export function formatDateRange(from: string, to: string, locale: Locale): string {
  if (from === to) return formatDate(from, locale)
  const sameYear = from.slice(0, 4) === to.slice(0, 4)
  if (locale === 'en') return `${formatDate(from, locale, sameYear ? 'short' : 'long')} – ${formatDate(to, locale)}`
  return `${formatDate(from, locale)} — ${formatDate(to, locale, sameYear ? 'short' : 'long')}`
}

/** An instant, given as Date or ISO text, in Shanghai time: 2025年11月5日 10:12. */
export function formatInstant(instant: Date | string, locale: Locale): string {
  const options = { ...DATES.long, hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'Asia/Shanghai' } as const
  return formatter(locale, options).format(typeof instant === 'string' ? new Date(instant) : instant)
}

/** A number of hours or days without its unit, with at most one decimal. */
export function formatNumber(value: number, locale: Locale): string {
  let known = numbers.get(locale)
  if (!known) {
    known = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
    numbers.set(locale, known)
  }
  return known.format(value)
}

/** A number of credit hours with its unit: 12.5 学时 or 12.5 hours. */
export function formatHours(value: number, locale: Locale): string {
  const figure = formatNumber(value, locale)
  if (locale === 'en') return value === 1 ? `${figure} hour` : `${figure} hours`
  return `${figure} 学时`
}

const dates = new Map<string, Intl.DateTimeFormat>()
const numbers = new Map<Locale, Intl.NumberFormat>()

/** Formatters are kept, because creating one is slow (about 50 µs). */
function formatter(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}${JSON.stringify(options)}`
  let known = dates.get(key)
  if (!known) {
    known = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, options)
    dates.set(key, known)
  }
  return known
}
