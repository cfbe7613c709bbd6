import 'server-only'
import type { Actor } from '@/lib/access/types'
import type { Commit } from '../transition/commit-transitions'
import { type Move, planMove } from '../year/move-years'
import type { TermForDecision } from './load-terms'

/** An event of one term or several, decided and planned as a year's is, not yet committed. */
export async function planTermMove(
  actor: Actor,
  terms: readonly TermForDecision[],
  move: Move<TermForDecision>,
  now: Date,
): Promise<Required<Pick<Commit, 'transitions' | 'inserts'>>> {
  return planMove(
    actor,
    'term',
    terms,
    move,
    ({ id, personId, employerId, standing }) => ({ personId, employerId, machine: 'term', termId: id, year: standing.years.at(-1) }),
    now,
  )
}
