import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { decide } from '@/lib/workflow/decide'
import { isInGroup } from '@/lib/workflow/state-groups'
import { refused } from '../input/errors'
import { id, text } from '../input/fields'
import { loadForDecision } from '../record/load-for-decision'
import { planRecordMove } from '../record/move-records'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import { commitTransitions } from '../transition/commit-transitions'
import { batchFacts, loadBatch } from './load-batch'

export const cancelBatchInput = z.strictObject({ batch: id(), reason: text(500, { lines: true }) })

/** The publicity is called off; its records wait for another batch. Not while an objection waits for its finding. */
export async function cancelBatch(
  actor: Actor,
  input: z.infer<typeof cancelBatchInput>,
  { now }: { now: Date },
): Promise<{ id: string; count: number }> {
  const batch = await loadBatch(actor, input.batch, 'batch_cancel')
  const facts = { ...batchFacts(actor, batch, now, await readWorkCalendar()), reason: input.reason }
  const decision = decide('batch', batch.state, 'cancel', facts)
  if (!decision.ok) throw refused(decision.refusals, batch.id)
  const standing = batch.records.filter(({ state }) => isInGroup('record', state, 'awaiting_confirmation')).map((record) => record.id)
  const records = await loadForDecision(standing, { batchId: batch.id })
  const moves = await planRecordMove(actor, records, { event: 'take_out', reason: input.reason, set: () => ({ batch_id: null }) }, now)
  await commitTransitions(
    actor,
    {
      ...moves,
      transitions: [
        {
          machine: 'batch',
          id: batch.id,
          from: batch.state,
          version: batch.version,
          event: 'cancel',
          to: decision.to,
          reason: input.reason,
        },
        ...moves.transitions,
      ],
    },
    now,
  )
  return { id: batch.id, count: records.length }
}
