import { byCompletion, type Credit, isPublicCourseware } from '@/lib/rules/credit'
import type { OneOptionScope } from '@/lib/rules/types'
import type { YearRules } from '@/lib/rules/year-rules'

/** The hours that the record would count if it were the only one of its year, in tenths. */
export function standaloneTenths(credit: Credit, rules: YearRules): number {
  return isPublicCourseware(credit) ? Math.min(credit.tenths, rules.publicCoursewareCap) : credit.tenths
}

/** The options among the credits without a rejection, the recommended first: by standalone hours, then completion, then id (M21.4). */
export function optionsOf(credits: readonly Credit[], scope: OneOptionScope, rules: YearRules): Credit[] {
  const options: Credit[] = []
  for (const credit of credits) {
    if (credit.reason === null && (scope === 'all' || credit.isAchievement)) options.push(credit)
  }
  if (options.length > 1) options.sort((a, b) => standaloneTenths(b, rules) - standaloneTenths(a, rules) || byCompletion(a, b))
  return options
}

/** Rejects every option but the selected one (M21.4). */
export function rejectOtherOptions(selected: Credit, options: readonly Credit[]): void {
  for (const option of options) {
    if (option !== selected) option.reason = 'another_option_chosen'
  }
}
