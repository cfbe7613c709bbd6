import { type PlainDate, plainDate } from '@/lib/calendar/plain-date'
import type { Category, Figure, Platform, PublicDeadline, RuleSet } from '@/lib/rules/types'

/** The day whose figures apply to a credit year: 31 December, so that figures issued during the year apply to all of it. */
export function rulingDay(year: number): PlainDate {
  return plainDate(`${year}-12-31`)
}

/** The figure with that key in force on that day. Throws a RangeError where there is none, or more than one. */
export function figureOf(ruleSet: RuleSet, key: string, on: PlainDate): Figure {
  let found: Figure | undefined
  for (const figure of ruleSet.figures) {
    if (figure.key !== key || figure.from > on || (figure.until !== undefined && figure.until < on)) continue
    if (found) throw new RangeError(`${ruleSet.id} has two rows for ${key} on ${on}`)
    found = figure
  }
  if (!found) throw new RangeError(`${ruleSet.id} has no row for ${key} on ${on}`)
  return found
}

/** The value of that figure. Throws a RangeError where the figure is missing, doubled or has no value. */
export function numberOf(ruleSet: RuleSet, key: string, on: PlainDate): number {
  const { value } = figureOf(ruleSet, key, on)
  if (value === null) throw new RangeError(`${ruleSet.id} holds no number for ${key} on ${on}`)
  return value
}

/** The key of the rate of a category, or of one of its options. All options of a degree share one rate. */
export function rateKey(category: Category, option?: string | null): string {
  return option && category !== 'degree' ? `${category}.${option}` : category
}

/** The rate of a category, or of one of its options, on a credit year's ruling day. Throws as `figureOf` does. */
export function rateOf(ruleSet: RuleSet, category: Category, option: string | null | undefined, on: PlainDate): Figure {
  return figureOf(ruleSet, rateKey(category, option), on)
}

/** The deadline for 公需 study of a credit year where one later than 31 December is set (N8.2), else null. Throws a RangeError on two. */
export function publicDeadlineOf(ruleSet: RuleSet, year: number): PublicDeadline | null {
  const rows = ruleSet.publicDeadlines.filter((row) => row.year === year)
  if (rows.length > 1) throw new RangeError(`${ruleSet.id} has two public deadlines for ${year}`)
  return rows[0] ?? null
}

/** The platforms of a rule set, one row for each period of recognition (N3.3). */
export function platforms(ruleSet: RuleSet): readonly Platform[] {
  return ruleSet.platforms
}
