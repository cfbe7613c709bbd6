import 'server-only'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai } from '@/lib/calendar/plain-date'
import type { Category, Subject } from '@/lib/rules/types'
import { recordStatesIn, statesIn } from '@/lib/workflow/state-groups'
import type { Prisma } from '@/prisma/generated/client/client'
import { db } from '../database/db'
import { dateColumn, day } from '../database/plain-dates'
import { notFound } from '../input/errors'

/** Batches on the board: open, the period not over; a unit may keep its publicity to its own people. */
export async function boardScope(actor: Actor, now: Date): Promise<Prisma.PublicityBatchWhereInput> {
  const today = dateInShanghai(now)
  const own: Prisma.PublicityBatchWhereInput[] = []
  if (actor.organizationId) own.push({ organizationId: actor.organizationId })
  if (actor.personId) own.push({ organization: { employments: { some: { personId: actor.personId, untilOn: null } } } })
  return {
    state: { in: statesIn('batch', 'public') },
    endsOn: { gte: dateColumn(today) },
    OR: [{ inPublic: true }, ...own],
  }
}

/** Of an item: still in its batch, and not rejected meanwhile. Through the record, so that nothing taken out is ever shown. */
const standing = { record: { state: { in: recordStatesIn('publicity_board') } } } as const satisfies Prisma.PublicityItemWhereInput

export interface BoardItem {
  id: string
  position: number
  maskedName: string
  department: string
  title: string
  category: Category
  subject: Subject | null
  hours: number
}

export interface BoardBatch {
  id: string
  unit: string
  regionCode: string
  year: number
  number: number
  startsOn: string
  endsOn: string
  workingDays: number
  provisional: boolean
  contact: string
  items: BoardItem[]
}

/** One batch as strangers see it. Not found when its period is over, it is cancelled, or the unit keeps it to its own people. */
export async function readBoardBatch(actor: Actor, id: string, now: Date): Promise<BoardBatch> {
  const batch = await db.publicityBatch.findFirst({
    where: { AND: [{ id }, await boardScope(actor, now)] },
    select: {
      id: true,
      organizationId: true,
      year: true,
      number: true,
      startsOn: true,
      endsOn: true,
      workingDays: true,
      provisional: true,
      contact: true,
      organization: { select: { name: true, regionCode: true } },
    },
  })
  if (!batch) throw notFound()
  const items = await db.publicityItem.findMany({
    where: { batchId: id, record: { ...standing.record, batchId: id } },
    orderBy: { position: 'asc' },
    select: { id: true, position: true, maskedName: true, department: true, title: true, category: true, subject: true, hours: true },
  })
  return {
    id: batch.id,
    unit: batch.organization.name,
    regionCode: batch.organization.regionCode,
    year: batch.year,
    number: batch.number,
    startsOn: day(batch.startsOn),
    endsOn: day(batch.endsOn),
    workingDays: batch.workingDays,
    provisional: batch.provisional,
    contact: batch.contact,
    items: items.map((item) => ({ ...item, hours: Number(item.hours) })),
  }
}

/** One line of a batch on the board, for whoever objects to it. */
export async function findItemOnBoard(actor: Actor, itemId: string, now: Date) {
  const item = await db.publicityItem.findFirst({
    where: { id: itemId, batch: await boardScope(actor, now), ...standing },
    select: {
      id: true,
      batchId: true,
      recordId: true,
      position: true,
      maskedName: true,
      department: true,
      title: true,
      category: true,
      hours: true,
      record: { select: { batchId: true } },
      batch: { select: { year: true, number: true, endsOn: true, organization: { select: { name: true } } } },
    },
  })
  if (!item || item.record.batchId !== item.batchId) throw notFound()
  const { batch, record: _, ...rest } = item
  return {
    ...rest,
    hours: Number(item.hours),
    unit: batch.organization.name,
    year: batch.year,
    number: batch.number,
    endsOn: day(batch.endsOn),
  }
}
