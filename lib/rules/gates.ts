import type { PlainDate } from '@/lib/calendar/plain-date'
import { isAchievement } from '@/lib/rules/credit'
import { spanDays } from '@/lib/rules/span'
import type { CoursewareInput, Reason, RecordInput } from '@/lib/rules/types'
import type { YearRules } from '@/lib/rules/year-rules'

/**
 * Why a record alone, without a look at the others of its year, cannot count: the first reason that applies in the order of `REASONS`; null
 * where none does. `transferredOn` is the first day of work in the province (M14.3).
 */
export function rejectionReason(record: RecordInput, rules: YearRules, transferredOn: PlainDate | undefined): Reason | null {
  if (record.completedOn < rules.firstDay || record.completedOn > lastDayFor(record, rules)) return 'outside_credit_year'
  if (transferredOn !== undefined && record.completedOn < transferredOn && record.category !== 'elsewhere') return 'before_transfer'
  switch (record.category) {
    case 'training':
      if (record.days > spanDays(record.startedOn, record.completedOn)) return 'days_exceed_span'
      if (record.subject === 'professional' && !(record.filing && record.filing.approvedOn <= record.startedOn)) return 'filing_missing'
      return null
    case 'courseware':
      return platformRecognises(record, rules) ? null : 'platform_not_recognised'
    case 'teaching':
      return record.unitApproved ? null : 'unit_approval_missing'
    case 'degree':
      return record.option === 'below-bachelor' ? 'degree_below_bachelor' : null
    default:
      return null
  }
}

/** The last day on which the record may be completed to count in the credit year (N8.2: for 公需 study it may lie in the next year). */
export function lastDayFor(record: RecordInput, rules: YearRules): string {
  return !isAchievement(record) && record.subject === 'public' ? rules.lastPublicDay : rules.lastDay
}

function platformRecognises(record: CoursewareInput, rules: YearRules): boolean {
  const windows = rules.platforms.get(record.platform)
  if (!windows) return false
  for (const window of windows) {
    if (window.from > record.completedOn || (window.until !== undefined && window.until < record.completedOn)) continue
    if (window.subjects.includes(record.subject)) return true
  }
  return false
}
