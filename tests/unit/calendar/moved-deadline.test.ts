import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { movedDeadline, movedPeriod } from '@/lib/calendar/moved-deadline'
import { addDays, type PlainDate, plainDate } from '@/lib/calendar/plain-date'
import { addWorkingDays, countWorkingDays, publicityPeriod, type WorkCalendar } from '@/lib/calendar/working-days'

const day = plainDate
const calendar = (years: number[], off: string[] = [], worked: string[] = []): WorkCalendar => ({
  coveredYears: new Set(years),
  holidays: new Set(off.map(day)),
  makeUpDays: new Set(worked.map(day)),
})

const BEFORE = calendar([2026])
/** Spring festival from Friday 5 to Thursday 11 February, Saturday 20 worked. */
const AFTER = calendar([2026, 2027], ['2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11'], ['2027-02-20'])

test('a holiday in between moves it by as many working days, and it is certain then', () => {
  const running = { since: day('2027-02-02'), due: day('2027-02-09') }
  expect(movedDeadline(running, BEFORE, AFTER, day('2027-02-03'))).toEqual({ on: '2027-02-16', provisional: false })
  expect(movedDeadline({ since: day('2027-02-15'), due: day('2027-02-22') }, BEFORE, AFTER, day('2027-02-16')).on).toBe('2027-02-20')
})

test('what still ran today runs at least today', () => {
  const running = { since: day('2027-02-15'), due: day('2027-02-22') }
  expect(movedDeadline(running, BEFORE, AFTER, day('2027-02-21')).on).toBe('2027-02-21')
})

describe('a publicity period', () => {
  const period = { openedOn: day('2027-02-12'), ...publicityPeriod(BEFORE, day('2027-02-12'), 6), workingDays: 6 }

  test('that has not begun moves both ways', () => {
    expect(period.endsOn).toBe('2027-02-22')
    expect(movedPeriod(period, AFTER, day('2027-02-12'))).toEqual({ startsOn: '2027-02-15', endsOn: '2027-02-20', provisional: false })
  })

  test('that has begun never ends earlier than its notice says, but later', () => {
    expect(movedPeriod(period, AFTER, day('2027-02-15')).endsOn).toBe('2027-02-22')
    expect(movedPeriod(period, calendar([2027], ['2027-02-18']), day('2027-02-16'))).toMatchObject({
      startsOn: '2027-02-15',
      endsOn: '2027-02-23',
    })
  })
})

const someDay = fc.integer({ min: 0, max: 400 }).map((n) => addDays(day('2026-12-01'), n))
const someCalendar = fc
  .record({
    years: fc.subarray([2026, 2027, 2028]),
    off: fc.uniqueArray(someDay, { maxLength: 40 }),
    worked: fc.uniqueArray(someDay, { maxLength: 15 }),
  })
  .map(({ years, off, worked }) => calendar(years, off, worked))

test('it holds as many working days as before, and coming back to the old calendar comes back to the old day', () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: 1, max: 20 }), someCalendar, someCalendar, (since: PlainDate, days, before, after) => {
      const due = addWorkingDays(before, since, days).on
      const moved = movedDeadline({ since, due }, before, after, since)
      expect(countWorkingDays(after, since, moved.on).days).toBe(days)
      expect(movedDeadline({ since, due: moved.on }, after, before, since).on).toBe(due)
    }),
    { numRuns: 2_000 },
  )
})
