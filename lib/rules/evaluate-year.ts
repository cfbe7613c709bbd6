import { type Credit, countedTenths } from '@/lib/rules/credit'
import { type CreditedYear, creditYear, optionIds } from '@/lib/rules/credit-year'
import { standaloneTenths } from '@/lib/rules/options'
import { fromTenths } from '@/lib/rules/tenths'
import type { Minimums, Outcome, Reason, ResultLine, RuleSet, SubjectHours, YearCase, YearResult } from '@/lib/rules/types'
import { warningsOf } from '@/lib/rules/warnings'

const OUTCOME_OF: Readonly<Record<Reason, Outcome>> = {
  outside_credit_year: 'out_of_year',
  before_transfer: 'not_recognised',
  days_exceed_span: 'not_recognised',
  filing_missing: 'not_recognised',
  platform_not_recognised: 'not_recognised',
  unit_approval_missing: 'not_recognised',
  degree_below_bachelor: 'not_recognised',
  credited_in_other_year: 'duplicate',
  same_achievement: 'duplicate',
  another_option_chosen: 'not_chosen',
  public_courseware_cap: 'capped',
}

/** The totals of a year without its lines, and whether the minimums are met. */
export interface YearTotals extends SubjectHours {
  met: boolean
}

/**
 * Evaluates a credit year: what each record counts and why, the totals, what is missing from the minimums (N3.1), and which option is
 * chosen (M21.4). Credit hours, exact to 0.1. Uses the given rule set, else the one that the input names, else the one in force for the
 * year. Expects parsed input; throws a RangeError where `choice` names none of the year's options (see `withValidChoice`).
 */
export function evaluateYear(input: YearCase, options?: { ruleSet?: RuleSet }): YearResult {
  const credited = creditYear(input, options?.ruleSet)
  const { rules, credits, selected } = credited
  return {
    ruleSet: rules.ruleSet.id,
    year: rules.year,
    required: minimumsOf(credited),
    totals: totalsOf(credited),
    shortfall: {
      total: missing(rules.minimumTotal, credited.sums.professional + credited.sums.public),
      professional: missing(rules.minimumProfessional, credited.sums.professional),
      public: missing(rules.minimumPublic, credited.sums.public),
    },
    met: isMet(credited),
    choice: {
      selected: selected?.record.id ?? null,
      recommended: recommendedOf(input, credited),
      options: credited.options.map((option) => ({ id: option.record.id, hours: fromTenths(standaloneTenths(option, rules)) })),
    },
    lines: credits.map(lineOf),
    warnings: warningsOf(credits),
  }
}

/** The totals alone, which is faster where many years are recounted. Throws as `evaluateYear` does. */
export function yearTotals(input: YearCase, options?: { ruleSet?: RuleSet }): YearTotals {
  const credited = creditYear(input, options?.ruleSet)
  return { ...totalsOf(credited), met: isMet(credited) }
}

/** The input, with `choice` removed where it names none of the year's options: the highest option then counts instead. */
export function withValidChoice(input: YearCase, options?: { ruleSet?: RuleSet }): YearCase {
  if (input.choice === undefined || optionIds(input, options?.ruleSet).includes(input.choice)) return input
  return { ...input, choice: undefined }
}

function lineOf(credit: Credit): ResultLine {
  return {
    id: credit.record.id,
    hours: fromTenths(credit.tenths),
    counted: fromTenths(countedTenths(credit)),
    professional: fromTenths(credit.professional),
    public: fromTenths(credit.public),
    outcome: credit.reason === null ? 'counted' : OUTCOME_OF[credit.reason],
    reason: credit.reason,
    clause: credit.rate.clause,
    status: credit.rate.status,
  }
}

/** The first option; none where the setting lets every achievement count. */
function recommendedOf(input: YearCase, { rules, options }: CreditedYear): string | null {
  const scope = input.settings?.oneOptionScope ?? rules.ruleSet.settings.oneOptionScope
  return scope === 'same_achievement' ? null : (options[0]?.record.id ?? null)
}

function totalsOf({ sums }: CreditedYear): SubjectHours {
  return {
    total: fromTenths(sums.professional + sums.public),
    professional: fromTenths(sums.professional),
    public: fromTenths(sums.public),
  }
}

function minimumsOf({ rules }: CreditedYear): Minimums {
  return {
    total: hoursOrNull(rules.minimumTotal),
    professional: hoursOrNull(rules.minimumProfessional),
    public: hoursOrNull(rules.minimumPublic),
  }
}

function isMet({ rules, sums }: CreditedYear): boolean {
  return (
    sums.professional + sums.public >= (rules.minimumTotal ?? 0) &&
    sums.professional >= (rules.minimumProfessional ?? 0) &&
    sums.public >= (rules.minimumPublic ?? 0)
  )
}

function missing(minimum: number | null, tenths: number): number {
  return minimum === null ? 0 : fromTenths(Math.max(0, minimum - tenths))
}

function hoursOrNull(tenths: number | null): number | null {
  return tenths === null ? null : fromTenths(tenths)
}
