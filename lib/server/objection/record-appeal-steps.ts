import 'server-only'
import type { Actor } from '@/lib/access/types'
import { statesIn } from '@/lib/workflow/state-groups'
import { db } from '../database/db'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import type { Step } from '../transition/step'
import { loadObjection } from './load-objection'
import { objectionContext } from './objection-context'
import { objectionStep } from './objection-step'

/**
 * The person's appeal of a record that an objection brought down, and the answer to it, are the objection's too: one act. The objections'
 * steps; none where no upheld objection is behind the rejection.
 */
export async function recordAppealSteps(
  actor: Actor,
  recordId: string,
  event: 'appeal' | 'allow' | 'refuse',
  words: { reason?: string; finding?: string },
  now: Date,
): Promise<Step<'objection'>[]> {
  const where =
    event === 'appeal'
      ? { recordId, state: { in: statesIn('objection', 'upheld') }, appealedBy: null }
      : { recordId, state: { in: statesIn('objection', 'blocking') }, appealedBy: 'person' }
  const rows = await db.objection.findMany({ where, select: { id: true } })
  if (rows.length === 0) return []
  const calendar = await readWorkCalendar()
  const objections = await Promise.all(rows.map(({ id }) => loadObjection({ id })))
  return objections.map((objection) =>
    objectionStep(objection, {
      event,
      context: { ...objectionContext(actor, objection, now, calendar), ...words },
      set: event === 'appeal' ? { appealed_by: 'person' } : { finding: words.finding ?? null, decided_at: now },
      template: event === 'appeal' ? 'objection_appealed' : 'objection_appeal_decided',
    }),
  )
}
