import { byCompletion, type Credit, isPublicCourseware } from '@/lib/rules/credit'
import type { OneOptionScope } from '@/lib/rules/types'
import type { YearRules } from '@/lib/rules/year-rules'

/** What the record would count if it were the year's only one, in tenths. */
export function aloneTenths(credit: Credit, rules: YearRules): number {
  return isPublicCourseware(credit) ? Math.min(credit.tenths, rules.publicCoursewareCap) : credit.tenths
}

/** The year's options of those still standing, the recommended first: by the hours each would count alone, then completion, then id. */
export function optionsOf(credits: readonly Credit[], scope: OneOptionScope, rules: YearRules): Credit[] {
  const options: Credit[] = []
  for (const credit of credits) {
    if (credit.reason === null && (scope === 'all' || credit.isAchievement)) options.push(credit)
  }
  if (options.length > 1) options.sort((a, b) => aloneTenths(b, rules) - aloneTenths(a, rules) || byCompletion(a, b))
  return options
}

/** Stops every option but the selected one. */
export function keepOnly(selected: Credit, options: readonly Credit[]): void {
  for (const option of options) {
    if (option !== selected) option.reason = 'another_option_chosen'
  }
}
