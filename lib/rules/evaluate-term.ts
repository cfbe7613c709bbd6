import { plainDate, yearOf } from '@/lib/calendar/plain-date'
import { numberOf, rulingDay } from '@/lib/rules/lookup'
import { ruleSetFor } from '@/lib/rules/rule-sets'
import { spanDays } from '@/lib/rules/span'
import { fromTenths, toTenths } from '@/lib/rules/tenths'
import type { RuleSet, TermCase, TermResult } from '@/lib/rules/types'
import { yearRules } from '@/lib/rules/year-rules'

interface TermSums {
  requiredTotal: number
  requiredProfessional: number
  total: number
  professional: number
  largestYear: number
  largest: number
}

/** The rules of a term: `ruleSet` for all years; without it, for each year the one in force among `sets`, by default those that ship. */
export interface TermRules {
  ruleSet?: RuleSet
  sets?: readonly RuleSet[]
}

/**
 * Whether a term's years reach the minimums on average (N8.1), and whether one year holds so large a share of the required hours that the
 * term was rushed. Hours are exact to 0.1. Without a given rule set each year's minimums are those in force for it, and the shares for the
 * rush warning and denial are those of the last year. Expects parsed input; throws a RangeError where the term covers no calendar year.
 */
export function evaluateTerm(input: TermCase, options?: TermRules): TermResult {
  const years = termYears(input, options)
  const lastYear = years.at(-1)
  if (lastYear === undefined) throw new RangeError('the term covers no calendar year')
  const sums = sum(input, years, options)
  const { settings } = rulesOf(lastYear, options)

  // Both the quotient of whole numbers and the parsed share are the nearest double to the true value, so that >= compares equal shares
  // right.
  const share = years.length < 2 || sums.requiredTotal === 0 ? 0 : sums.largest / sums.requiredTotal
  const rush =
    share >= (input.settings?.denyAtShare ?? settings.denyAtShare)
      ? 'deny'
      : share >= (input.settings?.warnAtShare ?? settings.warnAtShare)
        ? 'warn'
        : null
  const short = sums.total < sums.requiredTotal || sums.professional < sums.requiredProfessional
  const outcome = short ? 'short' : rush === 'deny' ? 'rushed' : 'met'
  return {
    years,
    required: { total: fromTenths(sums.requiredTotal), professional: fromTenths(sums.requiredProfessional) },
    totals: { total: fromTenths(sums.total), professional: fromTenths(sums.professional) },
    average: {
      total: fromTenths(Math.floor(sums.total / years.length)),
      professional: fromTenths(Math.floor(sums.professional / years.length)),
    },
    met: outcome === 'met',
    rush,
    rushYear: rush === null ? null : sums.largestYear,
    outcome,
  }
}

/**
 * The calendar years that belong to a term: those of which it covers at least 183 days (N8.1, provisional). Where exactly 183 days lie in
 * the first and in the last year, the last does not belong. Empty where no year is covered, or `from` lies after `to`.
 */
export function termYears(term: Pick<TermCase, 'from' | 'to'>, options?: TermRules): number[] {
  const [first, last] = [yearOf(term.from), yearOf(term.to)]
  const years: number[] = []
  if (term.from > term.to) return years
  for (let year = first; year <= last; year += 1) {
    if (coveredDays(term, year) >= daysNeeded(year, options)) years.push(year)
  }
  const halves = first < last && isJustCovered(term, first, options) && isJustCovered(term, last, options)
  return halves ? years.slice(0, -1) : years
}

function isJustCovered(term: Pick<TermCase, 'from' | 'to'>, year: number, options: TermRules | undefined): boolean {
  return coveredDays(term, year) === daysNeeded(year, options)
}

function coveredDays({ from, to }: Pick<TermCase, 'from' | 'to'>, year: number): number {
  const firstDay = plainDate(`${year}-01-01`)
  const lastDay = plainDate(`${year}-12-31`)
  return spanDays(from > firstDay ? from : firstDay, to < lastDay ? to : lastDay)
}

function daysNeeded(year: number, options: TermRules | undefined): number {
  return numberOf(rulesOf(year, options), 'term.days_of_a_year', rulingDay(year))
}

function rulesOf(year: number, options: TermRules | undefined): RuleSet {
  return options?.ruleSet ?? ruleSetFor(year, options?.sets)
}

function sum(input: TermCase, years: readonly number[], options: TermRules | undefined): TermSums {
  const given = new Map(input.years.map((year) => [year.year, year]))
  const sums = { requiredTotal: 0, requiredProfessional: 0, total: 0, professional: 0, largestYear: 0, largest: -1 }
  for (const year of years) {
    const rules = yearRules(rulesOf(year, options), year)
    const total = toTenths(given.get(year)?.total ?? 0)
    sums.requiredTotal += rules.minimumTotal ?? 0
    sums.requiredProfessional += rules.minimumProfessional ?? 0
    sums.total += total
    sums.professional += toTenths(given.get(year)?.professional ?? 0)
    if (total > sums.largest) {
      sums.largest = total
      sums.largestYear = year
    }
  }
  return sums
}
