import { isObject } from '@/lib/rules/fields'
import { Findings } from '@/lib/rules/findings'
import { parseTerm } from '@/lib/rules/parse-term'
import { parseYear } from '@/lib/rules/parse-year'
import { ruleSets } from '@/lib/rules/rule-sets'
import type { Case, Parsed, RuleSet } from '@/lib/rules/types'

/** Upper limit of cases in a batch. */
export const MAX_CASES = 100_000

export interface ParseOptions {
  /** The rule sets that a case may name; by default those that ship. */
  ruleSets?: readonly RuleSet[]
}

/** Parses one case; answers with all problems at once, each with its dotted path ('' for the whole input). Does not throw. */
export function parseCase(input: unknown, options?: ParseOptions): Parsed<Case> {
  const findings = new Findings()
  const value = readCase(input, findings, options)
  return value ? { ok: true, value } : { ok: false, issues: findings.issues() }
}

/** Parses one case, or a list of at most 100,000; the path of a problem in a list begins with the index of the element. Does not throw. */
export function parseInput(input: unknown, options?: ParseOptions): Parsed<Case | Case[]> {
  if (!Array.isArray(input)) return parseCase(input, options)
  const findings = new Findings()
  if (input.length > MAX_CASES) findings.add([], `holds ${input.length} cases: at most ${MAX_CASES} are accepted`)
  const cases: Case[] = []
  for (const [index, element] of input.entries()) {
    const value = readCase(element, findings.below(index), options)
    if (value) cases.push(value)
  }
  const issues = findings.issues()
  return issues.length === 0 ? { ok: true, value: cases } : { ok: false, issues }
}

function readCase(input: unknown, findings: Findings, options: ParseOptions | undefined): Case | null {
  if (!isObject(input)) {
    findings.add([], 'needs an object with a kind of year or term')
    return null
  }
  const { kind } = input
  if (kind === 'year') return parseYear(input, findings, options?.ruleSets ?? ruleSets)
  if (kind === 'term') return parseTerm(input, findings)
  findings.add(['kind'], 'needs year or term')
  return null
}
