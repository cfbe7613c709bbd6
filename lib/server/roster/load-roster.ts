import 'server-only'
import type { Actor } from '@/lib/access/types'
import type { EventOf } from '@/lib/workflow/events'
import type { RosterState } from '@/lib/workflow/states'
import { db } from '../database/db'
import { notFound } from '../input/errors'
import type { Step } from '../transition/step'
import type { ColumnsOf } from '../transition/tables'
import { loadTraining, type Training } from './load-training'
import { reportedTrainings } from './scope'

export interface RosterForDecision {
  id: string
  state: RosterState
  version: number
  rowCount: number
  training: Training
}

/** A roster of one's own training. */
export async function loadRoster(actor: Actor, id: string): Promise<RosterForDecision> {
  const roster = await db.roster.findFirst({
    where: { id, filing: reportedTrainings(actor) },
    select: { id: true, state: true, version: true, rowCount: true, filingId: true },
  })
  if (!roster) throw notFound()
  const { filingId, ...rest } = roster
  return { ...rest, training: await loadTraining(filingId, reportedTrainings(actor)) }
}

/** One event of a roster, as a step of an act that may have others. `version` is the one that the page showed. */
export function rosterStep(
  { id, state }: Pick<RosterForDecision, 'id' | 'state'>,
  asked: { event: EventOf<'roster'>; version: number; set?: ColumnsOf<'roster'> } & Pick<Step<'roster'>, 'context' | 'data'>,
): Step<'roster'> {
  return { machine: 'roster', id, from: state, ...asked }
}
