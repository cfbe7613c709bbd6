import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { recordStatesIn, statesIn } from '@/lib/workflow/state-groups'
import { act } from '../consequence/act'
import { db } from '../database/db'
import { newId } from '../database/ids'
import { forbidden, invalid } from '../input/errors'
import { id, optionalNumber, text } from '../input/fields'
import { loadTraining } from '../roster/load-training'
import type { Step } from '../transition/step'
import type { RowOf } from '../transition/tables'
import { caseContext } from './load-case'

export const raiseMissingInput = z.strictObject({
  filing: id(),
  reason: text(1000, { lines: true }),
  days: optionalNumber({ least: 0.5, most: 400, step: 0.5 }),
})

/** "I attended, but I am not on the roster": whoever filed the training has to answer within the time. */
export async function raiseMissing(
  actor: Actor,
  input: z.infer<typeof raiseMissingInput>,
  { now }: { now: Date },
): Promise<{ id: string }> {
  const { personId } = actor
  if (personId === null) throw forbidden()
  const training = await loadTraining(input.filing, { state: { in: statesIn('filing', 'register') } })
  const context = await caseContext(actor, { personId, recordId: null }, now)
  if (context.today < training.endsOn) throw invalid({ reason: { key: 'training_runs', values: { on: training.endsOn } } })
  if (input.days !== null && input.days > training.days)
    throw invalid({ days: { key: 'roster.days_more', values: { most: training.days } } })
  await requireMissing(personId, training.id)
  const caseId = newId()
  const row: RowOf<'case'> = {
    kind: 'missing' as const,
    person_id: personId,
    filing_id: training.id,
    organization_id: training.providerId,
    region_code: training.regionCode,
    reason: input.reason,
    days: input.days,
  }
  const step: Step<'case'> = { machine: 'case', id: caseId, from: null, event: 'raise', context: { ...context, reason: input.reason }, row }
  await act(actor, { steps: [step] }, now)
  return { id: caseId }
}

/** Neither a record of this training nor the same question stands already. */
async function requireMissing(personId: string, filingId: string): Promise<void> {
  const [record, open] = await Promise.all([
    db.hourRecord.findFirst({ where: { personId, filingId, state: { in: recordStatesIn('live') } }, select: { id: true } }),
    db.caseFile.findFirst({
      where: { personId, filingId, kind: 'missing', state: { in: statesIn('case', 'awaiting_answer') } },
      select: { id: true },
    }),
  ])
  if (record) throw invalid({ reason: { key: 'record_stands' } })
  if (open) throw invalid({ reason: { key: 'case_stands' } })
}
