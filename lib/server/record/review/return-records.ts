import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { ids, text } from '../../input/fields'
import { moveRecords } from '../move-records'
import { recordScope } from '../scope'
import { MAX_AT_ONCE } from './accept-records'

export const returnRecordsInput = z.strictObject({ record: ids(MAX_AT_ONCE), reason: text(500, { lines: true }) })

/** Back to the person with what is to be changed; they correct and submit again. */
export async function returnRecords(
  actor: Actor,
  input: z.infer<typeof returnRecordsInput>,
  { now }: { now: Date },
): Promise<{ count: number }> {
  const moved = await moveRecords(actor, input.record, recordScope(actor, 'record_return'), { event: 'return', reason: input.reason }, now)
  return { count: moved.length }
}
