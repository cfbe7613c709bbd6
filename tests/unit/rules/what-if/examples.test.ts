import { expect, test } from 'vitest'
import { parseCase } from '@/lib/rules/parse'
import { anhui2025 } from '@/lib/rules/rule-sets/anhui-2025'
import { CATEGORIES } from '@/lib/rules/types'
import { examplesOf } from '@/lib/rules/what-if/examples'

test.each(CATEGORIES)('the examples of %s begin with one that counts and are what the rules take', (category) => {
  const examples = examplesOf(category, anhui2025, 2025)
  expect(examples[0]?.line).toMatchObject({ outcome: 'counted', reason: null })
  for (const { entry, line, explanation } of examples) {
    expect(parseCase({ kind: 'year', year: 2025, records: [{ ...entry, id: 'x' }] }).ok).toBe(true)
    expect(explanation).toMatchObject({ counted: line.counted, outcome: line.outcome })
  }
})

test('what usually goes wrong is shown where it does', () => {
  const reasons = (category: (typeof CATEGORIES)[number]) => examplesOf(category, anhui2025, 2025).map(({ line }) => line.reason)
  expect(reasons('training')).toEqual([null, 'filing_missing', 'filing_missing', 'days_exceed_span'])
  expect(reasons('teaching')).toEqual([null, 'unit_approval_missing'])
  expect(reasons('courseware')).toEqual([null, null, 'public_courseware_cap', 'platform_not_recognised', 'platform_not_recognised'])
  expect(reasons('degree')).toEqual([null, 'degree_below_bachelor'])
  expect(reasons('exam')).toEqual([null, 'outside_credit_year'])
  expect(reasons('award')).toEqual([null, null, 'credited_in_other_year'])
})

test('examples follow the figures of the rule set', () => {
  const changed = { ...anhui2025, figures: anhui2025.figures.map((row) => (row.key === 'training' ? { ...row, value: 8 } : row)) }
  expect(examplesOf('training', changed, 2025)[0]?.line.counted).toBe(40)
})
