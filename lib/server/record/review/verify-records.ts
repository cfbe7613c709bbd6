import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { ids } from '../../input/fields'
import { moveRecords } from '../move-records'
import { recordScope } from '../scope'

/** As many as one decision takes. */
export const MAX_AT_ONCE = 200

export const verifyRecordsInput = z.strictObject({ record: ids(MAX_AT_ONCE) })

/** Verified: registered from now on, the ledgers rewritten with it (M14.2). All or none, in one commit. */
export async function verifyRecords(
  actor: Actor,
  input: z.infer<typeof verifyRecordsInput>,
  { now }: { now: Date },
): Promise<{ count: number }> {
  const moved = await moveRecords(actor, input.record, recordScope(actor, 'record_verify'), { event: 'verify' }, now)
  return { count: moved.length }
}
