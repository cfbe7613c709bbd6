import { expect, test } from 'vitest'
import { evaluateTerm } from '@/lib/rules/evaluate-term'
import { evaluateYear, yearTotals } from '@/lib/rules/evaluate-year'
import { parseCase } from '@/lib/rules/parse'
import { OUTCOMES, REASONS, TERM_OUTCOMES, type TermResult, type YearResult } from '@/lib/rules/types'
import { oracleOptions, oracleTerm, oracleTermYears, oracleYear, type PlainTerm, type PlainYear } from './oracle'
import { dice, randomTerm, randomTermBounds, randomYear } from './random-years'

const YEARS = 16_000
const TERMS = 4_000
const AT_LEAST = 100

/** A new stream each run; a failure names its seed, and XUESHI_TEST_SEED repeats it. */
const seed = Number(process.env.XUESHI_TEST_SEED ?? Math.floor(Math.random() * 2 ** 31))

function year(input: PlainYear): YearResult {
  const parsed = parseCase(structuredClone(input))
  if (!parsed.ok || parsed.value.kind !== 'year') throw new Error(`seed ${seed}: refused ${JSON.stringify({ input, parsed })}`)
  const result = evaluateYear(parsed.value)
  expect(yearTotals(parsed.value), `seed ${seed}`).toEqual({ ...result.totals, met: result.met })
  return result
}

function term(input: PlainTerm): TermResult {
  const parsed = parseCase(structuredClone(input))
  if (!parsed.ok || parsed.value.kind !== 'term') throw new Error(`seed ${seed}: refused ${JSON.stringify({ input, parsed })}`)
  return evaluateTerm(parsed.value)
}

function refusedPaths(input: object): string[] {
  const parsed = parseCase(input)
  return parsed.ok ? [] : parsed.issues.map((issue) => issue.path)
}

class Tally {
  readonly #seen = new Map<string, number>()
  see(name: string | null): void {
    if (name !== null) this.#seen.set(name, (this.#seen.get(name) ?? 0) + 1)
  }
  expectAll(names: readonly string[]): void {
    for (const name of names)
      expect(this.#seen.get(name) ?? 0, `seed ${seed}: ${name} occurred too rarely`).toBeGreaterThanOrEqual(AT_LEAST)
  }
}

test(`two readings agree on ${YEARS} random years (seed ${seed})`, { timeout: 120_000 }, () => {
  const roll = dice(seed)
  const tally = new Tally()
  for (let n = 0; n < YEARS; n += 1) {
    const input = randomYear(roll)
    const options = oracleOptions(input)
    if (options.length > 0 && roll.chance(0.4)) input.choice = roll.of(options)
    else if (roll.chance(0.1)) {
      const stranger = roll.of(['nobody', ...input.records.map((record) => record.id)])
      const choice = { ...input, choice: stranger }
      expect(refusedPaths(choice), `seed ${seed}: ${JSON.stringify(choice)}`).toEqual(options.includes(stranger) ? [] : ['choice'])
      tally.see(options.includes(stranger) ? 'choice kept' : 'choice refused')
    }
    const result = year(input)
    expect(result, `seed ${seed}, year ${n}: ${JSON.stringify(input)}`).toEqual(oracleYear(input))
    for (const line of result.lines) {
      tally.see(line.outcome)
      tally.see(line.reason)
    }
    for (const warning of result.warnings) tally.see(warning.code)
    tally.see(result.met ? 'met' : 'not met')
    if (result.choice.selected !== result.choice.recommended) tally.see('chose another')
  }
  tally.expectAll([...OUTCOMES, ...REASONS, 'overlapping_days', 'provisional_figure', 'met', 'not met', 'chose another', 'choice refused'])
})

test(`two readings agree on ${TERMS} random terms (seed ${seed})`, { timeout: 120_000 }, () => {
  const roll = dice(seed + 1)
  const tally = new Tally()
  for (let n = 0; n < TERMS; n += 1) {
    const bounds = randomTermBounds(roll)
    const years = oracleTermYears({ kind: 'term', ...bounds, years: [] })
    const input = randomTerm(roll, bounds, years)
    if (years.length === 0) {
      expect(refusedPaths(input), `seed ${seed}: ${JSON.stringify(input)}`).toEqual(['to'])
      tally.see('no year')
      continue
    }
    const result = term(input)
    expect(result, `seed ${seed}, term ${n}: ${JSON.stringify(input)}`).toEqual(oracleTerm(input))
    tally.see(result.outcome)
    tally.see(result.rush ?? 'calm')
  }
  tally.expectAll([...TERM_OUTCOMES, 'warn', 'deny', 'calm', 'no year'])
})
