import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { notFound } from '../input/errors'
import { id } from '../input/fields'
import { commitTransitions } from '../transition/commit-transitions'
import { yearScope } from '../year/scope'
import { loadTerms } from './load-terms'
import { planTermMove } from './plan-term-move'

export const withdrawTermInput = z.strictObject({ term: id() })

/** Takes the request for a term's certification back. */
export async function withdrawTerm(
  actor: Actor,
  input: z.infer<typeof withdrawTermInput>,
  { now }: { now: Date },
): Promise<{ term: string }> {
  const terms = await loadTerms([input.term], yearScope(actor, 'year_withdraw'))
  if (terms.length === 0) throw notFound()
  const set = () => ({ requested_at: null, region_code: null, route_clause: null, authority_id: null })
  await commitTransitions(actor, await planTermMove(actor, terms, { event: 'withdraw', set }, now), now)
  return { term: input.term }
}
