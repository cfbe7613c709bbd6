import 'server-only'
import type { Actor } from '@/lib/access/types'
import { moveRecords } from './move-records'
import { recordScope } from './scope'

/** Takes the record back: from a draft until it is publicized. */
export async function withdrawRecord(
  actor: Actor,
  { id, version }: { id: string; version?: number },
  { now }: { now: Date },
): Promise<{ id: string }> {
  await moveRecords(actor, [id], recordScope(actor, 'record_withdraw'), { event: 'withdraw', version }, now)
  return { id }
}
