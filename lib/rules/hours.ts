import { toTenths } from '@/lib/rules/tenths'
import type { RecordInput } from '@/lib/rules/types'
import type { Rate, YearRules } from '@/lib/rules/year-rules'

/** The rate of the record's row and option. Throws a RangeError on an option its category does not have. */
export function rateFor(record: RecordInput, rules: YearRules): Rate {
  const rate = find(record, rules)
  if (!rate) throw new RangeError(`record ${record.id}: ${record.category} has no such option`)
  return rate
}

function find(record: RecordInput, rules: YearRules): Rate | undefined {
  switch (record.category) {
    case 'paper':
      return (record.author === 'other' ? rules.papersByOtherAuthors : rules.rates.paper)[record.option]
    case 'conference':
      return (record.presented === true ? rules.presentedConferences : rules.rates.conference)[record.option]
    case 'courseware':
      return record.labelledHours === undefined ? rules.rates.courseware[''] : rules.labelledCourseware
    case 'training':
    case 'teaching':
    case 'exam':
    case 'elsewhere':
    case 'other':
      return rules.rates[record.category]['']
    default:
      return rules.rates[record.category][record.option]
  }
}

/** How many units the record holds: days, times, courses, stated hours, or one item. */
export function quantityOf(record: RecordInput): number {
  switch (record.category) {
    case 'training':
      return record.days
    case 'teaching':
      return record.times
    case 'courseware':
      return record.labelledHours ?? record.courses ?? 1
    case 'elsewhere':
    case 'other':
      return record.hours
    default:
      return 1
  }
}

/** What the rate gives before any gate, in tenths of an hour, rounded down to a tenth where a rate would give less than one. */
export function tenthsFor(record: RecordInput, rate: Rate): number {
  return Math.floor((rate.tenths * toTenths(quantityOf(record))) / 10)
}
