import { formatDate } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'

/** A window from before there was anything has no beginning to show. */
const EARLIEST = '1950-01-01'

type Words = (key: 'windowUntil' | 'windowBetween' | 'windowFrom', values: { from: string; until: string }) => string

/** The days of a window in words. */
export function windowWords({ from, until }: { from: string; until: string | null }, register: Words, locale: Locale): string {
  const dates = { from: formatDate(from, locale), until: until ? formatDate(until, locale) : '' }
  if (from < EARLIEST) return until ? register('windowUntil', dates) : ''
  return register(until ? 'windowBetween' : 'windowFrom', dates)
}
