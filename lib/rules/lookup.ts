import { type PlainDate, plainDate } from '@/lib/calendar/plain-date'
import type { Category, Figure, Platform, PublicDeadline, RuleSet } from '@/lib/rules/types'

/** The day whose figures rule a credit year: its last, so that a rule set issued during the year rules all of it. */
export function rulingDay(year: number): PlainDate {
  return plainDate(`${year}-12-31`)
}

/** The row of that key in force on that day. Throws a RangeError where there is none, or more than one. */
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

/** The number in that row. Throws a RangeError where the row is missing, doubled or holds no number. */
export function numberOf(ruleSet: RuleSet, key: string, on: PlainDate): number {
  const { value } = figureOf(ruleSet, key, on)
  if (value === null) throw new RangeError(`${ruleSet.id} holds no number for ${key} on ${on}`)
  return value
}

/** The key of what a category, or one option of it, is worth. A degree is worth the same whatever the option. */
export function rateKey(category: Category, option?: string | null): string {
  return option && category !== 'degree' ? `${category}.${option}` : category
}

/** The dated row that says what a category, or one option of it, is worth in a credit year's ruling day. Throws as `figureOf` does. */
export function rateOf(ruleSet: RuleSet, category: Category, option: string | null | undefined, on: PlainDate): Figure {
  return figureOf(ruleSet, rateKey(category, option), on)
}

/** The deadline for 公需 study of a credit year where one later than 31 December is set, else null. Throws a RangeError on two. */
export function publicDeadlineOf(ruleSet: RuleSet, year: number): PublicDeadline | null {
  const rows = ruleSet.publicDeadlines.filter((row) => row.year === year)
  if (rows.length > 1) throw new RangeError(`${ruleSet.id} has two public deadlines for ${year}`)
  return rows[0] ?? null
}

/** The platforms of a rule set with their windows. */
export function platforms(ruleSet: RuleSet): readonly Platform[] {
  return ruleSet.platforms
}
