import { describe, expect, test } from 'vitest'
import { evaluateYear } from '@/lib/rules/evaluate-year'
import { explainLine } from '@/lib/rules/explain'
import { parseCase } from '@/lib/rules/parse'
import { anhui2025 } from '@/lib/rules/rule-sets/anhui-2025'
import type { Explanation } from '@/lib/rules/types'
import { dice, randomYear } from './random-years'

/** The explanations of a 2025 year's lines. */
function explain(records: object[], more: object = {}): Explanation[] {
  const parsed = parseCase({ kind: 'year', year: 2025, records, ...more })
  if (!parsed.ok || parsed.value.kind !== 'year') throw new Error(JSON.stringify(parsed))
  const input = parsed.value
  return evaluateYear(input).lines.map((line, at) => {
    const record = input.records[at]
    if (!record) throw new Error('a line without a record')
    return explainLine(line, record, anhui2025, input.year)
  })
}

const on = '2025-05-06'

describe('rate × quantity, changed by factors, gives the hours', () => {
  test('a training', () => {
    const [line] = explain([
      { id: 't', category: 'training', subject: 'public', startedOn: on, completedOn: '2025-05-08', days: 2.5, filing: { approvedOn: on } },
    ])
    expect(line).toEqual({
      key: 'training',
      rate: 6,
      quantity: 2.5,
      unit: 'per_day',
      hours: 15,
      counted: 15,
      clause: 'M12.10',
      status: 'legible',
      factors: [],
      outcome: 'counted',
      gate: null,
    })
  })

  test('a paper of another author, a conference with a paper, labelled and unlabelled courses', () => {
    const explained = explain([
      { id: 'p', category: 'paper', option: 'other', author: 'other', completedOn: on },
      { id: 'c', category: 'conference', option: 'national', subject: 'public', presented: true, completedOn: on },
      { id: 'l', category: 'courseware', subject: 'public', platform: 'ahou', labelledHours: 2.5, courses: 9, completedOn: on },
      { id: 'u', category: 'courseware', subject: 'public', platform: 'ahou', courses: 3, completedOn: on },
    ])
    expect(explained).toMatchObject([
      { rate: 20, quantity: 1, hours: 10, status: 'provisional', factors: [{ kind: 'author_share', value: 0.5, status: 'provisional' }] },
      { rate: 10, quantity: 1, hours: 15, factors: [{ kind: 'presented_extra', value: 5, status: 'partial' }] },
      { key: 'courseware.labelled', rate: 1, quantity: 2.5, unit: 'per_hour', hours: 2.5, factors: [] },
      { key: 'courseware', rate: 1, quantity: 3, unit: 'per_course', hours: 3, factors: [] },
    ])
  })

  test('on every line of random years', () => {
    const roll = dice(7)
    for (let n = 0; n < 500; n += 1) {
      const input = { ...randomYear(roll), year: 2025 }
      for (const { rate, quantity, factors, hours } of explain(input.records, { settings: input.settings, person: input.person })) {
        const changed = factors.reduce((sum, { kind, value }) => (kind === 'author_share' ? sum * value : sum + value), rate * quantity)
        expect(changed).toBeCloseTo(hours, 6)
      }
    }
  })
})

describe('the gate or cap names its clause and what it held the record against', () => {
  const training = { category: 'training', subject: 'professional', startedOn: on, completedOn: '2025-05-08' }
  const courseware = { category: 'courseware', subject: 'public', platform: 'ahou', completedOn: on }

  test.each([
    ['outside_credit_year', 'N3.1', '2025-12-31', { category: 'exam', completedOn: '2026-01-01' }],
    ['outside_credit_year', 'N8.2', '2026-05-31', { ...courseware, completedOn: '2026-06-01' }],
    ['before_transfer', 'M14.3', null, { category: 'exam', completedOn: '2025-01-01' }],
    ['days_exceed_span', 'M12.10', 3, { ...training, days: 4 }],
    ['filing_missing', 'N3.2', on, { ...training, days: 3 }],
    ['platform_not_recognised', 'N3.3', '2025-05-31', { ...courseware, platform: 'zjzx-2024', completedOn: '2025-06-01' }],
    ['platform_not_recognised', 'M12.12', null, { ...courseware, platform: 'unknown' }],
    ['unit_approval_missing', 'M12.11', null, { category: 'teaching', subject: 'public', times: 1, unitApproved: false, completedOn: on }],
    ['degree_below_bachelor', 'M12.9', null, { category: 'degree', option: 'below-bachelor', completedOn: on }],
    ['credited_in_other_year', 'M21.4', 2024, { ...courseware, creditedIn: 2024 }],
    ['public_courseware_cap', 'N5.2', 30, { ...courseware, labelledHours: 31 }],
  ] as const)('%s by %s: %s', (reason, clause, limit, record) => {
    const [line] = explain([{ id: 'a', ...record }], { person: { transferredIn: { date: '2025-02-01' } } })
    expect(line?.gate).toMatchObject({ reason, clause, limit })
  })

  test('of achievements that another one stops', () => {
    const papers = ['a', 'b'].map((id) => ({ id, category: 'paper', option: 'core', completedOn: on, achievement: 'doi' }))
    const explained = explain([...papers, { id: 'x', category: 'exam', completedOn: on }])
    expect(explained.map((line) => line.gate?.reason)).toEqual(['another_option_chosen', 'same_achievement', undefined])
    expect(explained.slice(0, 2).map((line) => line.gate?.clause)).toEqual(['M21.4', 'M21.4'])
  })
})
