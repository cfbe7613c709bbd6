import { figureOf, rateKey, rulingDay } from '@/lib/rules/lookup'
import { type Category, type Figure, OPTIONS, type RuleSet } from '@/lib/rules/types'

/** A figure of a category with the word for what it applies to: a path in the messages of `terms`, or of `rules`. */
export interface CategoryFigure {
  figure: Figure
  word: { namespace: 'terms' | 'rules'; key: string }
}

/** What belongs to a category besides the rate of its options. */
const MORE: Partial<Record<Category, readonly { key: string; word: string }[]>> = {
  paper: [{ key: 'paper.other_author', word: 'row.other_author' }],
  conference: [{ key: 'conference.presented', word: 'row.presented' }],
  courseware: [{ key: 'courseware.labelled', word: 'row.labelled' }],
}

/** The figures of a category in a credit year, one row for each option. */
export function figuresOf(ruleSet: RuleSet, category: Category, year: number): CategoryFigure[] {
  const on = rulingDay(year)
  const options: readonly string[] = OPTIONS[category]
  const byOption = options.length > 0 && category !== 'degree'
  const rates: CategoryFigure[] = byOption
    ? options.map((option) => ({
        figure: figureOf(ruleSet, rateKey(category, option), on),
        word: { namespace: 'terms', key: `option.${category}.${option}` },
      }))
    : [{ figure: figureOf(ruleSet, rateKey(category), on), word: { namespace: 'rules', key: wholeWord(category) } }]
  const more = (MORE[category] ?? []).map(
    ({ key, word }): CategoryFigure => ({ figure: figureOf(ruleSet, key, on), word: { namespace: 'rules', key: word } }),
  )
  return [...rates, ...more]
}

function wholeWord(category: Category): string {
  if (category === 'degree') return 'row.degree'
  return category === 'courseware' ? 'row.unlabelled' : 'row.all'
}

/** The conditions of a category that the page lists, as keys of `rules.conditions`. */
export function conditionsOf(category: Category, isAchievement: boolean): string[] {
  const own: Partial<Record<Category, readonly string[]>> = {
    training: ['training', 'trainingDays'],
    courseware: ['courseware'],
    teaching: ['teaching'],
    degree: ['degree'],
    elsewhere: ['elsewhere'],
    other: ['other'],
  }
  return [
    ...(own[category] ?? []),
    ...(isAchievement ? ['achievement'] : []),
    ...(category === 'elsewhere' ? [] : ['transfer']),
    'evidence',
  ]
}
