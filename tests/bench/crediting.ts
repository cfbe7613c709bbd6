import { performance } from 'node:perf_hooks'
import { evaluateYear, yearTotals } from '@/lib/rules/evaluate-year'
import { ruleSetFor } from '@/lib/rules/rule-sets'
import type { YearCase } from '@/lib/rules/types'
import { engineTotals } from './crediting-by-engine'
import { usualYears } from './crediting-years'

export interface CreditingRow {
  name: string
  value: number
  unit: string
  target: string
}

const PEOPLE = 500
const ROUNDS = 5
const SECONDS = 0.4

/** Years credited a second on one core, with and without explanation, and how json-rules-engine does on the same rules. */
export async function benchCrediting(): Promise<CreditingRow[]> {
  const years = usualYears(PEOPLE)
  const byEngine = engineTotals(ruleSetFor(2025), 2025)
  for (const year of years) {
    const [ours, theirs] = [yearTotals(year).total, await byEngine(year)]
    if (Math.abs(ours - theirs) > 1e-6) throw new Error(`the engine's rules are not ours: ${theirs} instead of ${ours}`)
  }

  const explained = rate(years, (year) => evaluateYear(year).totals.total)
  const plain = rate(years, (year) => yearTotals(year).total)
  const engine = await rateOfPromises(years, byEngine)
  return [
    { name: 'credit a year (8 records), with explanation', value: Math.round(explained), unit: 'years/s per core', target: '≥ 200,000' },
    { name: 'credit a year (8 records), totals only', value: Math.round(plain), unit: 'years/s per core', target: 'aim 1,000,000' },
    { name: 'the same rules in json-rules-engine', value: Math.round(engine), unit: 'years/s per core', target: '–' },
    { name: 'with explanation, against json-rules-engine', value: Math.round(explained / engine), unit: '×', target: 'aim ≥ 100' },
  ]
}

/** Years a second in the best of several rounds: what else the machine does only ever slows a round. */
function rate(years: readonly YearCase[], credit: (year: YearCase) => number): number {
  let [best, sum] = [0, 0]
  for (let round = 0; round <= ROUNDS; round += 1) {
    let done = 0
    const start = performance.now()
    while (performance.now() - start < SECONDS * 1000) {
      for (const year of years) sum += credit(year)
      done += years.length
    }
    best = Math.max(best, (done / (performance.now() - start)) * 1000)
  }
  return kept(best, sum)
}

async function rateOfPromises(years: readonly YearCase[], credit: (year: YearCase) => Promise<number>): Promise<number> {
  let [best, sum] = [0, 0]
  for (let round = 0; round <= ROUNDS; round += 1) {
    let done = 0
    const start = performance.now()
    while (performance.now() - start < SECONDS * 1000) {
      for (const year of years.slice(0, 50)) sum += await credit(year)
      done += 50
    }
    best = Math.max(best, (done / (performance.now() - start)) * 1000)
  }
  return kept(best, sum)
}

/** Looks at the sum, so that the work behind it cannot be left out as unused. */
function kept(rate: number, sum: number): number {
  if (Number.isNaN(sum)) throw new Error('hours that are no number')
  return rate
}
