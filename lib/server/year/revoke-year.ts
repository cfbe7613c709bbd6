import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { planRevocation } from '../consequence/revoke-certificate'
import { planTermConsequences } from '../consequence/term-consequences'
import { notFound } from '../input/errors'
import { id, text } from '../input/fields'
import { loadLedgers } from '../ledger/ledgers'
import { commitTransitions } from '../transition/commit-transitions'
import { loadYears } from './load-years'
import { yearScope } from './scope'

export const revokeYearInput = z.strictObject({ year: id(), reason: text(500, { lines: true }) })

/**
 * A certified year revoked by the bureau that certified it, and its certificate with it (M20): whoever checks it reads so at once. A term
 * that was certified over it is revoked with it where it is no longer met.
 */
export async function revokeYear(actor: Actor, input: z.infer<typeof revokeYearInput>, { now }: { now: Date }): Promise<{ year: string }> {
  const [year] = await loadYears([input.year], yearScope(actor, 'year_revoke'))
  if (!year) throw notFound()
  const revocation = await planRevocation(actor, year, year.personId, input.reason, now)
  const person = (await loadLedgers([year.personId])).get(year.personId)
  if (!person) throw notFound()
  const terms = await planTermConsequences(actor, person, { revokedYears: new Set([year.year]), touching: true }, input.reason, now)
  await commitTransitions(
    actor,
    {
      transitions: [...revocation.transitions, ...terms.transitions],
      people: [{ id: person.personId, ledgerVersion: person.ledgerVersion, rulesRevision: person.rules.revision }],
      inserts: { notification: [...(revocation.inserts.notification ?? []), ...(terms.inserts.notification ?? [])] },
    },
    now,
  )
  return { year: input.year }
}
