import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { decide } from '@/lib/workflow/decide'
import { recordStatesIn, statesIn } from '@/lib/workflow/state-groups'
import { db } from '../database/db'
import { newId } from '../database/ids'
import { forbidden, invalid, refused } from '../input/errors'
import { id, optionalNumber, text } from '../input/fields'
import { loadTraining } from '../roster/load-training'
import { commitTransitions } from '../transition/commit-transitions'
import { caseFacts } from './load-case'

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
  const facts = await caseFacts(actor, { personId, recordId: null }, now)
  if (facts.today < training.endsOn) throw invalid({ reason: { key: 'training_runs', values: { on: training.endsOn } } })
  if (input.days !== null && input.days > training.days)
    throw invalid({ days: { key: 'roster.days_more', values: { most: training.days } } })
  await requireMissing(personId, training.id)
  const decision = decide('case', null, 'raise', { ...facts, reason: input.reason })
  if (!decision.ok) throw refused(decision.refusals)
  const caseId = newId()
  const row = {
    kind: 'missing',
    person_id: personId,
    filing_id: training.id,
    organization_id: training.providerId,
    region_code: training.regionCode,
    reason: input.reason,
    days: input.days,
    due_on: decision.due?.on ?? null,
    due_provisional: decision.due?.provisional ?? false,
  }
  await commitTransitions(
    actor,
    { transitions: [{ machine: 'case', id: caseId, from: null, event: 'raise', to: decision.to, reason: input.reason, row }] },
    now,
  )
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
