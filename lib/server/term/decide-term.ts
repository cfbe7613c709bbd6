import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { forbidden } from '../input/errors'
import { id, optionalIds, optionalText, text } from '../input/fields'
import { moveTerm } from './move-terms'

interface Context {
  now: Date
}

export const withdrawTermInput = z.strictObject({ term: id() })

/** Takes the request for a term's certification back. */
export function withdrawTerm(actor: Actor, { term }: z.infer<typeof withdrawTermInput>, { now }: Context): Promise<{ term: string }> {
  return moveTerm(actor, term, 'year_withdraw', { event: 'withdraw' }, now)
}

export const reviewTermInput = z.strictObject({ term: id() })

/** The authority has looked at the professional hours of a term of one of its municipal units' people (N6.1): the city bureau certifies next. */
export function reviewTerm(actor: Actor, { term }: z.infer<typeof reviewTermInput>, { now }: Context): Promise<{ term: string }> {
  return moveTerm(actor, term, 'year_authority_review', { event: 'authority_review' }, now)
}

export const returnTermInput = z.strictObject({ term: id(), reason: text(500, { lines: true }) })

/** A request for a term's certification handed back with what is to be changed, by the bureau or by the authority that looks first. */
export function returnTerm(actor: Actor, { term, reason }: z.infer<typeof returnTermInput>, { now }: Context): Promise<{ term: string }> {
  return moveTerm(actor, term, 'year_return', { event: 'return', reason }, now)
}

export const revokeTermInput = z.strictObject({ term: id(), reason: text(500, { lines: true }) })

/** A certified term revoked by the bureau that certified it, and its certificate with it (M20). Its years stay as they are. */
export function revokeTerm(actor: Actor, { term, reason }: z.infer<typeof revokeTermInput>, { now }: Context): Promise<{ term: string }> {
  const move = { event: 'revoke', reason, context: () => ({ finding: reason }), set: { certified_at: null } } as const
  return moveTerm(actor, term, 'year_revoke', move, now)
}

export const certifyTermInput = z.strictObject({
  term: id(),
  /** The records of uncertified years whose figure is provisional, each confirmed by name. */
  confirmed: optionalIds(10_000),
  reason: optionalText(300, { lines: true }),
})

/**
 * A term certified over its years (N8.1), as they are at this moment: whoever changes one of them meanwhile makes it start again. The
 * certificate exists from then on.
 */
export async function certifyTerm(actor: Actor, input: z.infer<typeof certifyTermInput>, { now }: Context): Promise<{ term: string }> {
  if (actor.accountId === null || actor.organizationId === null) throw forbidden()
  const named = new Set(input.confirmed)
  const reason = input.reason || null
  return moveTerm(
    actor,
    input.term,
    'year_certify',
    ({ id: termId, personId, provisional, standing }) => ({
      event: 'certify',
      reason,
      context: () => ({ provisionalLines: provisional.length, provisionalConfirmed: provisional.every((line) => named.has(line.id)) }),
      set: { certified_at: now, result: standing, met: standing.met },
      data: () => ({ confirmed: provisional.map((line) => line.id) }),
      certificate: () => ({
        of: 'term',
        termId,
        personId,
        evaluated: standing,
        confirmed: provisional.length > 0 && reason ? { years: provisional.map(({ year }) => year), reason } : null,
      }),
    }),
    now,
  )
}
