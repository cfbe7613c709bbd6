import { expect, test } from 'vitest'
import { plainDate } from '@/lib/calendar/plain-date'
import { evaluateYear } from '@/lib/rules/evaluate-year'
import { platformOn } from '@/lib/rules/platform-on'
import { anhui2025 } from '@/lib/rules/rule-sets/anhui-2025'
import { SUBJECTS } from '@/lib/rules/types'

const windowsOf = (code: string) => anhui2025.platforms.filter((row) => row.code === code)

test.each([
  ['zjzx-2024', 'public', '2025-05-31', 'counts'],
  ['zjzx-2024', 'public', '2025-06-01', 'over'],
  ['zjzx-2024', 'public', '2024-04-30', 'not_yet'],
  ['zjzx-2024', 'professional', '2025-05-31', 'other_subject'],
  ['fuyang-base', 'professional', '2030-01-01', 'counts'],
  ['nowhere', 'public', '2025-05-31', null],
] as const)('%s in %s on %s: %s', (code, subject, on, answer) => {
  expect(platformOn(windowsOf(code), subject, plainDate(on))).toBe(answer)
})

test('says that it counts exactly where the year counts it', () => {
  for (const { code } of anhui2025.platforms)
    for (const subject of SUBJECTS)
      for (const on of ['2025-01-01', '2025-05-31', '2025-06-01', '2025-12-31'].map(plainDate)) {
        const record = { id: 'r', category: 'courseware', subject, platform: code, completedOn: on } as const
        const [line] = evaluateYear({ kind: 'year', year: 2025, records: [record] }, { ruleSet: anhui2025 }).lines
        expect(platformOn(windowsOf(code), subject, on) === 'counts').toBe(line?.outcome === 'counted')
      }
})
