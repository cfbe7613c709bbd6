import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { ids, text } from '../../input/fields'
import { moveRecords } from '../move-records'
import { recordScope } from '../scope'
import { MAX_AT_ONCE } from './accept-records'

export const rejectRecordsInput = z.strictObject({ record: ids(MAX_AT_ONCE), reason: text(500, { lines: true }) })

/** Not passed, with the reason; the person may appeal once, within 15 working days. */
export async function rejectRecords(
  actor: Actor,
  input: z.infer<typeof rejectRecordsInput>,
  { now }: { now: Date },
): Promise<{ count: number }> {
  const moved = await moveRecords(actor, input.record, recordScope(actor, 'record_reject'), { event: 'reject', reason: input.reason }, now)
  return { count: moved.length }
}
