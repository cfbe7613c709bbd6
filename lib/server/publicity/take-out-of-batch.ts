import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { id, text } from '../input/fields'
import { moveRecords } from '../record/move-records'
import { recordScope } from '../record/scope'

export const takeOutOfBatchInput = z.strictObject({ record: id(), reason: text(500, { lines: true }) })

/** One record leaves its batch and waits for another; what was shown of it stays on record. */
export async function takeOutOfBatch(
  actor: Actor,
  input: z.infer<typeof takeOutOfBatchInput>,
  { now }: { now: Date },
): Promise<{ batchId: string | null }> {
  const scope = recordScope(actor, 'record_take_out')
  const [record] = await moveRecords(
    actor,
    [input.record],
    scope,
    { event: 'take_out', reason: input.reason, set: { batch_id: null }, data: ({ batchId }) => ({ batchId }) },
    now,
  )
  return { batchId: record?.batchId ?? null }
}
