import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { guardOf } from '../consequence/ledger-consequences'
import { termConsequences } from '../consequence/term-consequences'
import { notFound } from '../input/errors'
import { id, ids, text } from '../input/fields'
import { loadLedgers } from '../ledger/ledgers'
import { MAX_YEARS_AT_ONCE } from './certify-years'
import { moveYears } from './move-years'

interface Context {
  now: Date
}

export const authorityReviewInput = z.strictObject({ year: ids(MAX_YEARS_AT_ONCE) })

/** The authority has looked at the professional hours of its municipal units' years (N6.1): the city bureau certifies next. */
export async function authorityReview(
  actor: Actor,
  input: z.infer<typeof authorityReviewInput>,
  { now }: Context,
): Promise<{ count: number }> {
  const years = await moveYears(actor, input.year, 'year_authority_review', { event: 'authority_review' }, now)
  return { count: years.length }
}

export const returnYearInput = z.strictObject({ year: id(), reason: text(500, { lines: true }) })

/** A request for certification handed back with what is to be changed, by the bureau or by the authority that looks first. */
export async function returnYear(
  actor: Actor,
  { year, reason }: z.infer<typeof returnYearInput>,
  { now }: Context,
): Promise<{ year: string }> {
  await moveYears(actor, [year], 'year_return', { event: 'return', reason }, now)
  return { year }
}

export const revokeYearInput = z.strictObject({ year: id(), reason: text(500, { lines: true }) })

/**
 * A certified year revoked by the bureau that certified it, and its certificate with it (M20): whoever checks it reads so at once. A term
 * that was certified over it follows in the same act.
 */
export async function revokeYear(
  actor: Actor,
  { year, reason }: z.infer<typeof revokeYearInput>,
  { now }: Context,
): Promise<{ year: string }> {
  const move = { event: 'revoke', reason, context: () => ({ finding: reason }), set: { certified_at: null } } as const
  await moveYears(actor, [year], 'year_revoke', move, now, async ([revoked]) => {
    const person = revoked && (await loadLedgers([revoked.personId])).get(revoked.personId)
    if (!person) throw notFound()
    const change = { revokedYears: new Set([revoked.year]), correcting: true }
    return { steps: await termConsequences({ actor, now }, person, change, reason), people: [guardOf(person)] }
  })
  return { year }
}
