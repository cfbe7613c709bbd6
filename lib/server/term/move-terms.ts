import 'server-only'
import type { Action } from '@/lib/access/permissions'
import type { Actor } from '@/lib/access/types'
import { act } from '../consequence/act'
import { guardOf } from '../consequence/ledger-consequences'
import { notFound } from '../input/errors'
import { certifiableSteps, type Move } from '../year/move-years'
import { yearScope } from '../year/scope'
import { loadTerms, type TermForDecision } from './load-terms'

/** One event of one term, through the actor's scope for the permission; whoever changes one of its years meanwhile makes it start again. */
export async function moveTerm(
  actor: Actor,
  termId: string,
  permission: Action,
  move: Move<TermForDecision> | ((term: TermForDecision) => Move<TermForDecision>),
  now: Date,
): Promise<{ term: string }> {
  const [term] = await loadTerms([termId], yearScope(actor, permission))
  if (!term) throw notFound()
  const concernOf = ({ id, personId, employerId, standing }: TermForDecision) => ({
    ...{ personId, employerId, machine: 'term', termId: id, year: standing.years.at(-1) },
  })
  const asked = typeof move === 'function' ? move(term) : move
  const steps = await certifiableSteps(actor, 'term', [term], asked, concernOf, now)
  await act(actor, { steps, people: [guardOf(term.person)] }, now)
  return { term: termId }
}
