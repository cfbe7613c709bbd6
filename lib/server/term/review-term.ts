import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { notFound } from '../input/errors'
import { id } from '../input/fields'
import { commitTransitions } from '../transition/commit-transitions'
import { yearScope } from '../year/scope'
import { loadTerms } from './load-terms'
import { planTermMove } from './plan-term-move'

export const reviewTermInput = z.strictObject({ term: id() })

/** The authority has looked at the professional hours of a term of one of its municipal units' people (N6.1): the city bureau certifies next. */
export async function reviewTerm(actor: Actor, input: z.infer<typeof reviewTermInput>, { now }: { now: Date }): Promise<{ term: string }> {
  const terms = await loadTerms([input.term], yearScope(actor, 'year_authority_review'))
  if (terms.length === 0) throw notFound()
  await commitTransitions(actor, await planTermMove(actor, terms, { event: 'authority_review' }, now), now)
  return { term: input.term }
}
