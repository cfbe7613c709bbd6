import { createRequire } from 'node:module'
import { isWorkday } from 'chinese-days'
import { expect, test } from 'vitest'
import { addDays, plainDate, weekday, yearOf } from '@/lib/calendar/plain-date'
import { stateCouncilCalendar as calendar } from '@/lib/calendar/state-council'
import { isWorkingDay } from '@/lib/calendar/working-days'

// the package's data itself, since its functions answer for any year without a sign
const data = createRequire(import.meta.url)('chinese-days/dist/chinese-days.json') as {
  holidays: Record<string, string>
  workdays: Record<string, string>
}

test('covers exactly the years whose notice is in the package', () => {
  const years = new Set([...Object.keys(data.holidays), ...Object.keys(data.workdays)].map((day) => Number(day.slice(0, 4))))
  // a notice of a whole year names every festival: a stray day of the January after would not make a year
  const whole = [...years].filter((year) => Object.keys(data.holidays).filter((day) => day.startsWith(`${year}-`)).length >= 20)
  expect([...calendar.coveredYears].sort()).toEqual(whole.sort())
  expect(calendar.coveredYears.has(2026)).toBe(true)
  expect(calendar.coveredYears.has(2027)).toBe(false)
})

test('says the same as the package on every day of the covered years', () => {
  let seen = 0
  for (let day = plainDate('2004-01-01'); yearOf(day) <= 2026; day = addDays(day, 1)) {
    seen += 1
    if (isWorkingDay(calendar, day) !== isWorkday(day)) throw new Error(`${day}: ${isWorkday(day)} in the package`)
  }
  expect(seen).toBe(8401)
})

test('holds the exceptions of the data and no other', () => {
  const isWeekend = (day: string) => [0, 6].includes(weekday(plainDate(day)))
  const off = Object.keys(data.holidays).filter((day) => !isWeekend(day))
  const worked = Object.keys(data.workdays).filter(isWeekend)
  expect([...calendar.holidays].sort()).toEqual(off.sort())
  expect([...calendar.makeUpDays].sort()).toEqual(worked.sort())
})
