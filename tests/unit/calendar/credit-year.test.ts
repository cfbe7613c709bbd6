import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { creditYearWindow, isInCreditYear, possibleCreditYears } from '@/lib/calendar/credit-year'
import { addDays, plainDate, yearOf } from '@/lib/calendar/plain-date'

const d = plainDate
const deadlines = [{ year: 2025, until: d('2026-05-31') }]

describe('the days of a credit year', () => {
  test.each([
    [2025, 'public', '2026-05-31'],
    [2025, 'professional', '2025-12-31'],
    [2025, null, '2025-12-31'],
    [2026, 'public', '2026-12-31'],
  ] as const)('%i %s until %s', (year, subject, until) => {
    expect(creditYearWindow(year, subject, deadlines)).toEqual({ from: `${year}-01-01`, until })
  })

  test('a deadline inside the year does not shorten it', () => {
    expect(creditYearWindow(2025, 'public', [{ year: 2025, until: d('2025-06-30') }]).until).toBe('2025-12-31')
  })
})

describe('the credit years of a completion', () => {
  test.each([
    ['2025-12-31', 'public', [2025]],
    ['2026-01-01', 'public', [2025, 2026]],
    ['2026-05-31', 'public', [2025, 2026]],
    ['2026-06-01', 'public', [2026]],
    ['2026-02-03', 'professional', [2026]],
    ['2026-02-03', null, [2026]],
    ['2024-12-31', 'public', [2024]],
  ] as const)('%s %s: %j', (completedOn, subject, years) => {
    expect(possibleCreditYears(d(completedOn), subject, deadlines)).toEqual(years)
  })

  test('several open years come earliest first, each once', () => {
    const many = [
      { year: 2025, until: d('2026-05-31') },
      { year: 2024, until: d('2026-03-31') },
      { year: 2025, until: d('2026-05-31') },
    ]
    expect(possibleCreditYears(d('2026-03-31'), 'public', many)).toEqual([2024, 2025, 2026])
  })

  test('are exactly the years whose days hold the completion', () => {
    const dates = fc.integer({ min: 0, max: 2_000 }).map((days) => addDays(d('2023-01-01'), days))
    fc.assert(
      fc.property(dates, fc.constantFrom('public' as const, 'professional' as const, null), (completedOn, subject) => {
        const years = possibleCreditYears(completedOn, subject, deadlines)
        expect(years.at(-1)).toBe(yearOf(completedOn))
        for (let year = 2020; year < 2030; year++) {
          expect(years.includes(year)).toBe(isInCreditYear(completedOn, year, subject, deadlines))
        }
      }),
    )
  })
})
