import { isAchievement } from '@/lib/rules/credit'
import { evaluateYear, withStandingChoice } from '@/lib/rules/evaluate-year'
import {
  type Achievement,
  type AchievementInput,
  OPTIONS,
  type ResultLine,
  type RuleSet,
  type SubjectHours,
  type YearCase,
} from '@/lib/rules/types'

/** What one achievement would be as this category and option: its line, and the year with it as the year's option. */
export interface Alternative {
  category: Achievement
  option: string | null
  /** As it was entered. */
  entered: boolean
  line: ResultLine
  totals: SubjectHours
  met: boolean
}

/**
 * As what else one may have proof of the same achievement: a prize for a paper, a project that ended in a standard. An examination and a
 * degree are what they are.
 */
const ALSO: Readonly<Record<Achievement, readonly Achievement[]>> = {
  award: ['award', 'paper', 'book', 'patent', 'project', 'standard'],
  patent: ['patent', 'award'],
  paper: ['paper', 'award'],
  book: ['book', 'award'],
  project: ['project', 'award', 'paper', 'standard'],
  standard: ['standard', 'award', 'project'],
  exam: [],
  degree: [],
}

/**
 * All that one achievement of the year could count as, the highest first (by its own hours, then by the year's total, then as the rules
 * list them): the record `id` is put under each category and option that its kind may be proved as, with the same day, author and
 * achievement, and the year is evaluated with it as the chosen option (M21.4). What was entered is among them, marked. Empty where `id` is
 * no achievement of the year, or one that can be nothing else. What is claimed must be proved: this says what proof would be worth.
 */
export function alternativesOf(input: YearCase, id: string, options?: { ruleSet?: RuleSet }): Alternative[] {
  const record = input.records.find((candidate) => candidate.id === id)
  if (!record || !isAchievement(record)) return []
  const { choice: _, ...year } = input
  const found = ALSO[record.category].flatMap((category) =>
    (OPTIONS[category] as readonly string[]).flatMap((option): Alternative[] => {
      const entered = category === record.category && option === optionOf(record)
      const instead = entered ? record : asOther(record, category, option)
      const records = input.records.map((candidate) => (candidate === record ? instead : candidate))
      const result = evaluateYear(withStandingChoice({ ...year, records, choice: id }, options), options)
      const line = result.lines.find((candidate) => candidate.id === id)
      return line ? [{ category, option, entered, line, totals: result.totals, met: result.met }] : []
    }),
  )
  return found.sort((a, b) => b.line.hours - a.line.hours || b.totals.total - a.totals.total)
}

function asOther(record: AchievementInput, category: Achievement, option: string): AchievementInput {
  const { id, completedOn, creditedIn, achievement } = record
  const author = category === 'paper' && 'author' in record && record.author ? { author: record.author } : {}
  return {
    id,
    completedOn,
    ...(creditedIn === undefined ? {} : { creditedIn }),
    ...(achievement === undefined ? {} : { achievement }),
    category,
    option,
    ...author,
  } as AchievementInput
}

function optionOf(record: AchievementInput): string | null {
  return 'option' in record ? record.option : null
}
