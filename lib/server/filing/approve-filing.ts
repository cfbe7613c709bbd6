import 'server-only'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai, yearOf } from '@/lib/calendar/plain-date'
import { filingNumber, filingNumberPrefix } from '@/lib/words/numbering'
import { stateIs } from '@/lib/workflow/ask'
import { db } from '../db'
import { notFound } from '../errors'
import { filingFacts, loadFiling, moveFiling } from './move-filing'

/** The approval of the bureau or of the industry authority, in either order; filed, with its number, when both have (N3.2). */
export async function approveFiling(actor: Actor, input: { id: string }, { now }: { now: Date }): Promise<{ id: string }> {
  const filing = await loadFiling(input.id)
  const target = {
    regionCode: filing.regionCode,
    authorityId: filing.authorityId,
    organizationId: filing.providerId,
    enteredBy: filing.createdBy,
  }
  if (!can(actor, 'filing_approve', target)) throw notFound()
  const today = dateInShanghai(now)
  const mine = actor.role === 'authority_reviewer' ? 'authority_approved_on' : 'bureau_approved_on'
  await moveFiling(
    actor,
    filing,
    'approve',
    await filingFacts(actor, filing, now),
    async (to) =>
      // The approval that completes it is the later of the two: the rules' approvedOn.
      stateIs('filing', to, 'register')
        ? { [mine]: today, approved_on: today, number: filing.number ?? (await nextNumber(yearOf(today))) }
        : { [mine]: today },
    now,
  )
  return input
}

/** The next of the year. Of two at once the unique number lets one through; the other is asked to try again. */
async function nextNumber(year: number): Promise<string> {
  const prefix = filingNumberPrefix(year)
  const last = await db.filing.findFirst({
    where: { number: { startsWith: prefix } },
    orderBy: { number: 'desc' },
    select: { number: true },
  })
  return filingNumber(year, Number(last?.number?.slice(prefix.length) ?? 0) + 1)
}
