import 'server-only'
import type { Actor } from '@/lib/access/types'
import type { WorkCalendar } from '@/lib/calendar/working-days'
import { isInGroup } from '@/lib/workflow/state-groups'
import type { TransitionContext } from '@/lib/workflow/types'
import { day } from '../database/plain-dates'
import { recordContext } from '../record/record-context'
import type { ObjectionForDecision } from './load-objection'

/**
 * What the workflow needs to know of an objection: it waits with its record, for the same office until the same day.
 * `asObjector`: the actor holds the objector's link, or has reached them.
 */
export function objectionContext(
  actor: Actor,
  objection: ObjectionForDecision,
  now: Date,
  calendar: WorkCalendar,
  asObjector = false,
): TransitionContext {
  const facts = recordContext(actor, objection.record, now, calendar)
  const counted = isInGroup('objection', objection.state, 'blocking') ? 1 : 0
  return {
    ...facts,
    enteredByActor: asObjector || (actor.accountId !== null && actor.accountId === objection.raisedBy),
    raisedOn: objection.raisedOn,
    periodEndsOn: day(objection.batch.endsOn),
    openObjections: Math.max(0, (facts.openObjections ?? 0) - counted),
    decidedOn: objection.decidedOn,
    decidedBy: objection.decidedBy,
    decidedByActor: actor.accountId !== null && actor.accountId === objection.deciderId,
    appealsUsed: objection.appealedBy ? 1 : 0,
  }
}
