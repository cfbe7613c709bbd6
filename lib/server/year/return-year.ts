import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { notFound } from '../input/errors'
import { id, text } from '../input/fields'
import { commitTransitions } from '../transition/commit-transitions'
import { loadYears } from './load-years'
import { planYearMove } from './move-years'
import { yearScope } from './scope'

export const returnYearInput = z.strictObject({ year: id(), reason: text(500, { lines: true }) })

/** A request for certification handed back with what is to be changed, by the bureau or by the authority that looks first. */
export async function returnYear(actor: Actor, input: z.infer<typeof returnYearInput>, { now }: { now: Date }): Promise<{ year: string }> {
  const years = await loadYears([input.year], yearScope(actor, 'year_return'))
  if (years.length === 0) throw notFound()
  await commitTransitions(actor, await planYearMove(actor, years, { event: 'return', reason: input.reason }, now), now)
  return { year: input.year }
}
