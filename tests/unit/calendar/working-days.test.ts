import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type PlainDate, plainDate, weekday } from '@/lib/calendar/plain-date'
import { stateCouncilCalendar as calendar } from '@/lib/calendar/state-council'
import { addWorkingDays, countWorkingDays, isWorkingDay, publicityPeriod } from '@/lib/calendar/working-days'

const d = plainDate
const dates = fc.integer({ min: 0, max: 9_000 }).map((days) => addDays(d('2004-01-01'), days))

describe('a working day', () => {
  test.each([
    ['2025-09-28', true, 'a Sunday worked for National Day'],
    ['2025-10-11', true, 'a Saturday worked for National Day'],
    ['2025-10-08', false, 'a Wednesday off'],
    ['2025-10-09', true, 'the first day back'],
    ['2025-11-15', false, 'a plain Saturday'],
    ['2025-11-17', true, 'a plain Monday'],
    ['2026-02-14', true, 'a Saturday worked for Spring Festival'],
    ['2026-02-23', false, 'the last day of Spring Festival 2026, a Monday'],
  ])('%s: %s, %s', (date, worked) => {
    expect(isWorkingDay(calendar, d(date))).toBe(worked)
  })
})

describe('adding working days', () => {
  test.each([
    ['2025-11-13', 5, '2025-11-20', 'over a weekend'],
    ['2025-09-26', 5, '2025-10-10', 'over the make-up Sunday and the eight days of National Day'],
    ['2025-09-26', 1, '2025-09-28', 'a make-up Sunday is the next working day'],
    ['2025-10-10', 1, '2025-10-11', 'a make-up Saturday is the next working day'],
    ['2025-10-01', 0, '2025-10-01', 'nothing added to a holiday'],
    ['2025-10-09', -1, '2025-09-30', 'back over the holiday'],
    ['2025-12-31', 1, '2026-01-04', 'the Sunday after New Year 2026 is worked'],
  ])('%s + %i = %s: %s', (from, n, on) => {
    expect(addWorkingDays(calendar, d(from), n)).toEqual({ on, provisional: false })
  })

  test('beyond the covered years the answer is provisional, weekends still off', () => {
    expect(addWorkingDays(calendar, d('2026-12-31'), 1)).toEqual({ on: '2027-01-01', provisional: true })
    expect(addWorkingDays(calendar, d('2026-12-30'), 1)).toEqual({ on: '2026-12-31', provisional: false })
    expect(addWorkingDays(calendar, d('2027-01-01'), 1)).toEqual({ on: '2027-01-04', provisional: true })
    expect(addWorkingDays(calendar, d('2003-12-30'), 1).provisional).toBe(true)
    // only days that were counted matter: reaching back into a covered year touches no other
    expect(addWorkingDays(calendar, d('2027-01-01'), -1)).toEqual({ on: '2026-12-31', provisional: false })
  })

  test('a part of a day is refused', () => {
    expect(() => addWorkingDays(calendar, d('2025-01-02'), 1.5)).toThrow(RangeError)
  })
})

describe('counting working days', () => {
  test.each([
    ['2025-11-13', '2025-11-20', 5],
    ['2025-11-13', '2025-11-13', 0],
    ['2025-09-30', '2025-10-08', 0],
    ['2025-09-27', '2025-09-28', 1],
    ['2025-11-20', '2025-11-13', -5],
  ])('after %s up to %s: %i', (from, to, days) => {
    expect(countWorkingDays(calendar, d(from), d(to))).toEqual({ days, provisional: false })
  })

  test('is the inverse of adding', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -60, max: 60 }), (from, n) => {
        const { on, provisional } = addWorkingDays(calendar, from, n)
        const counted = countWorkingDays(calendar, from, on)
        expect(counted.days).toBe(n)
        expect(counted.provisional).toBe(provisional)
        if (n !== 0) expect(isWorkingDay(calendar, on)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  test('adds up over a day in between', () => {
    fc.assert(
      fc.property(dates, fc.nat(40), fc.nat(40), (from, a, b) => {
        const middle = addDays(from, a)
        const end = addDays(middle, b)
        const parts = countWorkingDays(calendar, from, middle).days + countWorkingDays(calendar, middle, end).days
        expect(countWorkingDays(calendar, from, end).days).toBe(parts)
      }),
    )
  })
})

describe('a publicity', () => {
  test('opened on a Thursday for five working days ends on the Thursday after', () => {
    expect(publicityPeriod(calendar, d('2025-11-13'), 5)).toEqual({ startsOn: '2025-11-14', endsOn: '2025-11-20', provisional: false })
  })

  test('opened before National Day starts on the make-up Sunday', () => {
    expect(publicityPeriod(calendar, d('2025-09-26'), 5)).toEqual({ startsOn: '2025-09-28', endsOn: '2025-10-10', provisional: false })
  })

  test('into a year without a notice is provisional', () => {
    expect(publicityPeriod(calendar, d('2026-12-28'), 5)).toMatchObject({ endsOn: '2027-01-04', provisional: true })
  })

  test('of no day is refused', () => {
    expect(() => publicityPeriod(calendar, d('2025-11-13'), 0)).toThrow(RangeError)
  })

  test('starts and ends on working days and holds exactly as many as asked for', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 30 }), (openedOn, n) => {
        const period = publicityPeriod(calendar, openedOn, n)
        const days: PlainDate[] = []
        for (let day = period.startsOn; day <= period.endsOn; day = addDays(day, 1)) days.push(day)
        expect(days.filter((day) => isWorkingDay(calendar, day))).toHaveLength(n)
        expect(period.startsOn > openedOn).toBe(true)
        expect(isWorkingDay(calendar, period.endsOn)).toBe(true)
      }),
    )
  })
})

test('weekday exceptions fall on weekdays, make-up days on weekends', () => {
  for (const day of calendar.holidays) expect([1, 2, 3, 4, 5], day).toContain(weekday(day))
  for (const day of calendar.makeUpDays) expect([0, 6], day).toContain(weekday(day))
})
