import 'server-only'
import { can } from '@/lib/access/can'
import type { Action } from '@/lib/access/permissions'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai } from '@/lib/calendar/plain-date'
import { decide } from '@/lib/workflow/decide'
import type { EventOf } from '@/lib/workflow/events'
import type { Granted, TransitionContext } from '@/lib/workflow/types'
import { conflict, forbidden, notFound, refused } from '../input/errors'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import { findRuleSetRow, type RuleSetRow } from './rule-set-row'

/** The version, for an act on it. Who worked on it entered it. */
export async function loadForAct(actor: Actor, id: string, act: Action): Promise<RuleSetRow> {
  if (!can(actor, act, {})) throw forbidden()
  const row = await findRuleSetRow(id)
  if (!row) throw notFound()
  return row
}

/** What the workflow says of it; throws what it refuses. `version` is the one that the page showed. */
export async function decideRuleSet(
  actor: Actor,
  row: RuleSetRow,
  event: EventOf<'rule_set'>,
  { version, now, ...facts }: Partial<TransitionContext> & { version: number; now: Date },
): Promise<Granted<'rule_set'>> {
  const decision = decide('rule_set', row.state, event, {
    by: actor.role,
    today: dateInShanghai(now),
    calendar: await readWorkCalendar(),
    isSelf: false,
    enteredByActor: workedOn(actor, row),
    ...facts,
  })
  if (!decision.ok) throw refused(decision.refusals, row.id)
  if (row.version !== version) throw conflict()
  return decision
}

export function workedOn(actor: Actor, row: Pick<RuleSetRow, 'editors'>): boolean {
  return actor.accountId !== null && row.editors.includes(actor.accountId)
}
