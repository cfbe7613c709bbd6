import { expect, test } from 'vitest'
import { clauseOf, clauses } from '@/lib/rules/clauses'
import { anhui2025 } from '@/lib/rules/rule-sets/anhui-2025'

test('every figure, platform and deadline rests on a clause that is known', () => {
  const { figures, platforms, publicDeadlines } = anhui2025
  for (const { clause } of [...figures, ...platforms, ...publicDeadlines]) expect(clauseOf(clause).id).toBe(clause)
  expect(() => clauseOf('M99')).toThrow(RangeError)
})

test('ids are unique, readings are given in both languages', () => {
  expect(new Set(clauses.map((clause) => clause.id)).size).toBe(clauses.length)
  for (const { reading } of clauses) {
    expect(reading['zh-CN']).toMatch(/。$/)
    expect(reading.en).toMatch(/^[^\u4e00-\u9fff]+\.$/)
  }
})

test('a clause whose number is lost says so, one whose figure is lost quotes no words', () => {
  for (const name of ['award', 'patent', 'paper', 'book', 'project', 'standard', 'conference']) {
    expect(clauseOf(`M12.${name}`).citation).toContain('第十二条（序号待核）')
    expect(clauseOf(`M12.${name}`).text).toBeNull()
  }
  for (const { certainty, text } of clauses) if (certainty === 'provisional') expect(text).toBeNull()
})

test('the shares and figures said in words are those of the rule set', () => {
  const { denyAtShare, warnAtShare } = anhui2025.settings
  expect(clauseOf('N8.1').reading.en).toContain(`${warnAtShare * 100} %`)
  expect(clauseOf('N8.1').reading.en).toContain(`${denyAtShare * 100} %`)
  for (const { clause, value, unit } of anhui2025.figures) {
    if (clause.startsWith('M12.') && value !== null && unit !== 'factor' && unit !== 'per_hour') {
      expect(clauseOf(clause).reading['zh-CN']).toContain(String(value))
      expect(clauseOf(clause).reading.en).toContain(String(value))
    }
  }
})
