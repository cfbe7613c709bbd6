import { checkActorRule } from './actor-rules'
import { patchOf } from './assignments'
import { applies } from './conditions'
import { dueOf, refuseTooEarly, refuseTooLate } from './deadlines'
import type { EventOf } from './events'
import { checkGuard, GIVEN_WITH_THE_ACT } from './guards'
import type { Machine, StateOf } from './states'
import { tableOf } from './tables/all'
import type { Transition } from './transition'
import type { Decision, Granted, Refusal, Refused, TransitionContext } from './types'

/**
 * Whether the event may happen to a thing in this state (null: it does not exist yet), and what follows.
 * Pure: the same facts give the same decision. Refusals are answers, all of them at once; it does not throw for one.
 * Jurisdiction (which county, which employer) is not asked here but in lib/access.
 */
export function decide<M extends Machine>(machine: M, state: StateOf<M> | null, event: EventOf<M>, facts: TransitionContext): Decision<M> {
  return decideRow(machine, state, event, facts, () => true)
}

/** As `decide`, but as if everything that is given with the act itself (reason, finding, contact) were there. */
export function decideBeforeInput<M extends Machine>(
  machine: M,
  state: StateOf<M> | null,
  event: EventOf<M>,
  facts: TransitionContext,
): Decision<M> {
  return decideRow(machine, state, event, facts, (guard) => !GIVEN_WITH_THE_ACT.has(guard))
}

function decideRow<M extends Machine>(
  machine: M,
  state: StateOf<M> | null,
  event: EventOf<M>,
  facts: TransitionContext,
  asked: (guard: Transition<M>['guards'][number]) => boolean,
): Decision<M> {
  const rows = tableOf(machine).filter((row) => row.event === event && row.from.includes(state))
  const row = rows.find((candidate) => applies(candidate.when, facts))
  if (row === undefined) return refused([withoutRow(rows, state, event, facts)])
  const party = refuseParties(row, facts)
  if (party !== null) return refused([party])
  const guards = row.guards.filter(asked).map((guard) => checkGuard(guard, facts))
  const limits = [row.after && refuseTooEarly(row.after, facts), row.within && refuseTooLate(row.within, facts)]
  const refusals = [...guards, ...limits].filter((refusal) => refusal !== null && refusal !== undefined)
  return refusals.length > 0 ? refused(refusals) : granted(row, state, facts)
}

function granted<M extends Machine>(row: Transition<M>, state: StateOf<M> | null, facts: TransitionContext): Granted<M> {
  const handedOver = row.to !== state || row.assignments?.includes('bureau_hands')
  const patch = { ...patchOf(row.assignments ?? [], state, facts), ...(handedOver ? { waitingSince: facts.today } : {}) }
  return { ok: true, to: row.to, due: dueOf(row.deadline, { ...facts, ...patch }), effects: row.effects, patch, clause: row.clause }
}

function refused(refusals: readonly Refusal[]): Refused {
  const [refusal] = refusals
  if (refusal === undefined) throw new RangeError('a refusal without a reason')
  return { ok: false, refusal, refusals }
}

/** No row applies: said to whom it could concern; to all others, that it is not theirs. */
function withoutRow<M extends Machine>(
  rows: readonly Transition<M>[],
  state: StateOf<M> | null,
  event: EventOf<M>,
  facts: TransitionContext,
): Refusal {
  const parties = rows.map((row) => refuseParties(row, facts))
  const [stranger] = parties
  if (stranger && parties.every((party) => party !== null)) return stranger
  return { code: 'not_from_here', detail: { state: state ?? '', event } }
}

/** Null where the actor is one of the row's parties; else the most telling of the refusals. */
function refuseParties<M extends Machine>(row: Transition<M>, facts: TransitionContext): Refusal | null {
  const refusals = row.by.map((party) => checkActorRule(party, facts, row.event))
  if (refusals.includes(null)) return null
  return refusals.find((refusal) => refusal?.code !== 'not_yours') ?? refusals[0] ?? null
}
