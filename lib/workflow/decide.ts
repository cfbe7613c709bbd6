import { refuseParty } from './actor-rules'
import { setsOf } from './assignments'
import { applies } from './conditions'
import { dueOf, refuseTooEarly, refuseTooLate } from './deadlines'
import type { EventOf } from './events'
import { GIVEN_WITH_THE_ACT, refuseNeed } from './guards'
import type { Machine, StateOf } from './states'
import { tableOf } from './tables/all'
import type { Row } from './transition'
import type { Decision, Facts, Granted, Refusal, Refused } from './types'

/**
 * Whether the event may happen to a thing in this state (null: it does not exist yet), and what follows.
 * Pure: the same facts give the same decision. Refusals are answers, all of them at once; it does not throw for one.
 * Jurisdiction (which county, which employer) is not asked here but in lib/access.
 */
export function decide<M extends Machine>(machine: M, state: StateOf<M> | null, event: EventOf<M>, facts: Facts): Decision<M> {
  return decideRow(machine, state, event, facts, () => true)
}

/** As `decide`, but as if everything that is given with the act itself (reason, finding, contact) were there. */
export function decideBeforeInput<M extends Machine>(machine: M, state: StateOf<M> | null, event: EventOf<M>, facts: Facts): Decision<M> {
  return decideRow(machine, state, event, facts, (need) => !GIVEN_WITH_THE_ACT.has(need))
}

function decideRow<M extends Machine>(
  machine: M,
  state: StateOf<M> | null,
  event: EventOf<M>,
  facts: Facts,
  asked: (need: Row<M>['needs'][number]) => boolean,
): Decision<M> {
  const rows = tableOf(machine).filter((row) => row.event === event && row.from.includes(state))
  const row = rows.find((candidate) => applies(candidate.when, facts))
  if (row === undefined) return refused([withoutRow(rows, state, event, facts)])
  const party = refuseParties(row, facts)
  if (party !== null) return refused([party])
  const needs = row.needs.filter(asked).map((need) => refuseNeed(need, facts))
  const limits = [row.after && refuseTooEarly(row.after, facts), row.within && refuseTooLate(row.within, facts)]
  const refusals = [...needs, ...limits].filter((refusal) => refusal !== null && refusal !== undefined)
  return refusals.length > 0 ? refused(refusals) : granted(row, state, facts)
}

function granted<M extends Machine>(row: Row<M>, state: StateOf<M> | null, facts: Facts): Granted<M> {
  const handedOver = row.to !== state || row.marks?.includes('bureau_hands')
  const sets = { ...setsOf(row.marks ?? [], state, facts), ...(handedOver ? { waitingSince: facts.today } : {}) }
  return { ok: true, to: row.to, due: dueOf(row.deadline, { ...facts, ...sets }), effects: row.effects, sets, clause: row.clause }
}

function refused(refusals: readonly Refusal[]): Refused {
  const [refusal] = refusals
  if (refusal === undefined) throw new RangeError('a refusal without a reason')
  return { ok: false, refusal, refusals }
}

/** No row applies: said to whom it could concern; to all others, that it is not theirs. */
function withoutRow<M extends Machine>(rows: readonly Row<M>[], state: StateOf<M> | null, event: EventOf<M>, facts: Facts): Refusal {
  const parties = rows.map((row) => refuseParties(row, facts))
  const [stranger] = parties
  if (stranger && parties.every((party) => party !== null)) return stranger
  return { code: 'not_from_here', detail: { state: state ?? '', event } }
}

/** Null where the actor is one of the row's parties; else the most telling of the refusals. */
function refuseParties<M extends Machine>(row: Row<M>, facts: Facts): Refusal | null {
  const refusals = row.by.map((party) => refuseParty(party, facts, row.event))
  if (refusals.includes(null)) return null
  return refusals.find((refusal) => refusal?.code !== 'not_yours') ?? refusals[0] ?? null
}
