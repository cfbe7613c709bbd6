import 'server-only'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai } from '@/lib/calendar/plain-date'
import type { WorkCalendar } from '@/lib/calendar/working-days'
import { isInGroup } from '@/lib/workflow/state-groups'
import type { TransitionContext } from '@/lib/workflow/types'
import { missingOf, yearIsOpenChoice } from './content'
import type { RecordForDecision } from './load-for-decision'

/** What the workflow needs to know of a record, for this actor now. What is given with the act (reason, finding, …) is added by the use case. */
export function recordContext(actor: Actor, record: RecordForDecision, now: Date, calendar: WorkCalendar): TransitionContext {
  const officers = record.organization?.roleGrants ?? []
  return {
    by: actor.role,
    today: dateInShanghai(now),
    calendar,
    isSelf: actor.personId !== null && actor.personId === record.personId,
    enteredByActor: actor.accountId !== null && actor.accountId === record.createdBy && actor.personId !== record.personId,
    evidence: record.evidence.length,
    missingFields: missingOf(record),
    creditYearOpenChoice: yearIsOpenChoice(record),
    path: record.path,
    inBureauHands: record.escalatedAt !== null,
    createdByOther: record.person.account?.id !== record.createdBy,
    officerConflicted: officers.length > 0 && officers.every((grant) => grant.account.personId === record.personId),
    waitingSince: record.waitingSince ? dateInShanghai(record.waitingSince) : null,
    periodEndsOn: record.batch?.endsOn ?? null,
    openObjections: record.objections.filter((objection) => isInGroup('objection', objection.state, 'blocking')).length,
    decidedOn: record.decidedOn,
    decidedBy: record.decidedBy,
    decidedByActor: actor.accountId !== null && actor.accountId === record.deciderId,
    appealsUsed: record.appealsUsed,
    appealedFrom: record.appealedFrom === 'revoked' ? 'revoked' : record.appealedFrom === 'rejected' ? 'rejected' : null,
  }
}
