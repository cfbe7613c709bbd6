import { evaluateYear, withValidChoice } from '@/lib/rules/evaluate-year'
import type { RuleSet, YearCase, YearResult } from '@/lib/rules/types'
import { ruleSetOf, toYearCase, type WhatIf } from '@/lib/rules/what-if/state'

export interface CalculatorAnswer {
  input: YearCase
  ruleSet: RuleSet
  result: YearResult
}

/** What the calculator answers to its state, in the browser and on the server alike. */
export function answerOf(state: WhatIf, sets: readonly RuleSet[]): CalculatorAnswer {
  const ruleSet = ruleSetOf(state, sets)
  const input = withValidChoice(toYearCase(state), { ruleSet })
  return { input, ruleSet, result: evaluateYear(input, { ruleSet }) }
}
