import 'server-only'
import { z } from 'zod'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/access/types'
import { isInGroup } from '@/lib/workflow/state-groups'
import { db } from '../database/db'
import { newId } from '../database/ids'
import { databaseNow, statement } from '../database/statement'
import { forbidden, invalid, notFound } from '../input/errors'
import { choices, id } from '../input/fields'
import { findRuleSetRow } from '../rule-set/rule-set-row'

/** Credit years that can be asked about. */
export const IMPACT_YEARS = Array.from({ length: 80 }, (_, index) => String(2020 + index))

export const askImpactInput = z.strictObject({ id: id(), years: choices(IMPACT_YEARS) })

/** Has a draft run over everybody's years, in the background; answers where its progress is to be seen. */
export async function askImpact(
  actor: Actor,
  input: z.infer<typeof askImpactInput>,
  { now }: { now: Date },
): Promise<{ ruleSetId: string; jobId: string }> {
  if (!can(actor, 'rules_edit', {}) || actor.accountId === null) throw forbidden()
  const draft = await findRuleSetRow(input.id)
  if (!draft || !isInGroup('rule_set', draft.state, 'editable')) throw notFound()
  if (input.years.length === 0) throw invalid({ years: { key: 'choose_some' } })
  const years = input.years.map(Number).sort((a, b) => a - b)
  const jobId = newId()
  const payload = { years, version: draft.version, content: JSON.parse(JSON.stringify({ ...draft.content, platforms: [] })) }
  await db.job.create({ data: { id: jobId, kind: 'impact', ruleSetId: draft.id, createdBy: actor.accountId, createdAt: now, payload } })
  return { ruleSetId: draft.id, jobId }
}

export const cancelJobInput = z.strictObject({ id: id() })

const cancel = statement('impact-cancel', (db, given: { id: string }) =>
  db
    .updateTable('job')
    .set((eb) => ({
      cancelled_at: eb.fn.coalesce('cancelled_at', databaseNow),
      finished_at: eb.fn.coalesce('finished_at', databaseNow),
    }))
    .where('id', '=', given.id)
    .where('kind', '=', 'impact')
    .where((eb) => eb.or([eb('finished_at', 'is', null), eb('cancelled_at', 'is not', null)]))
    .returning('rule_set_id as ruleSetId'),
)

/** Stops a run of a draft; what it counted so far stays to be seen, marked as cut short. A recount of ledgers is not stopped halfway. */
export async function cancelImpact(
  actor: Actor,
  input: z.infer<typeof cancelJobInput>,
  _context: { now: Date },
): Promise<{ ruleSetId: string; jobId: string }> {
  if (!can(actor, 'rules_edit', {})) throw forbidden()
  const [job] = await cancel({ id: input.id })
  if (!job?.ruleSetId) throw notFound()
  return { ruleSetId: job.ruleSetId, jobId: input.id }
}
