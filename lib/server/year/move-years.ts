import 'server-only'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai } from '@/lib/calendar/plain-date'
import { decide } from '@/lib/workflow/decide'
import type { YearEvent } from '@/lib/workflow/events'
import type { YearState } from '@/lib/workflow/states'
import type { Granted, TransitionContext } from '@/lib/workflow/types'
import { refused } from '../input/errors'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import type { Commit, TransitionWrite } from '../transition/commit-transitions'
import { type NotificationContext, notificationRows } from '../transition/notification-rows'
import type { YearForDecision } from './load-years'

/** What is certified: a credit year or a term. */
export interface Certifiable {
  id: string
  personId: string
  state: YearState
  version: number
  met: boolean
  authorityId: string | null
}

export interface Move<T extends Certifiable> {
  event: YearEvent
  reason?: string | null
  facts?: (thing: T) => Partial<TransitionContext>
  set?: (thing: T, decision: Granted<'year' | 'term'>) => Record<string, unknown>
  data?: (thing: T) => Record<string, unknown>
}

type Plan = Required<Pick<Commit, 'transitions' | 'inserts'>>

/** What the workflow needs to know of a year or term, for this actor now. */
export async function yearFacts(
  actor: Actor,
  thing: Pick<Certifiable, 'personId' | 'met' | 'authorityId'>,
  now: Date,
): Promise<TransitionContext> {
  return {
    by: actor.role,
    today: dateInShanghai(now),
    calendar: await readWorkCalendar(),
    isSelf: actor.personId !== null && actor.personId === thing.personId,
    enteredByActor: false,
    met: thing.met,
    authorityRequired: thing.authorityId !== null,
  }
}

/** The same event for one year or many, decided and planned, not yet committed. */
export async function planYearMove(actor: Actor, years: readonly YearForDecision[], move: Move<YearForDecision>, now: Date): Promise<Plan> {
  return planMove(
    actor,
    'year',
    years,
    move,
    ({ personId, employerId, year, id }) => ({ personId, employerId, machine: 'year', year, yearId: id }),
    now,
  )
}

/** The same event for several years, or several terms. */
export async function planMove<T extends Certifiable>(
  actor: Actor,
  machine: 'year' | 'term',
  things: readonly T[],
  move: Move<T>,
  concern: (thing: T) => NotificationContext,
  now: Date,
): Promise<Plan> {
  const transitions: TransitionWrite[] = []
  const notifications: Record<string, unknown>[] = []
  for (const thing of things) {
    const decision = decide<'year' | 'term'>(machine, thing.state, move.event, {
      ...(await yearFacts(actor, thing, now)),
      reason: move.reason,
      ...move.facts?.(thing),
    })
    if (!decision.ok) throw refused(decision.refusals, thing.id)
    transitions.push({
      machine,
      id: thing.id,
      from: thing.state,
      version: thing.version,
      event: move.event,
      to: decision.to,
      reason: move.reason ?? null,
      data: move.data?.(thing) ?? {},
      set: { due_on: decision.due?.on ?? null, due_provisional: decision.due?.provisional ?? false, ...move.set?.(thing, decision) },
    } as TransitionWrite)
    notifications.push(...notificationRows(decision.effects, move.event, concern(thing), now))
  }
  return { transitions, inserts: { notification: notifications } }
}
