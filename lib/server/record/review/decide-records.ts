import 'server-only'
import { z } from 'zod'
import type { Action } from '@/lib/access/permissions'
import type { Actor } from '@/lib/access/types'
import { ids, text } from '../../input/fields'
import { moveRecords, type RecordMove } from '../move-records'
import { recordScope } from '../scope'

/** As many as one list shows, and one decision takes. */
export const MAX_AT_ONCE = 200

const record = ids(MAX_AT_ONCE)
const reason = text(500, { lines: true })
export const acceptRecordsInput = z.strictObject({ record })
export const verifyRecordsInput = z.strictObject({ record })
export const returnRecordsInput = z.strictObject({ record, reason })
export const rejectRecordsInput = z.strictObject({ record, reason })

interface Context {
  now: Date
}
interface Decided {
  count: number
}

/** Accepted by the employer: they wait for a publicity batch (M14.1). */
export function acceptRecords(actor: Actor, input: z.infer<typeof acceptRecordsInput>, context: Context): Promise<Decided> {
  return decide(actor, 'record_review', input.record, { event: 'accept' }, context)
}

/** Verified by the bureau: registered from now on, the ledgers rewritten with it (M14.2). */
export function verifyRecords(actor: Actor, input: z.infer<typeof verifyRecordsInput>, context: Context): Promise<Decided> {
  return decide(actor, 'record_verify', input.record, { event: 'verify' }, context)
}

/** Back to the person with what is to be changed; they correct and submit again. */
export function returnRecords(actor: Actor, input: z.infer<typeof returnRecordsInput>, context: Context): Promise<Decided> {
  return decide(actor, 'record_return', input.record, { event: 'return', reason: input.reason }, context)
}

/** Not passed, with the reason; the person may appeal once, within 15 working days. */
export function rejectRecords(actor: Actor, input: z.infer<typeof rejectRecordsInput>, context: Context): Promise<Decided> {
  return decide(actor, 'record_reject', input.record, { event: 'reject', reason: input.reason }, context)
}

/** All of them or none, in one commit. */
async function decide(actor: Actor, action: Action, ids: readonly string[], move: RecordMove, { now }: Context): Promise<Decided> {
  const moved = await moveRecords(actor, ids, recordScope(actor, action), move, now)
  return { count: moved.length }
}
