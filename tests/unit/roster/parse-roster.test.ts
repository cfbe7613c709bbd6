import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/calendar/plain-date'
import { idNumberCheckCharacter } from '@/lib/numbers/id-number'
import { parseRoster } from '@/lib/server/roster/parse-roster'
import type { RosterColumn } from '@/lib/server/roster/row-problems'
import type { Cell } from '@/lib/server/workbook/open-workbook'

const HEADS: Record<RosterColumn, string[]> = {
  name: ['姓名', 'Name'],
  number: ['身份证号', 'ID number'],
  days: ['参加天数', 'Days attended'],
  result: ['考核结果', 'Assessment'],
  completedOn: ['结业日期', 'Completed on'],
}
const TRAINING = { startsOn: plainDate('2025-04-07'), endsOn: plainDate('2025-04-11'), days: 5 }
const HEAD: Cell[] = ['姓名', '身份证号', '参加天数', '考核结果', '结业日期']
const numberOf = (serial: number) => {
  const first = `34120219900101${String(serial).padStart(3, '0')}`
  return first + idNumberCheckCharacter(first)
}
const ROW: Cell[] = ['王丽萍', numberOf(1), 5, '合格', null]

const parse = (...rows: Cell[][]) => parseRoster(rows, HEADS, TRAINING)

/** The problems of a row that is right but for these cells: name, number, days, result, day. */
function problemsWith(place: number, cell: Cell): unknown {
  const parsed = parse(HEAD, ROW.with(place, cell))
  return parsed.ok ? parsed.rows[0]?.problems : parsed
}

describe('the headings', () => {
  test('are found in any order, in both languages, below empty lines', () => {
    const parsed = parse([null], ['id  NUMBER', ' Name', 'Assessment', 'Days attended'], [numberOf(1), '王丽萍', '合格', 2.5])
    expect(parsed).toMatchObject({
      ok: true,
      rows: [{ line: 3, name: '王丽萍', days: 2.5, result: '合格', completedOn: null, problems: [] }],
    })
  })

  test.each<[string, Cell[], object]>([
    ['an unknown one is named by its cell', [...HEAD, '手机号'], { problem: 'columns_unknown', at: 'F1' }],
    ['a missing one is named', HEAD.slice(0, 3), { problem: 'columns_missing', at: 'result' }],
    ['the same twice', [...HEAD, '姓名'], { problem: 'columns_twice', at: 'F1' }],
    ['a sheet without headings names no content', ['王丽萍', numberOf(1)], { problem: 'columns_unknown', at: 'A1,B1' }],
  ])('%s', (_what, head, problem) => {
    expect(parse(head, ROW)).toEqual({ ok: false, ...problem })
  })

  test('headings alone are no roster', () => {
    expect(parse(HEAD, [null, ' '])).toEqual({ ok: false, problem: 'no_rows', at: null })
  })
})

test('a row that is right', () => {
  expect(parse(HEAD, ROW, [null], [' 李娜 ', ` ${numberOf(2).toLowerCase()} `, ' 3 ', '良好', '2025年4月9日'])).toMatchObject({
    ok: true,
    rows: [
      { line: 2, number: numberOf(1), days: 5, problems: [] },
      {
        line: 4,
        name: '李娜',
        number: numberOf(2),
        numberMask: `3412***********${numberOf(2).slice(-3)}`,
        days: 3,
        completedOn: '2025-04-09',
      },
    ],
  })
})

test.each<[string, number, Cell, string, object?]>([
  ['no name', 0, null, 'missing'],
  ['a name without end', 0, '王'.repeat(51), 'too_long', { most: 50, length: 51 }],
  ['a number that Excel turned into a number', 1, 341202199001010000, 'number_turned'],
  ['the same as text', 1, '3.41202E+17', 'number_turned'],
  ['no number', 1, '  ', 'missing'],
  ['seventeen characters', 1, numberOf(1).slice(1), 'number_length', { length: 17 }],
  ['a letter inside', 1, `3412O2${numberOf(1).slice(6)}`, 'number_characters', { position: 5 }],
  ['a birthday that never was', 1, '341202199002301234', 'number_birthday', {}],
  ['a wrong check character', 1, `${numberOf(1).slice(0, 17)}${numberOf(1).endsWith('X') ? '0' : 'X'}`, 'number_check', {}],
  ['no days', 2, null, 'missing'],
  ['days in words', 2, '三天', 'days_number'],
  ['no day at all', 2, 0, 'days_number'],
  ['fewer than none', 2, -1, 'days_number'],
  ['a third of a day', 2, 1.3, 'days_step'],
  ['more days than the training has', 2, 6, 'days_more', { most: 5, days: 6 }],
  ['"3-5" that Excel made a date', 2, new Date('2025-03-05'), 'days_date'],
  ['a date as text', 2, '2025-04-07', 'days_date'],
  ['no result', 3, null, 'missing'],
  ['a result with a line break', 3, '合\n格', 'control_characters'],
  ['a day that is none', 4, '4月31日', 'date_wrong'],
  ['a day outside the training', 4, '2025-04-12', 'date_outside', { from: '2025-04-07', to: '2025-04-11' }],
])('%s', (_what, place, cell, code, values) => {
  const column = ['name', 'number', 'days', 'result', 'completedOn'][place]
  expect(problemsWith(place, cell)).toEqual([{ code, column, ...(values ? { values } : {}) }])
})

test.each<Cell>([new Date('2025-04-09'), '2025-04-09', '2025/4/9', 20250409])('the day may be a date or text: %s', (cell) => {
  const parsed = parse(HEAD, ROW.with(2, 3).with(4, cell))
  expect(parsed.ok && parsed.rows[0]).toMatchObject({ completedOn: '2025-04-09', problems: [] })
})

test('nobody attended more days than there were up to theirs', () => {
  expect(problemsWith(4, '2025-04-09')).toEqual([{ code: 'days_more', column: 'days', values: { most: 3, days: 5 } }])
})

test('the same person twice is said on both lines', () => {
  const parsed = parse(HEAD, ROW, [...ROW.with(0, '别人')], ROW.with(1, numberOf(3)))
  expect(parsed.ok && parsed.rows.map((row) => row.problems)).toEqual([
    [{ code: 'number_twice', column: 'number', values: { line: 3 } }],
    [{ code: 'number_twice', column: 'number', values: { line: 2 } }],
    [],
  ])
})

test('every problem of a row is said at once, and what was typed stays', () => {
  const parsed = parse(HEAD, [null, 'x', '许多', null, 'y'])
  expect(parsed.ok && parsed.rows[0]).toMatchObject({ daysTyped: '许多', days: null, completedOn: null })
  expect(parsed.ok && parsed.rows[0]?.problems.map(({ column }) => column)).toEqual(['name', 'number', 'days', 'result', 'completedOn'])
})

test('no number goes on in full but to its index', () => {
  const wrong = `${numberOf(1).slice(0, 17)}${numberOf(1).endsWith('X') ? '0' : 'X'}`
  const parsed = parse(HEAD, ROW.with(1, wrong))
  expect(JSON.stringify(parsed)).not.toContain(wrong.slice(4, 15))
})
