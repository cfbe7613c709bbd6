import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { statesIn } from '@/lib/workflow/state-groups'
import { act } from '../consequence/act'
import { db } from '../database/db'
import { newId } from '../database/ids'
import { invalid, notFound, refused } from '../input/errors'
import { id, text } from '../input/fields'
import { recordScope } from '../record/scope'
import type { Step } from '../transition/step'
import type { RowOf } from '../transition/tables'
import { caseContext } from './load-case'

export const disputeRecordInput = z.strictObject({ record: id(), reason: text(1000, { lines: true }) })

/** "Not mine" of a registered record that somebody else entered: its hours count, so that the bureau has to look before they go. */
export async function disputeRecord(
  actor: Actor,
  input: z.infer<typeof disputeRecordInput>,
  { now }: { now: Date },
): Promise<{ id: string }> {
  const record = await db.hourRecord.findFirst({
    where: { AND: [{ id: input.record, state: { in: statesIn('record', 'counts') } }, recordScope(actor, 'record_disown')] },
    select: {
      id: true,
      personId: true,
      createdBy: true,
      createdRole: true,
      organizationId: true,
      regionCode: true,
      filingId: true,
      filing: { select: { providerId: true } },
      cases: { where: { state: { in: statesIn('case', 'awaiting_answer') } }, select: { id: true } },
    },
  })
  if (!record) throw notFound()
  if (record.createdBy === actor.accountId) throw refused([{ code: 'not_entered_by_other', detail: {} }])
  if (record.cases.length > 0) throw invalid({ reason: { key: 'case_stands' } })
  const context = { ...(await caseContext(actor, { personId: record.personId, recordId: record.id }, now)), reason: input.reason }
  const caseId = newId()
  const row: RowOf<'case'> = {
    kind: 'not_mine' as const,
    person_id: record.personId,
    record_id: record.id,
    filing_id: record.filingId,
    // whoever entered it reads along
    organization_id: record.createdRole === 'employer_officer' ? record.organizationId : (record.filing?.providerId ?? null),
    region_code: record.regionCode,
    reason: input.reason,
  }
  const step: Step<'case'> = { machine: 'case', id: caseId, from: null, event: 'raise', context, row }
  await act(actor, { steps: [step] }, now)
  return { id: caseId }
}
