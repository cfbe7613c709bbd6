import 'server-only'
import type { Actor } from '@/lib/access/types'
import { moveRecords } from './move-records'
import { recordScope } from './scope'

/** After ten working days of silence the record goes into the bureau's hands, which acts in the employer's place. */
export async function escalateRecord(
  actor: Actor,
  { id, version }: { id: string; version?: number },
  { now }: { now: Date },
): Promise<{ id: string }> {
  await moveRecords(actor, [id], recordScope(actor, 'record_escalate'), { event: 'escalate', version }, now)
  return { id }
}
