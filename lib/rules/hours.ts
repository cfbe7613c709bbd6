import { toTenths } from '@/lib/rules/tenths'
import type { RecordInput } from '@/lib/rules/types'
import type { Rate, YearRules } from '@/lib/rules/year-rules'

/** The rate of the record's category and option. Throws a RangeError on an option that the category does not have. */
export function rateFor(record: RecordInput, rules: YearRules): Rate {
  const rate = findRate(record, rules)
  if (!rate) throw new RangeError(`record ${record.id}: ${record.category} has no such option`)
  return rate
}

function findRate(record: RecordInput, rules: YearRules): Rate | undefined {
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

/** The number of units in the record: days, times, courses, stated hours, or one item. */
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

/** Rate × quantity before any gate, in tenths of an hour, fractions of a tenth rounded down. */
export function tenthsFor(record: RecordInput, rate: Rate): number {
  return Math.floor((rate.tenths * toTenths(quantityOf(record))) / 10)
}
