import 'server-only'
import type { Action } from '@/lib/access/permissions'
import type { Actor } from '@/lib/access/types'
import type { RecordEvent } from '@/lib/workflow/events'
import { moveRecords } from './move-records'
import { recordScope } from './scope'

interface OwnRecord {
  id: string
  version?: number
}
interface Context {
  now: Date
}

/** Takes the record back: from a draft until it is publicized. */
export function withdrawRecord(actor: Actor, input: OwnRecord, context: Context): Promise<{ id: string }> {
  return moveOwn(actor, input, 'withdraw', 'record_withdraw', context)
}

/** "Not mine": of what somebody else entered for the person. Whoever entered it is notified. */
export function disownRecord(actor: Actor, input: OwnRecord, context: Context): Promise<{ id: string }> {
  return moveOwn(actor, input, 'disown', 'record_disown', context)
}

/** After ten working days of silence the record goes to the bureau, which acts in the employer's place. */
export function escalateRecord(actor: Actor, input: OwnRecord, context: Context): Promise<{ id: string }> {
  return moveOwn(actor, input, 'escalate', 'record_escalate', context)
}

async function moveOwn(
  actor: Actor,
  { id, version }: OwnRecord,
  event: RecordEvent,
  action: Action,
  { now }: Context,
): Promise<{ id: string }> {
  await moveRecords(actor, [id], recordScope(actor, action), { event, version }, now)
  return { id }
}
