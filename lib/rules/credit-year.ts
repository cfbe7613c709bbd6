import { allocateConversion, type Sums, sumParticipation } from '@/lib/rules/allocate'
import { type Credit, creditOf } from '@/lib/rules/credit'
import { rejectionReason } from '@/lib/rules/gates'
import { optionsOf, rejectOtherOptions } from '@/lib/rules/options'
import { ruleSetById, ruleSetFor } from '@/lib/rules/rule-sets'
import { rejectDuplicateAchievements } from '@/lib/rules/same-achievement'
import type { RuleSet, YearCase } from '@/lib/rules/types'
import { type YearRules, yearRules } from '@/lib/rules/year-rules'

/** A year's credited records, its options and its sums; hours in tenths. */
export interface CreditedYear {
  readonly rules: YearRules
  readonly credits: readonly Credit[]
  readonly options: readonly Credit[]
  readonly selected: Credit | null
  readonly sums: Sums
}

/**
 * Credits a year's records (hours in tenths): each record by its own rate and gates, then one option a year (M21.4), the courseware cap
 * (N5.2) and the conversion (N5.0). Throws a RangeError where `choice` names none of the year's options, or the rule set is unknown.
 */
export function creditYear(input: YearCase, ruleSet?: RuleSet): CreditedYear {
  const rules = yearRules(ruleSet ?? ruleSetOf(input), input.year)
  const scope = input.settings?.oneOptionScope ?? rules.ruleSet.settings.oneOptionScope
  const allocation = input.settings?.conversionAllocation ?? rules.ruleSet.settings.conversionAllocation

  const credits = creditRecords(input, rules)
  const options = optionsOf(credits, scope, rules)
  const chosen = input.choice === undefined ? options[0] : options.find((option) => option.record.id === input.choice)
  if (!chosen && input.choice !== undefined)
    throw new RangeError(`the choice ${JSON.stringify(input.choice)} is no option of ${input.year}`)

  const selected = (scope === 'same_achievement' ? undefined : chosen) ?? null
  if (selected) rejectOtherOptions(selected, options)
  const sums = sumParticipation(credits, rules)
  allocateConversion(options, allocation, rules, sums)
  return { rules, credits, options, selected, sums }
}

/** The ids of the year's options, the recommended one first; the input's `choice` is ignored. */
export function optionIds(input: YearCase, ruleSet?: RuleSet): string[] {
  const rules = yearRules(ruleSet ?? ruleSetOf(input), input.year)
  const scope = input.settings?.oneOptionScope ?? rules.ruleSet.settings.oneOptionScope
  return optionsOf(creditRecords(input, rules), scope, rules).map((option) => option.record.id)
}

function ruleSetOf(input: YearCase): RuleSet {
  if (input.ruleSet === undefined) return ruleSetFor(input.year)
  const ruleSet = ruleSetById(input.ruleSet)
  if (!ruleSet) throw new RangeError(`no rule set ${JSON.stringify(input.ruleSet)}`)
  return ruleSet
}

function creditRecords(input: YearCase, rules: YearRules): Credit[] {
  const transferredOn = input.person?.transferredIn?.date
  const credits: Credit[] = []
  let achievements = 0
  for (const record of input.records) {
    const credit = creditOf(record, rules)
    credit.reason = rejectionReason(record, rules, transferredOn)
    if (credit.isAchievement) achievements += 1
    if (credit.reason === null && record.creditedIn !== undefined && record.creditedIn !== input.year) {
      credit.reason = 'credited_in_other_year'
    }
    credits.push(credit)
  }
  if (achievements > 1) rejectDuplicateAchievements(credits, input.year)
  return credits
}
