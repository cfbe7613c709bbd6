import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { decide } from '@/lib/workflow/decide'
import { isInGroup } from '@/lib/workflow/state-groups'
import { act } from '../consequence/act'
import { refused } from '../input/errors'
import { id } from '../input/fields'
import { loadForDecision } from '../record/load-for-decision'
import { recordSteps } from '../record/move-records'
import { recordContext } from '../record/record-context'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import { batchContext, batchStep, loadBatch } from './load-batch'

export const confirmBatchInput = z.strictObject({ batch: id() })

/**
 * After the period: the batch's records are registered, ledgers and all, in one statement. Records under objection stay behind, and so do
 * those that somebody else has to confirm (the officer's own, the bureau's after an escalation): they are confirmed one by one.
 */
export async function confirmBatch(
  actor: Actor,
  input: z.infer<typeof confirmBatchInput>,
  { now }: { now: Date },
): Promise<{ id: string; confirmed: number; left: number }> {
  const batch = await loadBatch(actor, input.batch, 'batch_confirm')
  const calendar = await readWorkCalendar()
  const context = batchContext(actor, batch, now, calendar)
  const decision = decide('batch', batch.state, 'confirm', context)
  if (!decision.ok) throw refused(decision.refusals, batch.id)

  const publicized = batch.records.filter(({ state }) => isInGroup('record', state, 'publicity_board')).map((record) => record.id)
  const records = await loadForDecision(publicized, { batchId: batch.id })
  const decided = records.map((record) => ({
    record,
    decision: decide('record', record.state, 'confirm', recordContext(actor, record, now, calendar)),
  }))
  const ready = decided.filter((row) => row.decision.ok).map((row) => row.record)
  const waiting = decided.filter(({ record }) => isInGroup('record', record.state, 'awaiting_confirmation'))
  const refusals = waiting.flatMap((row) => (row.decision.ok ? [] : row.decision.refusals))
  if (ready.length === 0 && refusals.length > 0) throw refused(refusals)

  const counts = { confirmed: ready.length, left: records.length - ready.length }
  const confirmed = await recordSteps(actor, ready, { event: 'confirm' }, now)
  await act(actor, { steps: [batchStep(batch, 'confirm', context, counts), ...confirmed] }, now)
  return { id: batch.id, ...counts }
}
