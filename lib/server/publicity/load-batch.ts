import 'server-only'
import type { Action } from '@/lib/access/permissions'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai } from '@/lib/calendar/plain-date'
import type { WorkCalendar } from '@/lib/calendar/working-days'
import type { EventOf } from '@/lib/workflow/events'
import { statesIn } from '@/lib/workflow/state-groups'
import type { TransitionContext } from '@/lib/workflow/types'
import type { Prisma } from '@/prisma/generated/client/client'
import { db } from '../database/db'
import { day } from '../database/plain-dates'
import { notFound } from '../input/errors'
import type { Step } from '../transition/step'
import { employerScope } from './scope'

const select = {
  id: true,
  state: true,
  version: true,
  organizationId: true,
  endsOn: true,
  workingDays: true,
  byBureau: true,
  records: { select: { id: true, state: true } },
  _count: { select: { objections: { where: { state: { in: statesIn('objection', 'blocking') } } } } },
} as const satisfies Prisma.PublicityBatchSelect

export type BatchForDecision = Prisma.PublicityBatchGetPayload<{ select: typeof select }>

/** The batch where this permission reaches it, with the records that stand in it. */
export async function loadBatch(actor: Actor, id: string, action: Action): Promise<BatchForDecision> {
  const batch = await db.publicityBatch.findFirst({ where: { id, organization: employerScope(actor, action) }, select })
  if (!batch) throw notFound()
  return batch
}

/** What the workflow needs to know of a batch. A batch that the bureau opened is in the bureau's hands. */
export function batchContext(actor: Actor, batch: BatchForDecision, now: Date, calendar: WorkCalendar): TransitionContext {
  return {
    by: actor.role,
    today: dateInShanghai(now),
    calendar,
    isSelf: false,
    enteredByActor: false,
    path: 'employer',
    inBureauHands: batch.byBureau,
    recordCount: batch.records.length,
    publicityDays: batch.workingDays,
    periodEndsOn: day(batch.endsOn),
    openObjections: batch._count.objections,
  }
}

/** One event of a batch, as a step of an act in which its records move, too. */
export function batchStep(batch: BatchForDecision, event: EventOf<'batch'>, context: TransitionContext, data: object = {}): Step<'batch'> {
  return { machine: 'batch', id: batch.id, from: batch.state, version: batch.version, event, context, data: { ...data } }
}
