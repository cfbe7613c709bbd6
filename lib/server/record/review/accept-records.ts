import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { ids } from '../../input/fields'
import { moveRecords } from '../move-records'
import { recordScope } from '../scope'

/** As many as one list shows. */
export const MAX_AT_ONCE = 200

export const acceptRecordsInput = z.strictObject({ record: ids(MAX_AT_ONCE) })

/** Accepted by the employer: they wait for a publicity batch. All or none. */
export async function acceptRecords(
  actor: Actor,
  input: z.infer<typeof acceptRecordsInput>,
  { now }: { now: Date },
): Promise<{ count: number }> {
  const moved = await moveRecords(actor, input.record, recordScope(actor, 'record_review'), { event: 'accept' }, now)
  return { count: moved.length }
}
