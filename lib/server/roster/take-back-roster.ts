import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { decide } from '@/lib/workflow/decide'
import { recordStatesIn } from '@/lib/workflow/state-groups'
import { db } from '../database/db'
import { refused } from '../input/errors'
import { id, text, version } from '../input/fields'
import { loadForDecision } from '../record/load-for-decision'
import { planRecordMove } from '../record/move-records'
import { commitTransitions } from '../transition/commit-transitions'
import { loadRoster } from './load-roster'
import { rosterFacts } from './load-training'

export const takeBackRosterInput = z.strictObject({ roster: id(), version: version(), reason: text(500, { lines: true }) })

/** Takes a confirmed roster back: the records that nobody has answered yet are withdrawn and the people told why; accepted ones stand. */
export async function takeBackRoster(
  actor: Actor,
  input: z.infer<typeof takeBackRosterInput>,
  { now }: { now: Date },
): Promise<{ filing: string; records: number }> {
  const roster = await loadRoster(actor, input.roster)
  const { reason } = input
  const decision = decide('roster', roster.state, 'take_back', { ...(await rosterFacts(actor, roster.training, now)), reason })
  if (!decision.ok) throw refused(decision.refusals, roster.id)
  const ids = (await db.rosterRow.findMany({ where: { rosterId: roster.id }, select: { id: true } })).map((row) => row.id)
  // Whoever accepts meanwhile is first: then the whole is to be looked at again.
  const records = await loadForDecision(ids, { state: { in: recordStatesIn('draft') } })
  const plan = await planRecordMove(actor, records, { event: 'take_back', reason }, now)
  await commitTransitions(
    actor,
    {
      ...plan,
      transitions: [
        {
          machine: 'roster',
          id: roster.id,
          from: roster.state,
          version: input.version,
          event: 'take_back',
          to: decision.to,
          reason,
          data: { records: records.length },
        },
        ...plan.transitions,
      ],
    },
    now,
  )
  return { filing: roster.training.id, records: records.length }
}
