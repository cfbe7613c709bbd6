import { checkActorRule } from './actor-rules'
import { patchOf } from './assignments'
import { applies } from './conditions'
import { checkAfter, checkWithin, dueOf } from './deadlines'
import type { EventOf } from './events'
import { checkGuard, INPUT_GUARDS } from './guards'
import type { Machine, StateOf } from './states'
import { tableOf } from './tables/all'
import type { Transition } from './transition'
import type { Decision, Granted, Refusal, Refused, TransitionContext } from './types'

/**
 * Whether the event may happen to a thing in this state (null: it does not exist yet), and its result: the next state, the values to store,
 * the deadline and the effects. Pure: the same context gives the same decision. Refusals are returned, all at once, and never thrown.
 * Jurisdiction (which county, which employer) is not checked here but by lib/access.
 */
export function decide<M extends Machine>(
  machine: M,
  state: StateOf<M> | null,
  event: EventOf<M>,
  context: TransitionContext,
): Decision<M> {
  return decideWith(machine, state, event, context, () => true)
}

/** As `decide`, but without the guards on fields of the event's form (reason, finding, contact), which are not filled in yet. */
export function decideBeforeInput<M extends Machine>(
  machine: M,
  state: StateOf<M> | null,
  event: EventOf<M>,
  context: TransitionContext,
): Decision<M> {
  return decideWith(machine, state, event, context, (guard) => !INPUT_GUARDS.has(guard))
}

function decideWith<M extends Machine>(
  machine: M,
  state: StateOf<M> | null,
  event: EventOf<M>,
  context: TransitionContext,
  isChecked: (guard: Transition<M>['guards'][number]) => boolean,
): Decision<M> {
  const candidates = tableOf(machine).filter((transition) => transition.event === event && transition.from.includes(state))
  const transition = candidates.find((candidate) => applies(candidate.when, context))
  if (transition === undefined) return refused([noTransition(candidates, state, event, context)])
  const wrongActor = checkActor(transition, context)
  if (wrongActor !== null) return refused([wrongActor])
  const guards = transition.guards.filter(isChecked).map((guard) => checkGuard(guard, context))
  const limits = [transition.after && checkAfter(transition.after, context), transition.within && checkWithin(transition.within, context)]
  const refusals = [...guards, ...limits].filter((refusal) => refusal !== null && refusal !== undefined)
  return refusals.length > 0 ? refused(refusals) : granted(transition, state, context)
}

function granted<M extends Machine>(transition: Transition<M>, state: StateOf<M> | null, context: TransitionContext): Granted<M> {
  const { to, assignments = [], deadline, effects, clause } = transition
  // Where somebody else has to act next, their waiting time begins today.
  const handedOver = to !== state || assignments.includes('bureau_hands')
  const patch = { ...patchOf(assignments, state, context), ...(handedOver ? { waitingSince: context.today } : {}) }
  return { ok: true, to, due: dueOf(deadline, { ...context, ...patch }), effects, patch, clause }
}

function refused(refusals: readonly Refusal[]): Refused {
  const [refusal] = refusals
  if (refusal === undefined) throw new RangeError('a refusal without a reason')
  return { ok: false, refusal, refusals }
}

/** The refusal where no transition applies: `not_yours` where the actor could trigger none of the candidates, else `not_from_here`. */
function noTransition<M extends Machine>(
  candidates: readonly Transition<M>[],
  state: StateOf<M> | null,
  event: EventOf<M>,
  context: TransitionContext,
): Refusal {
  const refusals = candidates.map((transition) => checkActor(transition, context))
  const [first] = refusals
  if (first && refusals.every((refusal) => refusal !== null)) return first
  return { code: 'not_from_here', detail: { state: state ?? '', event } }
}

/** Null where the actor satisfies one of the transition's actor rules; else a refusal, one about time rather than `not_yours`. */
function checkActor<M extends Machine>({ by, event }: Transition<M>, context: TransitionContext): Refusal | null {
  const refusals = by.map((rule) => checkActorRule(rule, context, event))
  if (refusals.includes(null)) return null
  return refusals.find((refusal) => refusal?.code !== 'not_yours') ?? refusals[0] ?? null
}
