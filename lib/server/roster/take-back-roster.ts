import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { recordStatesIn } from '@/lib/workflow/state-groups'
import { act } from '../consequence/act'
import { db } from '../database/db'
import { id, text, version } from '../input/fields'
import { loadForDecision } from '../record/load-for-decision'
import { recordSteps } from '../record/move-records'
import { loadRoster, rosterStep } from './load-roster'
import { rosterContext } from './load-training'

export const takeBackRosterInput = z.strictObject({ roster: id(), version: version(), reason: text(500, { lines: true }) })

/** Takes a confirmed roster back: the records that nobody has answered yet are withdrawn and the people told why; accepted ones stand. */
export async function takeBackRoster(
  actor: Actor,
  input: z.infer<typeof takeBackRosterInput>,
  { now }: { now: Date },
): Promise<{ filing: string; records: number }> {
  const roster = await loadRoster(actor, input.roster)
  const { reason } = input
  const context = { ...(await rosterContext(actor, roster.training, now)), reason }
  const ids = (await db.rosterRow.findMany({ where: { rosterId: roster.id }, select: { id: true } })).map((row) => row.id)
  // Whoever accepts meanwhile is first: then the whole is to be looked at again.
  const records = await loadForDecision(ids, { state: { in: recordStatesIn('draft') } })
  const withdrawn = await recordSteps(actor, records, { event: 'take_back', reason }, now)
  const taken = rosterStep(roster, { event: 'take_back', version: input.version, context, data: { records: records.length } })
  await act(actor, { steps: [taken, ...withdrawn] }, now)
  return { filing: roster.training.id, records: records.length }
}
