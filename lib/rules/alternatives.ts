import { isAchievement } from '@/lib/rules/credit'
import { evaluateYear, withValidChoice } from '@/lib/rules/evaluate-year'
import {
  type Achievement,
  type AchievementInput,
  OPTIONS,
  type ResultLine,
  type RuleSet,
  type SubjectHours,
  type YearCase,
} from '@/lib/rules/types'

/** An achievement under another category and option: the line it would have, and the year's totals with it as the chosen option. */
export interface Alternative {
  category: Achievement
  option: string | null
  /** Whether this is the category and option under which it was entered. */
  entered: boolean
  line: ResultLine
  totals: SubjectHours
  met: boolean
}

/**
 * The categories under which the same achievement may be proved: a paper may have won a prize, a project may have ended in a standard.
 * Examinations and degrees have no alternative.
 */
const PROVABLE_AS: Readonly<Record<Achievement, readonly Achievement[]>> = {
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
 * Everything that one achievement of the year could count as, the highest first (by its own hours, then by the year's total, then in the
 * order of the rules). The record `id` is put under each category and option that it may be proved as, with the same date, author and
 * achievement, and the year is evaluated with it as the chosen option (M21.4). The entered one is included and marked. Empty where `id` is
 * no achievement of the year, or one without alternatives. Hours are credit hours; the person must still prove what is claimed.
 */
export function alternativesOf(input: YearCase, id: string, options?: { ruleSet?: RuleSet }): Alternative[] {
  const record = input.records.find((candidate) => candidate.id === id)
  if (!record || !isAchievement(record)) return []
  const { choice: _, ...year } = input
  const found = PROVABLE_AS[record.category].flatMap((category) =>
    (OPTIONS[category] as readonly string[]).flatMap((option): Alternative[] => {
      const entered = category === record.category && option === optionOf(record)
      const instead = entered ? record : withCategory(record, category, option)
      const records = input.records.map((candidate) => (candidate === record ? instead : candidate))
      const result = evaluateYear(withValidChoice({ ...year, records, choice: id }, options), options)
      const line = result.lines.find((candidate) => candidate.id === id)
      return line ? [{ category, option, entered, line, totals: result.totals, met: result.met }] : []
    }),
  )
  return found.sort((a, b) => b.line.hours - a.line.hours || b.totals.total - a.totals.total)
}

function withCategory(record: AchievementInput, category: Achievement, option: string): AchievementInput {
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
