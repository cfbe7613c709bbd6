import { rateFor, tenthsFor } from '@/lib/rules/hours'
import { ACHIEVEMENTS, type AchievementInput, type Reason, type RecordInput } from '@/lib/rules/types'
import type { Rate, YearRules } from '@/lib/rules/year-rules'

/** One record while its year is being credited; hours in tenths. It counts as long as `reason` is null. */
export interface Credit {
  readonly record: RecordInput
  readonly rate: Rate
  readonly isAchievement: boolean
  /** The hours that the rate gives, before any gate or cap. */
  readonly tenths: number
  reason: Reason | null
  professional: number
  public: number
}

const achievements: ReadonlySet<string> = new Set(ACHIEVEMENTS)

/** Whether the record is converted into hours (one of the first eight categories) rather than attended. */
export function isAchievement(record: RecordInput): record is AchievementInput {
  return achievements.has(record.category)
}

/** The record with its rate and hours, before gates and caps. Throws as `rateFor` does. */
export function creditOf(record: RecordInput, rules: YearRules): Credit {
  const rate = rateFor(record, rules)
  return {
    record,
    rate,
    isAchievement: isAchievement(record),
    tenths: tenthsFor(record, rate),
    reason: null,
    professional: 0,
    public: 0,
  }
}

/** The part that counts in the year, in tenths. */
export function countedTenths(credit: Credit): number {
  return credit.professional + credit.public
}

/** Whether the record is 公需 courseware, which a year counts only up to a cap (N5.2). */
export function isPublicCourseware(credit: Credit): boolean {
  return credit.record.category === 'courseware' && credit.record.subject === 'public'
}

/** Sort order: earliest completion first, then id by UTF-16 code unit. */
export function byCompletion(a: Credit, b: Credit): number {
  return compare(a.record.completedOn, b.record.completedOn) || compare(a.record.id, b.record.id)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
