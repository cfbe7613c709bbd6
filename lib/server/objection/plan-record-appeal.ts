import 'server-only'
import type { Actor } from '@/lib/access/types'
import { decide } from '@/lib/workflow/decide'
import { statesIn } from '@/lib/workflow/state-groups'
import { db } from '../database/db'
import { refused } from '../input/errors'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import type { Commit, TransitionWrite } from '../transition/commit-transitions'
import { mailValues } from './decide-objection'
import { objectionFacts } from './facts'
import { loadObjection } from './load-objection'
import { mailTo } from './mail'

/**
 * The person's appeal of a record that an objection brought down, and the answer to it, are the objection's too: one act. What goes with the
 * record's own transition; nothing where no upheld objection is behind the rejection.
 */
export async function planRecordAppeal(
  actor: Actor,
  recordId: string,
  event: 'appeal' | 'allow' | 'refuse',
  words: { reason?: string; finding?: string },
  now: Date,
): Promise<Required<Pick<Commit, 'transitions' | 'inserts'>>> {
  const where =
    event === 'appeal'
      ? { recordId, state: { in: statesIn('objection', 'upheld') }, appealedBy: null }
      : { recordId, state: { in: statesIn('objection', 'blocking') }, appealedBy: 'person' }
  const rows = await db.objection.findMany({ where, select: { id: true } })
  if (rows.length === 0) return { transitions: [], inserts: {} }
  const calendar = await readWorkCalendar()
  const objections = await Promise.all(rows.map(({ id }) => loadObjection({ id })))
  const transitions = objections.map((objection): TransitionWrite<'objection'> => {
    const decision = decide('objection', objection.state, event, { ...objectionFacts(actor, objection, now, calendar), ...words })
    if (!decision.ok) throw refused(decision.refusals)
    const due = { due_on: decision.due?.on ?? null, due_provisional: decision.due?.provisional ?? false }
    const { id, state, version } = objection
    const reason = words.reason ?? words.finding ?? null
    const set = event === 'appeal' ? { ...due, appealed_by: 'person' } : { ...due, finding: words.finding, decided_at: now }
    return { machine: 'objection', id, from: state, version, event, to: decision.to, reason, set }
  })
  if (event === 'appeal') return { transitions, inserts: {} }
  const outbox = objections.flatMap((objection) =>
    mailTo(objection, 'objection_appeal_decided', mailValues(objection, event, words.finding ?? ''), now),
  )
  return { transitions, inserts: { outbox } }
}
