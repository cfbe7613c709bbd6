import { performance } from 'node:perf_hooks'
import { answerOf } from '@/app/(public)/calculator/_parts/answer-of'
import { plainDate } from '@/lib/calendar/plain-date'
import { evaluateYear } from '@/lib/rules/evaluate-year'
import { ruleSets } from '@/lib/rules/rule-sets'
import { queryOf } from '@/lib/rules/what-if/address'
import { reduce } from '@/lib/rules/what-if/reduce'
import { suggestionsFor } from '@/lib/rules/what-if/shortfall'
import { crowded, ENTRIES } from './crowded-year'
import type { BenchRow } from './row'
import { rounded } from './row'

const RUNS = 300
const TODAY = plainDate('2025-07-01')

/** What the calculator computes for one press: the address read, the year with its options, what is missing. The rest of a frame is drawing. */
export function benchCalculator(): BenchRow[] {
  const parts = Object.fromEntries(new URLSearchParams(queryOf(crowded())))
  const times: number[] = []
  for (let run = 0; run < RUNS + 20; run += 1) {
    const start = performance.now()
    answer(parts)
    if (run >= 20) times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => rounded(times[Math.floor(times.length * share)] ?? 0, 2)
  return [
    { name: `calculator, ${ENTRIES} entries: an answer`, value: at(0.5), unit: `ms, ${at(0.95)} at the 95th`, target: '≤ 16 with drawing' },
  ]
}

function answer(parts: Record<string, string>): void {
  const { state } = reduce(parts, { sets: ruleSets, today: TODAY })
  const { input, ruleSet, result } = answerOf(state, ruleSets)
  for (const { id } of result.choice.options) evaluateYear({ ...input, choice: id }, { ruleSet })
  suggestionsFor(input, ruleSet, TODAY)
}
