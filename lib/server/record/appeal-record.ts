import 'server-only'
import type { Actor } from '@/lib/access/types'
import { moveRecords } from './move-records'
import { recordScope } from './scope'

/** Once, within 15 working days: against an employer to the bureau, against a county to the city. */
export async function appealRecord(
  actor: Actor,
  { id, version, reason }: { id: string; version?: number; reason: string },
  { now }: { now: Date },
): Promise<{ id: string }> {
  await moveRecords(actor, [id], recordScope(actor, 'record_appeal'), { event: 'appeal', reason, version }, now)
  return { id }
}
