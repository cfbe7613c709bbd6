import 'server-only'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai, type PlainDate } from '@/lib/calendar/plain-date'
import { decide } from '@/lib/workflow/decide'
import { commitTransitions } from '../commit'
import { db } from '../db'
import { forbidden, notFound, refused } from '../errors'
import { newId } from '../ids'
import { readWorkCalendar } from '../work-calendar'
import { filingFacts, loadFiling, moveFiling } from './move-filing'

export interface FilingInput {
  title: string
  content: string
  targetGroup: string
  teachers: string
  place: string
  startsOn: PlainDate
  endsOn: PlainDate
  days: number
  /** The industry authority in whose field it is. */
  authorityId: string
}

/** Drafts the filing of a professional training for the actor's own provider or employer (N3.2). */
export async function draftFiling(actor: Actor, input: FilingInput, { now }: { now: Date }): Promise<{ id: string }> {
  if (!can(actor, 'filing_submit', { organizationId: actor.organizationId })) throw forbidden()
  const organization = await db.organization.findUnique({
    where: { id: actor.organizationId ?? '' },
    select: { id: true, regionCode: true, unitLevel: true },
  })
  if (!organization) throw notFound()
  const facts = { by: actor.role, today: dateInShanghai(now), calendar: await readWorkCalendar(), isSelf: false, enteredByActor: true }
  const decision = decide('filing', null, 'create', facts)
  if (!decision.ok) throw refused(decision.refusals)
  const id = newId()
  const row = {
    provider_id: organization.id,
    authority_id: input.authorityId,
    region_code: organization.unitLevel === 'municipal' ? '341200' : organization.regionCode,
    title: input.title,
    content: input.content,
    target_group: input.targetGroup,
    teachers: input.teachers,
    place: input.place,
    starts_on: input.startsOn,
    ends_on: input.endsOn,
    days: input.days,
    outside: false,
    created_by: actor.accountId,
  }
  await commitTransitions(actor, { transitions: [{ machine: 'filing', id, event: 'create', from: null, to: decision.to, row }] }, now)
  return { id }
}

/** Hands the filing in to the bureau and the industry authority. */
export async function submitFiling(actor: Actor, input: { id: string }, { now }: { now: Date }): Promise<{ id: string }> {
  const filing = await loadFiling(input.id)
  if (!can(actor, 'filing_submit', { organizationId: filing.providerId })) throw notFound()
  await moveFiling(actor, filing, 'submit', await filingFacts(actor, filing, now), {}, now)
  return input
}
