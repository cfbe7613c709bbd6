import 'server-only'
import type { Actor } from '@/lib/access/types'
import { moveRecords } from './move-records'
import { recordScope } from './scope'

/** "Not mine": of what somebody else entered for the person. Whoever entered it is told. */
export async function disownRecord(
  actor: Actor,
  { id, version }: { id: string; version?: number },
  { now }: { now: Date },
): Promise<{ id: string }> {
  await moveRecords(actor, [id], recordScope(actor, 'record_disown'), { event: 'disown', version }, now)
  return { id }
}
