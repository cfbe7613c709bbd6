import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { notFound } from '../input/errors'
import { id, text } from '../input/fields'
import { commitTransitions } from '../transition/commit-transitions'
import { yearScope } from '../year/scope'
import { loadTerms } from './load-terms'
import { planTermMove } from './plan-term-move'

export const returnTermInput = z.strictObject({ term: id(), reason: text(500, { lines: true }) })

/** A request for a term's certification handed back with what is to be changed, by the bureau or by the authority that looks first. */
export async function returnTerm(actor: Actor, input: z.infer<typeof returnTermInput>, { now }: { now: Date }): Promise<{ term: string }> {
  const terms = await loadTerms([input.term], yearScope(actor, 'year_return'))
  if (terms.length === 0) throw notFound()
  await commitTransitions(actor, await planTermMove(actor, terms, { event: 'return', reason: input.reason }, now), now)
  return { term: input.term }
}
