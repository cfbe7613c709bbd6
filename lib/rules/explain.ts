import { type PlainDate, yearOf } from '@/lib/calendar/plain-date'
import { isAchievement } from '@/lib/rules/credit'
import { lastDayFor } from '@/lib/rules/gates'
import { quantityOf } from '@/lib/rules/hours'
import { figureOf, numberOf, publicDeadlineOf, rateKey, rulingDay } from '@/lib/rules/lookup'
import { spanDays } from '@/lib/rules/span'
import type { Explanation, ExplanationFactor, Figure, Reason, RecordInput, ResultLine, RuleSet } from '@/lib/rules/types'
import { yearRules } from '@/lib/rules/year-rules'

type Gate = NonNullable<Explanation['gate']>

/**
 * Explains a line's hours: rate × quantity, the factors that changed the product, and the gate or cap that took hours away. `year` is the
 * credit year, by default the calendar year of completion. Throws a RangeError where the rule set has not exactly one row for a figure.
 */
export function explainLine(
  line: ResultLine,
  record: RecordInput,
  ruleSet: RuleSet,
  year: number = yearOf(record.completedOn),
): Explanation {
  const on = rulingDay(year)
  const figure = rateFigure(record, ruleSet, on)
  return {
    key: figure.key,
    rate: numberOf(ruleSet, figure.key, on),
    quantity: quantityOf(record),
    unit: figure.unit,
    hours: line.hours,
    counted: line.counted,
    clause: line.clause,
    status: line.status,
    factors: factorsOf(record, ruleSet, on),
    outcome: line.outcome,
    gate: line.reason === null ? null : explainGate(line.reason, record, ruleSet, year),
  }
}

function rateFigure(record: RecordInput, ruleSet: RuleSet, on: PlainDate): Figure {
  const labelled = record.category === 'courseware' && record.labelledHours !== undefined
  const option = 'option' in record ? record.option : null
  return figureOf(ruleSet, labelled ? 'courseware.labelled' : rateKey(record.category, option), on)
}

function factorsOf(record: RecordInput, ruleSet: RuleSet, on: PlainDate): ExplanationFactor[] {
  if (record.category === 'paper' && record.author === 'other') return [factor('author_share', 'paper.other_author', ruleSet, on)]
  if (record.category === 'conference' && record.presented) return [factor('presented_extra', 'conference.presented', ruleSet, on)]
  return []
}

function factor(kind: ExplanationFactor['kind'], key: string, ruleSet: RuleSet, on: PlainDate): ExplanationFactor {
  const { clause, status } = figureOf(ruleSet, key, on)
  return { kind, value: numberOf(ruleSet, key, on), clause, status }
}

/** The clause of a gate or cap, and the number or date that it compared the record with. Throws as `explainLine` does. */
export function explainGate(reason: Reason, record: RecordInput, ruleSet: RuleSet, year: number): Gate {
  switch (reason) {
    case 'outside_credit_year': {
      const deadline = isAchievement(record) || record.subject === 'professional' ? null : publicDeadlineOf(ruleSet, year)
      const limit = lastDayFor(record, yearRules(ruleSet, year))
      return { reason, clause: deadline?.clause ?? 'N3.1', status: deadline?.status ?? 'legible', limit }
    }
    case 'days_exceed_span':
      return {
        reason,
        clause: 'M12.10',
        status: 'legible',
        limit: 'startedOn' in record ? spanDays(record.startedOn, record.completedOn) : null,
      }
    case 'filing_missing':
      return { reason, clause: 'N3.2', status: 'legible', limit: 'startedOn' in record ? record.startedOn : null }
    case 'platform_not_recognised':
      return platformGate(record, ruleSet)
    case 'public_courseware_cap': {
      const cap = figureOf(ruleSet, 'cap.public_courseware', rulingDay(year))
      return { reason, clause: cap.clause, status: cap.status, limit: cap.value }
    }
    case 'credited_in_other_year':
      return { reason, clause: 'M21.4', status: 'legible', limit: record.creditedIn ?? null }
    default:
      return { reason, clause: CLAUSE_OF[reason], status: 'legible', limit: null }
  }
}

const CLAUSE_OF = {
  before_transfer: 'M14.3',
  unit_approval_missing: 'M12.11',
  degree_below_bachelor: 'M12.9',
  same_achievement: 'M21.4',
  another_option_chosen: 'M21.4',
} as const

/** The clause of the platform's row and the last day of its window; M12.12 where the platform is not registered. */
function platformGate(record: RecordInput, ruleSet: RuleSet): Gate {
  const code = record.category === 'courseware' ? record.platform : null
  const platform = ruleSet.platforms.findLast((row) => row.code === code)
  return {
    reason: 'platform_not_recognised',
    clause: platform?.clause ?? 'M12.12',
    status: platform?.nameStatus ?? 'legible',
    limit: platform?.until ?? null,
  }
}
