import type { EventOf } from './events'
import type { Machine, StateOf } from './states'
import type { Decision, Facts } from './types'

/**
 * Whether the event may happen to a thing in this state (null: it does not exist yet), and what follows.
 * Pure: the same facts give the same decision. Never throws for a refusal.
 */
export function decide<M extends Machine>(machine: M, state: StateOf<M> | null, event: EventOf<M>, facts: Facts): Decision<M> {
  const refusal = { code: 'not_from_here' as const, detail: { machine, state: state ?? '', event, today: facts.today } }
  return { ok: false, refusal, refusals: [refusal] }
}
