import { evaluateTerm, type TermRules } from '@/lib/rules/evaluate-term'
import { fromTenths, toTenths } from '@/lib/rules/tenths'
import type { TermCase, TermHours } from '@/lib/rules/types'

export interface PlannedYear extends TermHours {
  year: number
}

/**
 * How the missing hours of a term can be distributed over its remaining years. `fulfilled`: nothing is missing. `planned`: the term is met
 * once each year has these hours in addition to its own. `impossible`: no distribution meets the term.
 */
export type TermPlan =
  | { kind: 'fulfilled' }
  | { kind: 'planned'; missing: TermHours; years: PlannedYear[]; warned: boolean }
  | { kind: 'impossible'; missing: TermHours; because: 'no_years_left' | 'rushed' }

/**
 * Distributes the missing hours over `yearsLeft`, the years with the fewest hours first, so that the largest year stays as small as
 * possible:
 * if the term is denied as rushed even then (N8.1), it is denied for every distribution. Credit hours, exact to 0.1. Throws as
 * `evaluateTerm`.
 */
export function planTerm(input: TermCase, yearsLeft: readonly number[], options?: TermRules): TermPlan {
  const now = evaluateTerm(input, options)
  const missingTotal = Math.max(0, toTenths(now.required.total) - toTenths(now.totals.total))
  const missingProfessional = Math.max(0, toTenths(now.required.professional) - toTenths(now.totals.professional))
  // Missing professional hours can be filled by professional hours only, even where the total is reached.
  const added = Math.max(missingTotal, missingProfessional)
  const missing = { total: fromTenths(added), professional: fromTenths(missingProfessional) }
  if (now.outcome === 'met') return { kind: 'fulfilled' }
  const left = yearsLeft.filter((year) => now.years.includes(year))
  if (added === 0) return { kind: 'impossible', missing, because: 'rushed' }
  if (left.length === 0) return { kind: 'impossible', missing, because: 'no_years_left' }

  const held = new Map(input.years.map((year) => [year.year, toTenths(year.total)]))
  const shares = fillLevel(
    left.map((year) => held.get(year) ?? 0),
    added,
  )
  const years = splitProfessional(shares, missingProfessional).map(({ total, professional }, index) => ({
    year: left[index] ?? 0,
    total: fromTenths(total),
    professional: fromTenths(professional),
  }))
  const then = evaluateTerm(withHours(input, years), options)
  if (then.outcome !== 'met') return { kind: 'impossible', missing, because: 'rushed' }
  return { kind: 'planned', missing, years: years.filter((year) => year.total > 0), warned: then.rush === 'warn' }
}

/** The term with these hours added to its years: those of a plan, or those that a person expects for the coming years. */
export function withHours(input: TermCase, added: readonly PlannedYear[]): TermCase {
  const more = new Map(added.map((year) => [year.year, year]))
  const present = new Set(input.years.map((year) => year.year))
  const years = [
    ...input.years.map((year) => sum(year, more.get(year.year))),
    ...added.filter(({ year }) => !present.has(year)).map(({ year, total, professional }) => ({ year, total, professional })),
  ]
  return { ...input, years }
}

function sum(year: PlannedYear, more: PlannedYear | undefined): PlannedYear {
  if (!more) return year
  return {
    year: year.year,
    total: fromTenths(toTenths(year.total) + toTenths(more.total)),
    professional: fromTenths(toTenths(year.professional) + toTenths(more.professional)),
  }
}

/** How much to add to each year, `amount` in total, so that the largest stays as low as possible; remaining tenths go to the earliest. */
function fillLevel(held: readonly number[], amount: number): number[] {
  const ascending = [...held].sort((a, b) => a - b)
  let filled = 0
  let sumOfFilled = 0
  let level = 0
  for (const [index, value] of ascending.entries()) {
    filled = index + 1
    sumOfFilled += value
    const next = ascending[index + 1]
    level = Math.floor((amount + sumOfFilled) / filled)
    if (next === undefined || level < next) break
  }
  const shares = held.map((value) => Math.max(0, level - value))
  let rest = amount - shares.reduce((a, b) => a + b, 0)
  return shares.map((share, index) => {
    if (rest === 0 || (held[index] ?? 0) > level) return share
    rest -= 1
    return share + 1
  })
}

/** The professional part of each share: in proportion, the remainder to the first years that have room. */
function splitProfessional(shares: readonly number[], professional: number): { total: number; professional: number }[] {
  const all = shares.reduce((a, b) => a + b, 0)
  const parts = shares.map((total) => ({ total, professional: Math.floor((professional * total) / all) }))
  let rest = professional - parts.reduce((a, part) => a + part.professional, 0)
  return parts.map((part) => {
    const more = Math.min(rest, part.total - part.professional)
    rest -= more
    return { total: part.total, professional: part.professional + more }
  })
}
