import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { decide } from '@/lib/workflow/decide'
import { refused } from '../input/errors'
import { id, version } from '../input/fields'
import { commitTransitions } from '../transition/commit-transitions'
import { loadRoster } from './load-roster'
import { rosterFacts } from './load-training'

export const discardRosterInput = z.strictObject({ roster: id(), version: version() })

/** Throws a draft away: nobody was told of it. */
export async function discardRoster(
  actor: Actor,
  input: z.infer<typeof discardRosterInput>,
  { now }: { now: Date },
): Promise<{ filing: string }> {
  const roster = await loadRoster(actor, input.roster)
  const decision = decide('roster', roster.state, 'discard', await rosterFacts(actor, roster.training, now))
  if (!decision.ok) throw refused(decision.refusals, roster.id)
  const { id, state } = roster
  await commitTransitions(
    actor,
    { transitions: [{ machine: 'roster', id, from: state, version: input.version, event: 'discard', to: decision.to }] },
    now,
  )
  return { filing: roster.training.id }
}
