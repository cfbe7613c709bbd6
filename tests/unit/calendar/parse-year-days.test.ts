import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DAY_PROBLEMS, type DayProblem, parseYearDays, writeYearDays, type YearDays } from '@/lib/calendar/parse-year-days'
import { addDays, plainDate, weekday } from '@/lib/calendar/plain-date'
import { stateCouncilCalendar } from '@/lib/calendar/state-council'
import zh from '@/lib/i18n/messages/zh-CN/errors.json'

const NOTICE_2026 = `一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。`

function days(year: number, text: string): YearDays {
  const parsed = parseYearDays(year, text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.days
}

function problems(year: number, text: string): DayProblem[] {
  const parsed = parseYearDays(year, text)
  return parsed.ok ? [] : parsed.problems
}

const dates = (named: YearDays['off']) => named.map(({ date }) => date)

test('the notice of 2026 as it was published gives the days that ship with the software', () => {
  const { off, worked } = days(2026, NOTICE_2026)
  const of2026 = (set: ReadonlySet<string>) => [...set].filter((date) => date.startsWith('2026-')).sort()
  expect(dates(off).filter((date) => weekday(date) !== 0 && weekday(date) !== 6)).toEqual(of2026(stateCouncilCalendar.holidays))
  expect(dates(worked)).toEqual(of2026(stateCouncilCalendar.makeUpDays))
  expect(off.find(({ date }) => date === '2026-02-17')?.name).toBe('春节')
  expect(worked.find(({ date }) => date === '2026-02-28')?.name).toBe('春节')
  expect(off).toHaveLength(33)
})

test.each([
  ['2027-02-06', ['2027-02-06']],
  ['2027年2月6日', ['2027-02-06']],
  ['春节：2027/2/6', ['2027-02-06']],
  ['春节 2月6日', ['2027-02-06']],
  ['2027-02-06 至 2027-02-08', ['2027-02-06', '2027-02-07', '2027-02-08']],
  ['2027-02-06-2027-02-08', ['2027-02-06', '2027-02-07', '2027-02-08']],
  ['2027年2月6日至8日', ['2027-02-06', '2027-02-07', '2027-02-08']],
  ['2027-02-06 - 2027-02-08', ['2027-02-06', '2027-02-07', '2027-02-08']],
  ['02-06～02-08', ['2027-02-06', '2027-02-07', '2027-02-08']],
  ['２０２７年２月６日', ['2027-02-06']],
  ['元旦：2027-01-01、2027-01-02', ['2027-01-01', '2027-01-02']],
])('%s', (text, expected) => {
  expect(dates(days(2027, text).off)).toEqual(expected)
})

describe('said with its line', () => {
  test.each([
    ['a make-up day that is no weekend', '春节：2027-02-05\n2027-02-10 上班', 'not_weekend', 2, '2027-02-10'],
    ['a holiday on two lines', '春节：2027-02-05\n元旦：2027-01-01\n春节：2027-02-06', 'holiday_twice', 3, '春节'],
    ['a day on two lines', '春节：2027-02-05 至 2027-02-08\n除夕：2027-02-06', 'day_twice', 2, '2027-02-06'],
    ['ranges that overlap', '春节：2027-02-05 至 2027-02-08、2027-02-08 至 2027-02-09', 'day_twice', 1, '2027-02-08'],
    ['off and worked', '春节：2027-02-06\n2027-02-06 上班', 'off_and_worked', 2, '2027-02-06'],
    ['another year', '元旦：2026-12-31 至 2027-01-02', 'other_year', 1, '2026-12-31'],
    ['a day that is none', '春节：2027-02-30', 'no_such_day', 1, '2027-02-30'],
    ['an end before its beginning', '春节：2027-02-08 至 2027-02-05', 'reversed', 1, '2027-02-08 至 2027-02-05'],
    ['longer than any holiday', '春节：2027-02-01 至 2027-03-01', 'too_long', 1, '2027-02-01 至 2027-03-01'],
    ['no date', '春节放假', 'unreadable', 1, '春节放假'],
    ['a number too many', '春节：2027-02-05 和 17', 'unreadable', 1, '春节:2027-02-05 和 17'],
    ['nothing', ' \n ', 'nothing', 0, ''],
  ] as const)('%s', (_, text, code, line, about) => {
    expect(problems(2027, text)).toContainEqual({ code, line, text: about })
  })

  test('all at once', () => {
    expect(problems(2027, '春节：2027-02-30\n元旦\n2027-02-10 上班').map(({ line }) => line)).toEqual([1, 2, 3])
  })
})

test('every problem has its sentence', () => {
  expect(Object.keys(zh.field.days)).toEqual(expect.arrayContaining([...DAY_PROBLEMS]))
})

const someYear = fc.integer({ min: 2004, max: 2100 })
const names = fc.uniqueArray(fc.constantFrom('元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'), {
  minLength: 1,
  maxLength: 7,
})

/** A year's days: each holiday a stretch of its own part of the year, with weekend days of that part worked. */
const yearOfDays = fc
  .tuple(someYear, names, fc.infiniteStream(fc.nat(30)), fc.infiniteStream(fc.nat(9)))
  .map(([year, chosen, starts, lengths]) => {
    const off: YearDays['off'] = []
    const worked: YearDays['worked'] = []
    chosen.forEach((name, place) => {
      let date = addDays(plainDate(`${year}-01-01`), place * 50 + (starts.next().value ?? 0))
      for (let left = lengths.next().value ?? 0; left >= 0; left -= 1, date = addDays(date, 1)) off.push({ date, name })
      for (let left = 3; left > 0; left -= 1, date = addDays(date, 1))
        if (weekday(date) === 0 || weekday(date) === 6) worked.push({ date, name })
    })
    return { year, days: { off, worked } }
  })

test('what is written is read as it was, whatever the days', () => {
  fc.assert(
    fc.property(yearOfDays, ({ year, days: written }) => {
      expect(days(year, writeYearDays(written))).toEqual(written)
    }),
    { numRuns: 1_000 },
  )
})

test('any text gives days of the year or problems with a line, never an exception', () => {
  const piece = fc.oneof(
    fc.constantFrom('2027-02-06', '2月6日', '至', '上班', '春节', '：', '、', '。', '\n', ' ', '31日', '13月', '(', '）', '—', '9'),
    fc.string(),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('')
      const parsed = parseYearDays(2027, text)
      if (parsed.ok) {
        const all = [...parsed.days.off, ...parsed.days.worked].map(({ date }) => date)
        expect(all.every((date) => date.startsWith('2027-'))).toBe(true)
        expect(new Set(all).size).toBe(all.length)
        expect(parsed.days.worked.every(({ date }) => weekday(date) === 0 || weekday(date) === 6)).toBe(true)
      } else {
        expect(parsed.problems.length).toBeGreaterThan(0)
        expect(parsed.problems.every(({ line }) => line >= 0 && line <= text.split('\n').length)).toBe(true)
      }
    }),
    { numRuns: 3_000 },
  )
})
