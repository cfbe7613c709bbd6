import 'server-only'
import { ACT_OF } from '@/lib/access/acts'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai } from '@/lib/calendar/plain-date'
import type { EventOf } from '@/lib/workflow/events'
import { isInGroup, statesIn } from '@/lib/workflow/state-groups'
import type { TransitionContext } from '@/lib/workflow/types'
import type { Prisma } from '@/prisma/generated/client/client'
import { db } from '../database/db'
import { notFound } from '../input/errors'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import { contentOf, contentSelect, type FilingContent, missingOf, withChange } from './content'
import { filingScope } from './scope'

/** Records that rest on a filing: handed in, or made for the person by a roster; what was lost or only jotted down does not count. */
const resting = {
  state: { in: statesIn('record', 'live') },
  OR: [{ firstSubmittedAt: { not: null } }, { createdRole: { not: 'practitioner' } }],
} as const satisfies Prisma.HourRecordWhereInput

const select = {
  ...contentSelect,
  id: true,
  state: true,
  version: true,
  number: true,
  outside: true,
  providerId: true,
  regionCode: true,
  createdBy: true,
  change: true,
  bureauApprovedOn: true,
  authorityApprovedOn: true,
  changeBureauApprovedOn: true,
  changeAuthorityApprovedOn: true,
  _count: { select: { records: { where: resting } } },
} as const satisfies Prisma.FilingSelect

type Row = Prisma.FilingGetPayload<{ select: typeof select }>
export interface FilingForDecision
  extends Pick<
    Row,
    'id' | 'state' | 'version' | 'number' | 'outside' | 'providerId' | 'authorityId' | 'regionCode' | 'createdBy' | 'change'
  > {
  approvals: Pick<Row, 'bureauApprovedOn' | 'authorityApprovedOn' | 'changeBureauApprovedOn' | 'changeAuthorityApprovedOn'>
  /** As filed, or as it would be filed. */
  content: FilingContent
  /** As a change of it would make it; the same where none is being made. */
  changed: FilingContent
  linkedRecords: number
}

/** The filing, where the actor sees it. */
export async function loadFiling(actor: Actor, id: string): Promise<FilingForDecision> {
  const row = await db.filing.findFirst({ where: { AND: [{ id }, filingScope(actor)] }, select })
  if (!row) throw notFound()
  const content = contentOf(row)
  const { state, version, number, outside, providerId, authorityId, regionCode, createdBy, change } = row
  return {
    ...{ id, state, version, number, outside, providerId, authorityId, regionCode, createdBy, change, content },
    approvals: row,
    changed: withChange(content, change),
    linkedRecords: row._count.records,
  }
}

/** Whether the event is this actor's with this filing at all. Own entries are told apart by the workflow, which says so. */
export function mayAct(
  actor: Actor,
  filing: Pick<FilingForDecision, 'providerId' | 'authorityId' | 'regionCode'>,
  event: EventOf<'filing'>,
): boolean {
  const { regionCode, authorityId, providerId } = filing
  return can(actor, ACT_OF.filing[event], { regionCode, authorityId, organizationId: providerId })
}

/** What the workflow needs to know. While a change is made or waits, the days are those of the change, but for whether it may still be asked for. */
export async function filingContext(actor: Actor, filing: FilingForDecision, now: Date): Promise<TransitionContext> {
  const { content, changed, outside, state } = filing
  const due = isInGroup('filing', state, 'changing') ? changed : content
  return {
    by: actor.role,
    today: dateInShanghai(now),
    calendar: await readWorkCalendar(),
    isSelf: actor.accountId === filing.createdBy,
    enteredByActor: actor.accountId === filing.createdBy,
    missingFields: missingOf(changed, outside),
    evidence: changed.fileIds.length,
    startsOn: due.startsOn,
    endsOn: due.endsOn,
    outside,
    outsideNumber: outside ? content.outsideNumber : null,
    linkedRecords: filing.linkedRecords,
  }
}
