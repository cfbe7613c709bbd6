import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { planRevocationOf } from '../consequence/revoke-certificate'
import { notFound } from '../input/errors'
import { id, text } from '../input/fields'
import { commitTransitions } from '../transition/commit-transitions'
import { yearScope } from '../year/scope'
import { guardOf, loadTerms } from './load-terms'

export const revokeTermInput = z.strictObject({ term: id(), reason: text(500, { lines: true }) })

/** A certified term revoked by the bureau that certified it, and its certificate with it (M20). Its years stay as they are. */
export async function revokeTerm(actor: Actor, input: z.infer<typeof revokeTermInput>, { now }: { now: Date }): Promise<{ term: string }> {
  const [term] = await loadTerms([input.term], yearScope(actor, 'year_revoke'))
  if (!term) throw notFound()
  const { id: termId, state, version, personId, employerId, standing } = term
  const concern = { personId, employerId, machine: 'term', termId, year: standing.years.at(-1) }
  const revocation = await planRevocationOf(actor, actor.role, { machine: 'term', id: termId, state, version, concern }, input.reason, now)
  await commitTransitions(actor, { ...revocation, people: [guardOf(term)] }, now)
  return { term: termId }
}
