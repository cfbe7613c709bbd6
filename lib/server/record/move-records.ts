import 'server-only'
import type { Actor } from '@/lib/access/types'
import type { WorkCalendar } from '@/lib/calendar/working-days'
import type { RecordEvent } from '@/lib/workflow/events'
import { isInGroup } from '@/lib/workflow/state-groups'
import type { Granted, TransitionContext } from '@/lib/workflow/types'
import type { Prisma } from '@/prisma/generated/client/client'
import { act } from '../consequence/act'
import { notFound } from '../input/errors'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import type { Step } from '../transition/step'
import type { ColumnsOf } from '../transition/tables'
import { loadForDecision, type RecordForDecision } from './load-for-decision'
import { recordContext } from './record-context'
import { snapshotOf } from './snapshot'

export interface RecordMove {
  event: RecordEvent
  reason?: string | null
  finding?: string | null
  /** The version the actor saw, where they acted on one record; left out for lists, where what is read now counts. */
  version?: number
  /** Further facts of the act. */
  context?: (record: RecordForDecision) => Partial<TransitionContext>
  /** What else is stored with each record. No function: the compiler lets an unknown column pass in what a function returns. */
  set?: ColumnsOf<'record'>
  data?: (record: RecordForDecision) => Record<string, unknown>
}

/** The same event for one record or many, as steps of an act that may have others. */
export async function recordSteps(
  actor: Actor,
  records: readonly RecordForDecision[],
  move: RecordMove,
  now: Date,
): Promise<Step<'record'>[]> {
  const calendar = await readWorkCalendar()
  return records.map((record) => recordStep(actor, record, move, now, calendar))
}

function recordStep(actor: Actor, record: RecordForDecision, move: RecordMove, now: Date, calendar: WorkCalendar): Step<'record'> {
  const { event, reason, finding } = move
  return {
    machine: 'record',
    id: record.id,
    from: record.state,
    version: move.version ?? record.version,
    event,
    context: { ...recordContext(actor, record, now, calendar), reason, finding, ...move.context?.(record) },
    set: move.set ?? {},
    data: ({ to }: Granted<'record'>) => ({
      ...(finding && reason ? { finding } : {}),
      // What was returned, so that the correction can be held against it.
      ...(isInGroup('record', to, 'returned') ? snapshotOf(record) : {}),
      ...move.data?.(record),
    }),
    record,
    concern: {
      recordId: record.id,
      title: record.title,
      category: record.category,
      personId: record.personId,
      employerId: record.organizationId,
      creatorId: record.creatorOfficeId,
    },
  }
}

/** One event for these records, all or none. Who may is decided by the scope (what is visible) and the workflow (who acts now). */
export async function moveRecords(
  actor: Actor,
  ids: readonly string[],
  scope: Prisma.HourRecordWhereInput,
  move: RecordMove,
  now: Date,
): Promise<RecordForDecision[]> {
  const records = await loadForDecision(ids, scope)
  if (records.length !== new Set(ids).size) throw notFound()
  await act(actor, { steps: await recordSteps(actor, records, move, now) }, now)
  return records
}
