import { decideBeforeInput } from './decide'
import { EVENTS, type EventOf } from './events'
import type { Machine, StateOf } from './states'
import type { Refusal, TransitionContext } from './types'

/**
 * The events for which the actor gets a button: those allowed now, as if the fields of the event's form (reason, finding) were filled in.
 */
export function availableEvents<M extends Machine>(machine: M, state: StateOf<M> | null, context: TransitionContext): EventOf<M>[] {
  return eventsOf(machine).filter((event) => decideBeforeInput(machine, state, event, context).ok)
}

/** The events that this actor may trigger but that guards or time limits refuse for now: shown with the reasons instead of a button. */
export function blockedEvents<M extends Machine>(
  machine: M,
  state: StateOf<M> | null,
  context: TransitionContext,
): { event: EventOf<M>; refusals: readonly Refusal[] }[] {
  return eventsOf(machine).flatMap((event) => {
    const decision = decideBeforeInput(machine, state, event, context)
    if (decision.ok || decision.refusal.code === 'not_from_here' || decision.refusal.code === 'not_yours') return []
    return [{ event, refusals: decision.refusals }]
  })
}

function eventsOf<M extends Machine>(machine: M): readonly EventOf<M>[] {
  return EVENTS[machine]
}
