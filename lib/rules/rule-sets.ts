import { anhui2025 } from '@/lib/rules/rule-sets/anhui-2025'
import type { RuleSet } from '@/lib/rules/types'

/** The rule sets that ship with the software. */
export const ruleSets: readonly RuleSet[] = [anhui2025]

/** The rule set in force for a credit year; of several the one that begins latest. Throws a RangeError where none serves the year. */
export function ruleSetFor(year: number, sets: readonly RuleSet[] = ruleSets): RuleSet {
  let latest: RuleSet | undefined
  for (const set of sets) {
    if (set.fromYear > year || (set.untilYear !== undefined && set.untilYear < year)) continue
    if (!latest || set.fromYear > latest.fromYear) latest = set
  }
  if (!latest) throw new RangeError(`no rule set serves the credit year ${year}`)
  return latest
}

/** There are no credit years before it, so that a rule set which begins with it is shown as without beginning. */
const FIRST_CREDIT_YEAR = 1900

/** The credit years that a version serves in the presence of the others `sets`; null: without beginning, or without end. */
export function servedYears(
  { fromYear, untilYear }: Pick<RuleSet, 'fromYear' | 'untilYear'>,
  sets: readonly Pick<RuleSet, 'fromYear'>[],
): { from: number | null; until: number | null } {
  const later = sets.flatMap((other) => (other.fromYear > fromYear ? [other.fromYear - 1] : []))
  const until = Math.min(untilYear ?? Number.POSITIVE_INFINITY, ...later)
  return { from: fromYear <= FIRST_CREDIT_YEAR ? null : fromYear, until: Number.isFinite(until) ? until : null }
}

/** The rule set of that id, undefined where there is none. */
export function ruleSetById(id: string, sets: readonly RuleSet[] = ruleSets): RuleSet | undefined {
  return sets.find((set) => set.id === id)
}
