import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainDate } from '@/lib/calendar/plain-date'
import { spanDays } from '@/lib/rules/span'

const [FIRST, LAST] = [Date.UTC(1900, 0, 1), Date.UTC(2999, 11, 31)]
const DAY = 86_400_000

function dayAt(at: number) {
  return plainDate(new Date(at).toISOString().slice(0, 10))
}

test('a span counts both ends, over leap days and centuries', () => {
  expect(spanDays(plainDate('2025-05-06'), plainDate('2025-05-06'))).toBe(1)
  expect(spanDays(plainDate('2100-02-28'), plainDate('2100-03-01'))).toBe(2)
  expect(spanDays(plainDate('2400-02-28'), plainDate('2400-03-01'))).toBe(3)
  expect(spanDays(plainDate('2024-12-31'), plainDate('2025-01-01'))).toBe(2)
})

test('every day from 1900 to 2999 is the day after the one before', () => {
  for (let at = FIRST; at < LAST; at += DAY) {
    if (spanDays(dayAt(at), dayAt(at + DAY)) !== 2) throw new Error(`${dayAt(at)} is not followed by ${dayAt(at + DAY)}`)
  }
})

test('any two days are as far apart as the clock says', () => {
  const day = fc.integer({ min: FIRST / DAY, max: LAST / DAY })
  fc.assert(fc.property(day, day, (a, b) => spanDays(dayAt(a * DAY), dayAt(b * DAY)) === b - a + 1))
})
