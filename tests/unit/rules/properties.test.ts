import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evaluateYear } from '@/lib/rules/evaluate-year'
import { parseCase } from '@/lib/rules/parse'
import type { YearCase, YearResult } from '@/lib/rules/types'
import type { PlainYear } from './oracle'
import { dice, randomYear } from './random-years'

const RUNS = { numRuns: 2_000 }
const MAX_TENTHS = 99_999

/** Random years grown from a number, so that fast-check can name the one that fails. */
const someYear = fc.integer({ min: 0, max: 2 ** 31 - 1 }).map((seed) => randomYear(dice(seed)))

function parsed(input: PlainYear): YearCase {
  const result = parseCase(structuredClone(input))
  if (!result.ok || result.value.kind !== 'year') throw new Error(JSON.stringify(result))
  return result.value
}

function evaluate(input: PlainYear): YearResult {
  return evaluateYear(parsed(input))
}

function byId(result: YearResult): unknown {
  const lines = Object.fromEntries(result.lines.map((line) => [`line ${line.id}`, line]))
  const warnings = result.warnings.map(({ code, records }) => ({ code, records: [...records].sort() }))
  return { ...result, lines, warnings }
}

function tenthsOf(value: number): number {
  const tenths = Math.round(value * 10)
  expect(value).toBe(tenths / 10)
  return tenths
}

test('the order of the records changes no hours, no outcome, no choice', () => {
  fc.assert(
    fc.property(someYear, fc.infiniteStream(fc.nat()), (input, keys) => {
      const shuffled = input.records
        .map((record) => ({ record, key: keys.next().value as number }))
        .sort((a, b) => a.key - b.key)
        .map(({ record }) => record)
      expect(byId(evaluate({ ...input, records: shuffled }))).toEqual(byId(evaluate(input)))
    }),
    RUNS,
  )
})

test('no hours are negative, none is counted beyond its rate, all are exact to a tenth', () => {
  fc.assert(
    fc.property(someYear, (input) => {
      const { lines, totals, shortfall } = evaluate(input)
      for (const line of lines) {
        const counted = tenthsOf(line.counted)
        expect(counted).toBeLessThanOrEqual(tenthsOf(line.hours))
        expect(tenthsOf(line.professional) + tenthsOf(line.public)).toBe(counted)
        expect(Math.min(line.professional, line.public, counted)).toBeGreaterThanOrEqual(0)
        expect(line.reason === null).toBe(line.outcome === 'counted')
        expect(line.outcome === 'counted').toBe(line.counted === line.hours)
      }
      for (const hours of [...Object.values(totals), ...Object.values(shortfall)]) expect(tenthsOf(hours)).toBeGreaterThanOrEqual(0)
    }),
    RUNS,
  )
})

test('the totals are the sum of the lines, and the minimums are held against them', () => {
  fc.assert(
    fc.property(someYear, (input) => {
      const { lines, totals, shortfall, met } = evaluate(input)
      for (const subject of ['professional', 'public'] as const) {
        expect(tenthsOf(totals[subject])).toBe(lines.reduce((sum, line) => sum + tenthsOf(line[subject]), 0))
      }
      expect(tenthsOf(totals.total)).toBe(tenthsOf(totals.professional) + tenthsOf(totals.public))
      expect(tenthsOf(shortfall.total)).toBe(Math.max(0, 900 - tenthsOf(totals.total)))
      expect(met).toBe(shortfall.total === 0 && shortfall.professional === 0)
    }),
    RUNS,
  )
})

test('without a choice, another record never lowers what the year holds in either subject', () => {
  fc.assert(
    fc.property(someYear, someYear, ({ settings, ...input }, more) => {
      const added = more.records.find((record) => record.creditedIn === undefined)
      fc.pre(added !== undefined)
      const scope = { ...settings, oneOptionScope: 'achievements' }
      const less = evaluate({ ...input, settings: scope }).totals
      const record = { ...added, id: `${added.id} again` }
      const all = evaluate({ ...input, settings: scope, records: [...input.records, record] }).totals
      for (const subject of ['total', 'professional', 'public'] as const) expect(all[subject]).toBeGreaterThanOrEqual(less[subject])
    }),
    RUNS,
  )
})

test('hours certified elsewhere are summed exactly, however many there are', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: MAX_TENTHS }), { maxLength: 40 }), (tenths) => {
      const records = tenths.map((value, n) => ({
        id: `e${n}`,
        category: 'elsewhere',
        subject: 'public',
        completedOn: '2025-05-01',
        hours: Number(`${Math.floor(value / 10)}.${value % 10}`),
        certificate: 'no. 1',
      }))
      const sum = tenths.reduce((a, b) => a + b, 0)
      expect(String(evaluate({ kind: 'year', year: 2025, records }).totals.total)).toBe(
        String(Number(`${Math.floor(sum / 10)}.${sum % 10}`)),
      )
    }),
    RUNS,
  )
})

test('the recommended option gives the most hours of all choices', () => {
  fc.assert(
    fc.property(someYear, (input) => {
      const best = evaluate(input)
      fc.pre(input.settings?.oneOptionScope !== 'same_achievement')
      for (const { id } of best.choice.options) {
        const chosen = evaluate({ ...input, choice: id })
        expect(chosen.choice).toEqual({ ...best.choice, selected: id })
        expect(chosen.totals.total).toBeLessThanOrEqual(best.totals.total)
      }
    }),
    RUNS,
  )
})

test('the input is not changed', () => {
  fc.assert(
    fc.property(someYear, (input) => {
      const value = parsed(input)
      const before = JSON.stringify(value)
      evaluateYear(value)
      expect(JSON.stringify(value)).toBe(before)
    }),
    { numRuns: 500 },
  )
})
