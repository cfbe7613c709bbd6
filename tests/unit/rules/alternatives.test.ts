import { describe, expect, test } from 'vitest'
import { alternativesOf } from '@/lib/rules/alternatives'
import { evaluateYear } from '@/lib/rules/evaluate-year'
import { parseCase } from '@/lib/rules/parse'
import { anhui2025 } from '@/lib/rules/rule-sets/anhui-2025'
import type { YearCase } from '@/lib/rules/types'
import { dice, randomYear } from './random-years'

function year(records: object[], more: object = {}): YearCase {
  const parsed = parseCase({ kind: 'year', year: 2025, records, ...more })
  if (!parsed.ok || parsed.value.kind !== 'year') throw new Error(JSON.stringify(parsed))
  return parsed.value
}

const on = '2025-05-06'
const PAPER = { id: 'p', category: 'paper', option: 'other', completedOn: on }

describe('all that an achievement could count as', () => {
  test('a paper: each kind of journal, or the prize it won; the highest first, what was entered marked', () => {
    const found = alternativesOf(year([PAPER]), 'p')
    expect(found.map(({ category, option, line }) => [category, option, line.hours])).toEqual([
      ['award', 'national', 90],
      ['paper', 'indexed', 60],
      ['award', 'provincial', 60],
      ['paper', 'core', 40],
      ['award', 'municipal', 30],
      ['paper', 'other', 20],
    ])
    expect(found.filter(({ entered }) => entered).map(({ option }) => option)).toEqual(['other'])
    expect(found[0]).toMatchObject({ met: true, totals: { total: 90, professional: 60, public: 30 } })
  })

  test('of another author half, but the prize in full', () => {
    const found = alternativesOf(year([{ ...PAPER, author: 'other' }]), 'p')
    expect(found.filter(({ category }) => category === 'paper').map(({ line }) => line.hours)).toEqual([30, 20, 10])
    expect(found.find(({ option }) => option === 'municipal')?.line.hours).toBe(30)
  })

  test('the year is that with it as its option, whatever was chosen', () => {
    const records = [PAPER, { id: 'e', category: 'exam', completedOn: on }]
    const found = alternativesOf(year(records, { choice: 'e' }), 'p')
    expect(found.find(({ entered }) => entered)).toMatchObject({ totals: { total: 20 }, line: { counted: 20 } })
  })

  test('a gate stops all of them', () => {
    const found = alternativesOf(year([{ ...PAPER, creditedIn: 2024 }]), 'p')
    expect(found.map(({ line }) => line.reason)).toEqual(found.map(() => 'credited_in_other_year'))
  })

  test('nothing else: an examination, a degree, what was attended, what is not there', () => {
    const records = [
      { id: 'e', category: 'exam', completedOn: on },
      { id: 'd', category: 'degree', option: 'master', completedOn: on },
      { id: 'c', category: 'conference', option: 'national', subject: 'public', completedOn: on },
    ]
    for (const id of ['e', 'd', 'c', 'x']) expect(alternativesOf(year(records), id)).toEqual([])
  })
})

test('what was entered is what the year says of it once it is chosen, in random years', () => {
  const roll = dice(11)
  let compared = 0
  for (let n = 0; n < 300; n += 1) {
    const parsed = parseCase(randomYear(roll))
    if (!parsed.ok || parsed.value.kind !== 'year') continue
    const input = { ...parsed.value, choice: undefined } as unknown as YearCase
    const result = evaluateYear(input, { ruleSet: anhui2025 })
    for (const { id } of result.choice.options.slice(0, 2)) {
      const entered = alternativesOf(input, id, { ruleSet: anhui2025 }).find((alternative) => alternative.entered)
      if (!entered) continue
      expect(entered.totals).toEqual(evaluateYear({ ...input, choice: id }, { ruleSet: anhui2025 }).totals)
      compared += 1
    }
  }
  expect(compared).toBeGreaterThan(100)
})
