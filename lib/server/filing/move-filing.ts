import 'server-only'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai, plainDate } from '@/lib/calendar/plain-date'
import { decide } from '@/lib/workflow/decide'
import type { EventOf } from '@/lib/workflow/events'
import type { FilingState } from '@/lib/workflow/states'
import type { Facts } from '@/lib/workflow/types'
import { commitTransitions } from '../commit'
import { db } from '../db'
import { notFound, refused } from '../errors'
import { readWorkCalendar } from '../work-calendar'

export async function loadFiling(id: string) {
  const filing = await db.filing.findUnique({
    where: { id },
    select: {
      id: true,
      state: true,
      version: true,
      providerId: true,
      authorityId: true,
      regionCode: true,
      startsOn: true,
      outside: true,
      number: true,
      createdBy: true,
      bureauApprovedOn: true,
      authorityApprovedOn: true,
    },
  })
  if (!filing) throw notFound()
  return filing
}
export type FilingForDecision = Awaited<ReturnType<typeof loadFiling>>

export async function filingFacts(actor: Actor, filing: FilingForDecision, now: Date): Promise<Facts> {
  return {
    by: actor.role,
    today: dateInShanghai(now),
    calendar: await readWorkCalendar(),
    isSelf: false,
    enteredByActor: actor.accountId === filing.createdBy,
    missingFields: [],
    startsOn: plainDate(filing.startsOn.toISOString().slice(0, 10)),
    outside: filing.outside,
    outsideNumber: filing.outside ? filing.number : null,
  }
}

/** One event of one filing; `set` may depend on the state it leads to. */
export async function moveFiling(
  actor: Actor,
  filing: FilingForDecision,
  event: EventOf<'filing'>,
  facts: Facts,
  set: Record<string, unknown> | ((to: FilingState) => Promise<Record<string, unknown>>),
  now: Date,
): Promise<FilingState> {
  const decision = decide('filing', filing.state, event, facts)
  if (!decision.ok) throw refused(decision.refusals, filing.id)
  const columns = typeof set === 'function' ? await set(decision.to) : set
  await commitTransitions(
    actor,
    {
      transitions: [
        {
          machine: 'filing',
          id: filing.id,
          from: filing.state,
          version: filing.version,
          event,
          to: decision.to,
          reason: facts.reason ?? null,
          set: { due_on: decision.due?.on ?? null, ...columns },
        },
      ],
    },
    now,
  )
  return decision.to
}
