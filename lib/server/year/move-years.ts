import 'server-only'
import type { Action } from '@/lib/access/permissions'
import type { Actor } from '@/lib/access/types'
import type { WorkCalendar } from '@/lib/calendar/working-days'
import type { EventOf } from '@/lib/workflow/events'
import type { YearState } from '@/lib/workflow/states'
import type { TransitionContext } from '@/lib/workflow/types'
import type { CertificateRequest } from '../certificate/types'
import { act } from '../consequence/act'
import { notFound } from '../input/errors'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import type { Following } from '../transition/act'
import { actorContext } from '../transition/context'
import type { NotificationContext } from '../transition/notification-rows'
import type { Step } from '../transition/step'
import type { ColumnsOf } from '../transition/tables'
import { loadYears, type YearForDecision } from './load-years'
import { yearScope } from './scope'

/** What is certified: a credit year or a term. */
export interface Certifiable {
  id: string
  personId: string
  state: YearState
  version: number
  met: boolean
  authorityId: string | null
}

/** The events that a year and a term have in common. */
type Event = EventOf<'year'> & EventOf<'term'>

export interface Move<T extends Certifiable> {
  event: Event
  reason?: string | null
  /** The version the actor saw; left out where what is read now counts. */
  version?: number
  context?: (thing: T) => Partial<TransitionContext>
  /** No function: the compiler lets an unknown column pass in what a function returns. */
  set?: ColumnsOf<'year'> & ColumnsOf<'term'>
  data?: (thing: T) => Record<string, unknown>
  /** Of a certification. */
  certificate?: (thing: T) => CertificateRequest
}

/** What the workflow needs to know of a year or term, for this actor now. */
export function yearContext(
  actor: Actor,
  thing: Pick<Certifiable, 'personId' | 'met' | 'authorityId'>,
  now: Date,
  calendar: WorkCalendar,
): TransitionContext {
  const isSelf = actor.personId !== null && actor.personId === thing.personId
  return { ...actorContext(actor, now, calendar, { isSelf }), met: thing.met, authorityRequired: thing.authorityId !== null }
}

/** The same event for several years, or several terms, as steps of an act. */
export async function certifiableSteps<T extends Certifiable, M extends 'year' | 'term'>(
  actor: Actor,
  machine: M,
  things: readonly T[],
  move: Move<T>,
  concernOf: (thing: T) => NotificationContext,
  now: Date,
): Promise<Step<M>[]> {
  const calendar = await readWorkCalendar()
  return things.map((thing) => {
    const context = { ...yearContext(actor, thing, now, calendar), reason: move.reason, ...move.context?.(thing) }
    const certificate = move.certificate?.(thing)
    return {
      machine,
      id: thing.id,
      from: thing.state,
      version: move.version ?? thing.version,
      event: move.event,
      context,
      set: move.set ?? {},
      data: move.data?.(thing) ?? {},
      concern: concernOf(thing),
      ...(certificate ? { certificate } : {}),
    } as Step<M>
  })
}

/** The same event for several years, as steps of an act. */
export function yearSteps(
  actor: Actor,
  years: readonly YearForDecision[],
  move: Move<YearForDecision>,
  now: Date,
): Promise<Step<'year'>[]> {
  const concernOf = ({ personId, employerId, year, id }: YearForDecision) => ({ personId, employerId, machine: 'year', year, yearId: id })
  return certifiableSteps(actor, 'year', years, move, concernOf, now)
}

/** One event for these years, all or none: through the actor's scope for the permission. `beside`: what else the act writes. */
export async function moveYears(
  actor: Actor,
  ids: readonly string[],
  permission: Action,
  move: Move<YearForDecision>,
  now: Date,
  beside?: (years: readonly YearForDecision[]) => Following | Promise<Following>,
): Promise<YearForDecision[]> {
  const years = await loadYears(ids, yearScope(actor, permission))
  if (years.length !== new Set(ids).size) throw notFound()
  const { steps = [], ...rest } = (await beside?.(years)) ?? {}
  await act(actor, { steps: [...(await yearSteps(actor, years, move, now)), ...steps], ...rest }, now)
  return years
}
