import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { ids } from '../input/fields'
import { moveRecords } from '../record/move-records'
import { recordScope } from '../record/scope'
import { MAX_IN_BATCH } from './open-batch'

export const confirmRecordsInput = z.strictObject({ record: ids(MAX_IN_BATCH) })

/** Registers records that stayed behind when their batch was confirmed: after a finding, or by another officer. */
export async function confirmRecords(
  actor: Actor,
  input: z.infer<typeof confirmRecordsInput>,
  { now }: { now: Date },
): Promise<{ count: number; batchId: string | null }> {
  const moved = await moveRecords(actor, input.record, recordScope(actor, 'record_confirm'), { event: 'confirm' }, now)
  return { count: moved.length, batchId: moved[0]?.batchId ?? null }
}
