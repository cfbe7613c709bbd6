import type { Clause } from '@/lib/rules/clauses/clause'
import { measuresClauses } from '@/lib/rules/clauses/measures'
import { noticeClauses } from '@/lib/rules/clauses/notice'

/** Every clause the software acts on, the notice first. */
export const clauses: readonly Clause[] = [...noticeClauses, ...measuresClauses]

const byId: ReadonlyMap<string, Clause> = new Map(clauses.map((clause) => [clause.id, clause]))

/** The clause of that id. Throws a RangeError where there is none: a figure must rest on something. */
export function clauseOf(id: string): Clause {
  const clause = byId.get(id)
  if (!clause) throw new RangeError(`no clause ${id}`)
  return clause
}
