import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { notFound } from '../input/errors'
import { ids } from '../input/fields'
import { commitTransitions } from '../transition/commit-transitions'
import { MAX_YEARS_AT_ONCE } from './certify-years'
import { loadYears } from './load-years'
import { planYearMove } from './move-years'
import { yearScope } from './scope'

export const authorityReviewInput = z.strictObject({ year: ids(MAX_YEARS_AT_ONCE) })

/** The authority has looked at the professional hours of its municipal units' years (N6.1): the city bureau certifies next. */
export async function authorityReview(
  actor: Actor,
  input: z.infer<typeof authorityReviewInput>,
  { now }: { now: Date },
): Promise<{ count: number }> {
  const years = await loadYears(input.year, yearScope(actor, 'year_authority_review'))
  if (years.length !== input.year.length) throw notFound()
  await commitTransitions(actor, await planYearMove(actor, years, { event: 'authority_review' }, now), now)
  return { count: years.length }
}
