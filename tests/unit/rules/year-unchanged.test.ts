import { expect, test } from 'vitest'
import { evaluateYear } from '@/lib/rules/evaluate-year'
import { parseCase } from '@/lib/rules/parse'
import { unchangedBecause } from '@/lib/rules/year-unchanged'

const on = '2025-05-06'

function because(records: object[], id: string, more: object = {}): string | null {
  const result = (kept: object[]) => {
    const parsed = parseCase({ kind: 'year', year: 2025, records: kept, ...more })
    if (!parsed.ok || parsed.value.kind !== 'year') throw new Error(JSON.stringify(parsed))
    return evaluateYear(parsed.value)
  }
  return unchangedBecause(result(records.filter((record) => (record as { id: string }).id !== id)), result(records), id)
}

const exam = { id: 'e', category: 'exam', completedOn: on }
const paper = { id: 'p', category: 'paper', option: 'core', completedOn: on }
const teaching = { id: 't', category: 'teaching', subject: 'professional', times: 1, unitApproved: true, completedOn: on }
const courses = (id: string, labelledHours: number, completedOn = on) => ({
  id,
  category: 'courseware',
  subject: 'public',
  platform: 'ahou',
  labelledHours,
  completedOn,
})

test.each([
  ['it counts', [teaching], 't', null],
  ['a higher option is there', [exam, paper], 'p', 'not_chosen'],
  ['the courseware is full', [courses('a', 30), courses('b', 5, '2025-06-01')], 'b', 'cap'],
  ['a part of it still counts', [courses('a', 28), courses('b', 5, '2025-06-01')], 'b', null],
  ['the year is met', [exam, teaching], 't', 'met'],
  ['a gate stops it, which its line says', [{ ...teaching, unitApproved: false }], 't', null],
  ['it is not there', [exam], 'x', null],
])('%s', (_, records, id, why) => {
  expect(because(records, id)).toBe(why)
})

test('an option equal to the one whose place it takes', () => {
  expect(because([paper, { ...paper, id: 'a' }], 'a')).toBe('same')
  expect(because([teaching, { ...teaching, id: 'u', times: 12 }, paper, { ...paper, id: 'a' }], 'a')).toBe('same')
})
