import 'server-only'
import { can } from '@/lib/access/can'
import type { Action } from '@/lib/access/permissions'
import type { Actor } from '@/lib/access/types'
import { decide } from '@/lib/workflow/decide'
import type { EventOf } from '@/lib/workflow/events'
import type { TransitionContext } from '@/lib/workflow/types'
import { conflict, forbidden, notFound, requireGranted } from '../input/errors'
import { findRuleSetRow, type RuleSetRow } from '../rule-set/rule-set-row'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import { actorContext } from '../transition/context'
import type { Step } from '../transition/step'
import type { ColumnsOf } from '../transition/tables'

/** The version, for an act on it. Who worked on it entered it. */
export async function loadForAct(actor: Actor, id: string, act: Action): Promise<RuleSetRow> {
  if (!can(actor, act, {})) throw forbidden()
  const row = await findRuleSetRow(id)
  if (!row) throw notFound()
  return row
}

/** One event of a version, as a step. Throws what the workflow refuses before `conflict`: `version` is the one that the page showed. */
export async function ruleSetStep(
  actor: Actor,
  row: RuleSetRow,
  event: EventOf<'rule_set'>,
  { version, now, set, data, job, ...known }: RuleSetMove,
): Promise<Step<'rule_set'>> {
  const context = { ...actorContext(actor, now, await readWorkCalendar(), { enteredByActor: workedOn(actor, row) }), ...known }
  requireGranted(decide('rule_set', row.state, event, context), row.id)
  if (row.version !== version) throw conflict()
  return {
    machine: 'rule_set',
    id: row.id,
    from: row.state,
    version,
    event,
    context,
    set: set ?? {},
    data: data ?? {},
    ...(job ? { job } : {}),
  }
}

type RuleSetMove = Partial<TransitionContext> &
  Pick<Step<'rule_set'>, 'data' | 'job'> & { version: number; now: Date; set?: ColumnsOf<'rule_set'> }

export function workedOn(actor: Actor, row: Pick<RuleSetRow, 'editors'>): boolean {
  return actor.accountId !== null && row.editors.includes(actor.accountId)
}
