import 'server-only'
import type { PlainDate } from '@/lib/calendar/plain-date'
import { countsHours } from '@/lib/workflow/state-groups'
import type { Machine, StateOf } from '@/lib/workflow/states'
import type { Granted } from '@/lib/workflow/types'
import type { ColumnsOf } from './tables'

interface Moment<M extends Machine> {
  from: StateOf<M> | null
  actorId: string | null
  today: PlainDate
  now: Date
}

type Assign<M extends Machine> = (granted: Granted<M>, moment: Moment<M>) => ColumnsOf<M>

/** The columns in which a machine keeps what the workflow assigns: the deadline and the patch. */
const ASSIGN: { readonly [M in Machine]: Assign<M> } = {
  record: (granted, { from, actorId, today, now }) => {
    const { path, inBureauHands, decidedBy, decidedOn, appealedFrom, appealsUsed, waitingSince } = granted.patch
    return {
      ...due(granted),
      ...(waitingSince === undefined ? {} : { waiting_since: now }),
      ...(path ? { path } : {}),
      ...(inBureauHands ? { escalated_at: now } : {}),
      ...(decidedBy === undefined ? {} : { decided_by: decidedBy, decided_on: decidedOn ?? today, decider_id: actorId }),
      ...(appealedFrom === undefined ? {} : { appealed_from: appealedFrom }),
      ...(appealsUsed === undefined ? {} : { appeals_used: appealsUsed }),
      ...(countsHours(granted.to) && (from === null || !countsHours(from)) ? { registered_at: now } : {}),
    }
  },
  objection: due,
  case: due,
  year: certification,
  term: certification,
  batch: nothing,
  // N3.2 names no number of days: a filing's day is its training's first, which the use case writes.
  filing: nothing,
  certificate: nothing,
  rule_set: nothing,
  roster: nothing,
  historic: nothing,
}

/** What the workflow has the transition write, by column; nothing else in lib/server reads a patch. */
export function assignedColumns<M extends Machine>(machine: M, granted: Granted<M>, moment: Moment<M>): ColumnsOf<M> {
  return ASSIGN[machine](granted, moment)
}

function due({ due: day }: Pick<Granted, 'due'>) {
  return { due_on: day?.on ?? null, due_provisional: day?.provisional ?? false }
}

function certification(granted: Granted<'year' | 'term'>) {
  const ended = { requested_at: null, region_code: null, route_clause: null, employer_id: null, authority_id: null }
  return { ...due(granted), ...(granted.patch.requestEnded ? ended : {}) }
}

function nothing() {
  return {}
}
