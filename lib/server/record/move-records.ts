import 'server-only'
import type { Actor } from '@/lib/access/types'
import type { PlainDate } from '@/lib/calendar/plain-date'
import { decide } from '@/lib/workflow/decide'
import type { RecordEvent } from '@/lib/workflow/events'
import { countsHours, isInGroup } from '@/lib/workflow/state-groups'
import type { Granted, TransitionContext } from '@/lib/workflow/types'
import type { Prisma } from '@/prisma/generated/client/client'
import { ledgerConsequences } from '../consequence/ledger-consequences'
import { notFound, refused } from '../input/errors'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import { type Commit, commitTransitions, type TransitionWrite } from '../transition/commit-transitions'
import { notificationRows } from '../transition/notification-rows'
import { recordFacts } from './facts'
import { loadForDecision, type RecordForDecision } from './load-for-decision'
import { snapshotOf } from './snapshot'

export interface RecordMove {
  event: RecordEvent
  reason?: string | null
  finding?: string | null
  /** The version the actor saw, where they acted on one record; left out for lists, where what is read now counts. */
  version?: number
  /** Further facts of the act, and what else is stored with each record: columns by name. */
  facts?: (record: RecordForDecision) => Partial<TransitionContext>
  set?: (record: RecordForDecision, decision: Granted<'record'>) => Record<string, unknown>
  data?: (record: RecordForDecision) => Record<string, unknown>
}

/** The same event for one record or many, decided and planned, not yet committed: a batch adds its own transition to it. */
export async function planRecordMove(actor: Actor, records: readonly RecordForDecision[], move: RecordMove, now: Date): Promise<Commit> {
  const calendar = await readWorkCalendar()
  const moved = records.map((record) => {
    const facts = { ...recordFacts(actor, record, now, calendar), reason: move.reason, finding: move.finding, ...move.facts?.(record) }
    const decision = decide('record', record.state, move.event, facts)
    if (!decision.ok) throw refused(decision.refusals, record.id)
    return { record, decision, today: facts.today }
  })
  const transitions = moved.map(
    ({ record, decision, today }): TransitionWrite<'record'> => ({
      machine: 'record',
      id: record.id,
      from: record.state,
      version: move.version ?? record.version,
      event: move.event,
      to: decision.to,
      reason: move.reason ?? move.finding ?? null,
      data: {
        ...(move.finding && move.reason ? { finding: move.finding } : {}),
        // What was returned, so that the correction can be held against it.
        ...(isInGroup('record', decision.to, 'returned') ? snapshotOf(record) : {}),
        ...move.data?.(record),
      },
      set: { ...columnsOf(actor, record, decision, today, now), ...move.set?.(record, decision) },
    }),
  )
  const ledgers = await ledgerConsequences(
    actor,
    moved
      .filter(({ decision }) => decision.effects.includes('ledger'))
      .map(({ record, decision }) => ({
        record,
        registered: countsHours(decision.to),
        effects: decision.effects,
        change: move.set?.(record, decision) ?? {},
      })),
    move.reason ?? null,
    now,
  )
  const notifications = moved.flatMap(({ record, decision }) =>
    notificationRows(
      decision.effects,
      move.event,
      {
        recordId: record.id,
        title: record.title,
        category: record.category,
        to: decision.to,
        personId: record.personId,
        employerId: record.organizationId,
        creatorId: record.creatorOfficeId,
      },
      now,
    ),
  )
  return {
    transitions: [...transitions, ...ledgers.transitions],
    ledgers: ledgers.ledgers,
    people: ledgers.people,
    inserts: { ...ledgers.inserts, notification: [...notifications, ...(ledgers.inserts.notification ?? [])] },
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
  await commitTransitions(actor, await planRecordMove(actor, records, move, now), now)
  return records
}

/** What the workflow says is to be stored, as columns. */
function columnsOf(
  actor: Actor,
  record: RecordForDecision,
  decision: Granted<'record'>,
  today: PlainDate,
  now: Date,
): Record<string, unknown> {
  const { patch, due } = decision
  return {
    due_on: due?.on ?? null,
    due_provisional: due?.provisional ?? false,
    ...(decision.to === record.state ? {} : { waiting_since: now }),
    ...(patch.path ? { path: patch.path } : {}),
    ...(patch.inBureauHands ? { escalated_at: now } : {}),
    ...(patch.decidedBy === undefined
      ? {}
      : { decided_by: patch.decidedBy, decided_on: patch.decidedOn ?? today, decider_id: actor.accountId }),
    ...(patch.appealedFrom === undefined ? {} : { appealed_from: patch.appealedFrom }),
    ...(patch.appealsUsed === undefined ? {} : { appeals_used: patch.appealsUsed }),
    ...(countsHours(decision.to) && !countsHours(record.state) ? { registered_at: now } : {}),
  }
}
