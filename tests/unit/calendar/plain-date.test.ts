import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  dateInShanghai,
  daysBetween,
  isPlainDate,
  parseTypedDate,
  plainDate,
  startOfDay,
  weekday,
} from '@/lib/calendar/plain-date'

const dates = fc.integer({ min: 1, max: 400_000 }).map((days) => addDays(plainDate('1900-01-01'), days))

describe('a date', () => {
  test.each(['2025-02-28', '2024-02-29', '1900-01-01', '2999-12-31'])('%s is one', (text) => {
    expect(isPlainDate(text)).toBe(true)
  })
  test.each(['2025-02-29', '2025-13-01', '2025-00-10', '2025-1-1', '1899-12-31', '3000-01-01', '2025-04-31', '', ' 2025-01-01'])(
    '%j is none',
    (text) => {
      expect(isPlainDate(text)).toBe(false)
      expect(() => plainDate(text)).toThrow(RangeError)
    },
  )
})

test.each([
  ['2025-04-07', '2025-04-07'],
  ['2025/4/7', '2025-04-07'],
  ['2025.4.7', '2025-04-07'],
  ['20250407', '2025-04-07'],
  ['2025年4月7日', '2025-04-07'],
  [' 2025年4月7 ', '2025-04-07'],
  ['2025-02-30', null],
  ['7/4/2025', null],
  ['', null],
])('typed %j is %j', (typed, date) => {
  expect(parseTypedDate(typed)).toBe(date)
})

describe('days', () => {
  test('adding and the difference are inverse', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 1_000 }), (date, days) => {
        const later = addDays(date, days)
        expect(daysBetween(date, later)).toBe(days)
        expect(addDays(later, -days)).toBe(date)
        expect(weekday(later)).toBe((weekday(date) + days) % 7)
      }),
    )
  })
  test('a day that lies outside the years is refused', () => {
    expect(() => addDays(plainDate('2999-12-31'), 1)).toThrow(RangeError)
  })
})

describe('instants', () => {
  test('the day changes at midnight in Shanghai', () => {
    expect(dateInShanghai(new Date('2025-11-20T15:59:59.999Z'))).toBe('2025-11-20')
    expect(dateInShanghai(new Date('2025-11-20T16:00:00Z'))).toBe('2025-11-21')
    expect(startOfDay(plainDate('2025-11-21')).toISOString()).toBe('2025-11-20T16:00:00.000Z')
  })
  test('the first instant of a day lies in it, the one before does not', () => {
    fc.assert(
      fc.property(dates, (date) => {
        const start = startOfDay(date)
        expect(dateInShanghai(start)).toBe(date)
        expect(dateInShanghai(new Date(start.getTime() - 1)) < date).toBe(true)
      }),
    )
  })
})
