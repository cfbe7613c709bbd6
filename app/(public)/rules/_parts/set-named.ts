import { notFound } from 'next/navigation'
import type { RuleSet } from '@/lib/rules/types'
import { ruleSetNamed } from '@/lib/server/rule-set/in-force'

/** The published rule set of an address. */
export function setNamed(code: string): RuleSet {
  return ruleSetNamed(decoded(code)) ?? notFound()
}

function decoded(code: string): string {
  try {
    return decodeURIComponent(code)
  } catch {
    return code
  }
}
