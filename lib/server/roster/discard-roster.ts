import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { act } from '../consequence/act'
import { id, version } from '../input/fields'
import { loadRoster, rosterStep } from './load-roster'
import { rosterContext } from './load-training'

export const discardRosterInput = z.strictObject({ roster: id(), version: version() })

/** Throws a draft away: nobody was told of it. */
export async function discardRoster(
  actor: Actor,
  input: z.infer<typeof discardRosterInput>,
  { now }: { now: Date },
): Promise<{ filing: string }> {
  const roster = await loadRoster(actor, input.roster)
  const context = await rosterContext(actor, roster.training, now)
  await act(actor, { steps: [rosterStep(roster, { event: 'discard', version: input.version, context })] }, now)
  return { filing: roster.training.id }
}
