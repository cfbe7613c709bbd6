import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { isInGroup } from '@/lib/workflow/state-groups'
import { db } from '../../database/db'
import { id, text, version } from '../../input/fields'
import { moveRecords } from '../move-records'
import { recordScope } from '../scope'

export const reopenRecordInput = z.strictObject({ record: id(), version: version(), reason: text(500, { lines: true }) })

/** A single registered line of a year handed back to the person: the ledger falls, they correct and submit again. Not of a certified year. */
export async function reopenRecord(
  actor: Actor,
  input: z.infer<typeof reopenRecordInput>,
  { now }: { now: Date },
): Promise<{ record: string }> {
  const yearCertified = await isYearCertified(input.record)
  const { reason, version } = input
  const context = () => ({ yearCertified })
  await moveRecords(actor, [input.record], recordScope(actor, 'record_reopen'), { event: 'reopen', reason, version, context }, now)
  return { record: input.record }
}

/** Whether the credit year that the record belongs to is certified; false where there is no such record. */
export async function isYearCertified(recordId: string): Promise<boolean> {
  const record = await db.hourRecord.findUnique({ where: { id: recordId }, select: { personId: true, year: true } })
  if (!record) return false
  const year = await db.year.findUnique({ where: { personId_year: record }, select: { state: true } })
  return year !== null && isInGroup('year', year.state, 'certified')
}
