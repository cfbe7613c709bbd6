import 'server-only'
import type { Actor } from '@/lib/access/types'
import { addDays, type PlainDate } from '@/lib/calendar/plain-date'
import type { Category, Subject } from '@/lib/rules/types'
import { availableEvents, blockedEvents } from '@/lib/workflow/available'
import { decide } from '@/lib/workflow/decide'
import type { EventOf } from '@/lib/workflow/events'
import { isInGroup } from '@/lib/workflow/state-groups'
import type { BatchState, ObjectionState, RecordState } from '@/lib/workflow/states'
import type { Refusal } from '@/lib/workflow/types'
import { db } from '../database/db'
import { day } from '../database/plain-dates'
import { nameFor } from '../find/visible-name'
import { notFound } from '../input/errors'
import { loadForDecision } from '../record/load-for-decision'
import { recordContext } from '../record/record-context'
import { recordScope } from '../record/scope'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import { type PastEvent, readEvents } from '../transition/read-events'
import { batchContext, loadBatch } from './load-batch'

export interface BatchItem {
  recordId: string
  position: number
  personName: string
  department: string
  title: string
  category: Category
  subject: Subject | null
  hours: number
  /** Null: taken out of the batch, or the batch was cancelled. */
  state: RecordState | null
  /** Stayed behind, and may be confirmed by this officer now. */
  confirmable: boolean
  removable: boolean
}

export interface BatchPage {
  id: string
  unit: string
  year: number
  number: number
  state: BatchState
  openedOn: PlainDate
  startsOn: PlainDate
  endsOn: PlainDate
  confirmFrom: PlainDate
  workingDays: number
  provisional: boolean
  inPublic: boolean
  byBureau: boolean
  contact: string
  items: BatchItem[]
  /** How many would be registered if it were confirmed now, and how many would stay behind. */
  ready: number
  left: number
  objections: { id: string; state: ObjectionState; recordTitle: string; dueOn: string | null }[]
  actions: EventOf<'batch'>[]
  /** Why it cannot be confirmed yet. */
  notYet: readonly Refusal[]
  events: PastEvent[]
}

/** One batch for the unit's officer: where it stands, what stands in it, what this officer may do now. */
export async function readBatch(actor: Actor, id: string, now: Date): Promise<BatchPage> {
  const [batch, calendar] = await Promise.all([loadBatch(actor, id, 'batch_see'), readWorkCalendar()])
  const facts = batchContext(actor, batch, now, calendar)
  const [row, records, events] = await Promise.all([
    readRow(id),
    loadForDecision(
      batch.records.map((record) => record.id),
      recordScope(actor),
    ),
    readEvents(actor, 'batch', id),
  ])
  const byId = new Map(records.map((record) => [record.id, record]))
  const may = (recordId: string, event: 'confirm' | 'take_out') => {
    const record = byId.get(recordId)
    if (!record) return false
    return decide('record', record.state, event, { ...recordContext(actor, record, now, calendar), reason: '-' }).ok
  }
  const items = row.items.map(
    ({ record, ...item }): BatchItem => ({
      ...item,
      hours: Number(item.hours),
      personName: nameFor(actor, record.person.name),
      state: byId.get(item.recordId)?.state ?? null,
      confirmable: may(item.recordId, 'confirm'),
      removable: may(item.recordId, 'take_out'),
    }),
  )
  const standing = items.filter(({ state }) => state !== null && isInGroup('record', state, 'publicity_board'))
  const ready = standing.filter((item) => item.confirmable).length
  const endsOn = day(row.endsOn)
  return {
    id,
    unit: row.organization.name,
    year: row.year,
    number: row.number,
    state: batch.state,
    openedOn: day(row.openedOn),
    startsOn: day(row.startsOn),
    endsOn,
    confirmFrom: addDays(endsOn, 1),
    workingDays: row.workingDays,
    provisional: row.provisional,
    inPublic: row.inPublic,
    byBureau: row.byBureau,
    contact: row.contact,
    items,
    ready,
    left: standing.length - ready,
    objections: row.objections.map(({ record, dueOn, ...objection }) => ({
      ...objection,
      recordTitle: record.title,
      dueOn: isInGroup('objection', objection.state, 'blocking') ? day(dueOn) : null,
    })),
    actions: availableEvents('batch', batch.state, facts),
    notYet: blockedEvents('batch', batch.state, facts).find(({ event }) => event === 'confirm')?.refusals ?? [],
    events,
  }
}

async function readRow(id: string) {
  const row = await db.publicityBatch.findUnique({
    where: { id },
    select: {
      year: true,
      number: true,
      openedOn: true,
      startsOn: true,
      endsOn: true,
      workingDays: true,
      provisional: true,
      inPublic: true,
      byBureau: true,
      contact: true,
      organization: { select: { name: true } },
      items: {
        orderBy: { position: 'asc' },
        select: {
          recordId: true,
          position: true,
          department: true,
          title: true,
          category: true,
          subject: true,
          hours: true,
          record: { select: { person: { select: { name: true } } } },
        },
      },
      objections: { orderBy: { createdAt: 'asc' }, select: { id: true, state: true, dueOn: true, record: { select: { title: true } } } },
    },
  })
  if (!row) throw notFound()
  return row
}
