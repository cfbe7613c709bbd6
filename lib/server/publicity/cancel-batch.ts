import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { isInGroup } from '@/lib/workflow/state-groups'
import { act } from '../consequence/act'
import { id, text } from '../input/fields'
import { loadForDecision } from '../record/load-for-decision'
import { recordSteps } from '../record/move-records'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import { batchContext, batchStep, loadBatch } from './load-batch'

export const cancelBatchInput = z.strictObject({ batch: id(), reason: text(500, { lines: true }) })

/** The publicity is called off; its records wait for another batch. Not while an objection waits for its finding. */
export async function cancelBatch(
  actor: Actor,
  input: z.infer<typeof cancelBatchInput>,
  { now }: { now: Date },
): Promise<{ id: string; count: number }> {
  const batch = await loadBatch(actor, input.batch, 'batch_cancel')
  const context = { ...batchContext(actor, batch, now, await readWorkCalendar()), reason: input.reason }
  const publicized = batch.records.filter(({ state }) => isInGroup('record', state, 'awaiting_confirmation')).map((record) => record.id)
  const records = await loadForDecision(publicized, { batchId: batch.id })
  const takenOut = await recordSteps(actor, records, { event: 'take_out', reason: input.reason, set: { batch_id: null } }, now)
  await act(actor, { steps: [batchStep(batch, 'cancel', context), ...takenOut] }, now)
  return { id: batch.id, count: records.length }
}
