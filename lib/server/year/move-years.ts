import 'server-only'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai } from '@/lib/calendar/plain-date'
import { decide } from '@/lib/workflow/decide'
import type { YearEvent } from '@/lib/workflow/events'
import type { Facts, Granted } from '@/lib/workflow/types'
import type { Commit, Transition } from '../commit'
import { refused } from '../errors'
import { notificationsOf } from '../notification/notifications-of'
import { readWorkCalendar } from '../work-calendar'
import type { YearForDecision } from './load-years'

export interface YearMove {
  event: YearEvent
  reason?: string | null
  facts?: (year: YearForDecision) => Partial<Facts>
  set?: (year: YearForDecision, decision: Granted<'year'>) => Record<string, unknown>
  data?: (year: YearForDecision) => Record<string, unknown>
}

/** What the workflow needs to know of a year, for this actor now. */
export async function yearFacts(actor: Actor, year: Pick<YearForDecision, 'personId' | 'met' | 'authorityId'>, now: Date): Promise<Facts> {
  return {
    by: actor.role,
    today: dateInShanghai(now),
    calendar: await readWorkCalendar(),
    isSelf: actor.personId !== null && actor.personId === year.personId,
    enteredByActor: false,
    met: year.met,
    authorityRequired: year.authorityId !== null,
  }
}

/** The same event for one year or many, decided and planned, not yet committed. */
export async function planYearMove(
  actor: Actor,
  years: readonly YearForDecision[],
  move: YearMove,
  now: Date,
): Promise<Required<Pick<Commit, 'transitions' | 'inserts'>>> {
  const transitions: Transition[] = []
  const notifications: Record<string, unknown>[] = []
  for (const year of years) {
    const decision = decide('year', year.state, move.event, {
      ...(await yearFacts(actor, year, now)),
      reason: move.reason,
      ...move.facts?.(year),
    })
    if (!decision.ok) throw refused(decision.refusals, year.id)
    transitions.push({
      machine: 'year',
      id: year.id,
      from: year.state,
      version: year.version,
      event: move.event,
      to: decision.to,
      reason: move.reason ?? null,
      data: move.data?.(year) ?? {},
      set: { due_on: decision.due?.on ?? null, due_provisional: decision.due?.provisional ?? false, ...move.set?.(year, decision) },
    })
    const concern = { personId: year.personId, employerId: year.employerId, machine: 'year', year: year.year, yearId: year.id }
    notifications.push(...notificationsOf(decision.effects, move.event, concern, now))
  }
  return { transitions, inserts: { notification: notifications } }
}
