import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { planRevocation } from '../certificate/plan-revocation'
import { commitTransitions } from '../commit'
import { notFound } from '../errors'
import { id, text } from '../fields'
import { loadYears } from './load-years'
import { yearScope } from './scope'

export const revokeYearInput = z.strictObject({ year: id(), reason: text(500, { lines: true }) })

/** A certified year revoked by the bureau that certified it, and its certificate with it (M20): whoever checks it reads so at once. */
export async function revokeYear(actor: Actor, input: z.infer<typeof revokeYearInput>, { now }: { now: Date }): Promise<{ year: string }> {
  const [year] = await loadYears([input.year], yearScope(actor, 'year_revoke'))
  if (!year) throw notFound()
  await commitTransitions(actor, await planRevocation(actor, year, year.personId, input.reason, now), now)
  return { year: input.year }
}
