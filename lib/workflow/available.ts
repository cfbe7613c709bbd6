import { decideBeforeInput } from './decide'
import { EVENTS, type EventOf } from './events'
import type { Machine, StateOf } from './states'
import type { Refusal, TransitionContext } from './types'

/** The events this actor may take now; what is given with the act (reason, finding, contact) need not be there yet. For buttons. */
export function availableEvents<M extends Machine>(machine: M, state: StateOf<M> | null, facts: TransitionContext): EventOf<M>[] {
  return eventsOf(machine).filter((event) => decideBeforeInput(machine, state, event, facts).ok)
}

/** The events that would be this actor's, but for what still stands in the way: shown with the reason instead of a button. */
export function blockedEvents<M extends Machine>(
  machine: M,
  state: StateOf<M> | null,
  facts: TransitionContext,
): { event: EventOf<M>; refusals: readonly Refusal[] }[] {
  return eventsOf(machine).flatMap((event) => {
    const decision = decideBeforeInput(machine, state, event, facts)
    if (decision.ok || decision.refusal.code === 'not_from_here' || decision.refusal.code === 'not_yours') return []
    return [{ event, refusals: decision.refusals }]
  })
}

function eventsOf<M extends Machine>(machine: M): readonly EventOf<M>[] {
  return EVENTS[machine]
}
