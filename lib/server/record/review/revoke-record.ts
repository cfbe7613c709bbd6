import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { id, text, version } from '../../input/fields'
import { moveRecords } from '../move-records'
import { recordScope } from '../scope'

export const revokeRecordInput = z.strictObject({
  record: id(),
  version: version(),
  reason: text(500, { lines: true }),
  finding: text(1000, { lines: true }),
})

/** A registered record revoked (M20): its hours are gone, and with them the certificate of a year that counted it. The person may appeal once. */
export async function revokeRecord(
  actor: Actor,
  input: z.infer<typeof revokeRecordInput>,
  { now }: { now: Date },
): Promise<{ record: string }> {
  const { reason, finding, version } = input
  await moveRecords(actor, [input.record], recordScope(actor, 'record_revoke'), { event: 'revoke', reason, finding, version }, now)
  return { record: input.record }
}
