import 'server-only'
import { z } from 'zod'
import { isWithin } from '@/lib/access/regions'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai, type PlainDate } from '@/lib/calendar/plain-date'
import { countWorkingDays } from '@/lib/calendar/working-days'
import type { Category } from '@/lib/rules/types'
import { statesIn } from '@/lib/workflow/state-groups'
import type { RecordState } from '@/lib/workflow/states'
import type { Prisma } from '@/prisma/generated/client/client'
import { db } from '../../database/db'
import { dateColumn, day } from '../../database/plain-dates'
import { encodeCursor, escapeLike, PAGE_ROWS } from '../../input/search'
import { readWorkCalendar } from '../../runtime/read-work-calendar'
import { recordScope } from '../scope'

export const queueCursor = z.strictObject({ due: z.iso.date(), id: z.uuid() })
export const QUEUE_KINDS = ['late', 'escalated'] as const
/** From here on a count says "500+". */
const MAX_COUNTED = 500

export interface QueueSearch {
  q: string
  category: Category | null
  kind: (typeof QUEUE_KINDS)[number] | null
  /** The city's reviewer looks into a county's queue. */
  region: string | null
  after: z.infer<typeof queueCursor> | null
}

export interface QueueRow {
  id: string
  personName: string
  /** Null: freelance. */
  employer: string | null
  title: string
  category: Category
  hours: number
  state: RecordState
  escalated: boolean
  due: { on: PlainDate; days: number; provisional: boolean } | null
}

export interface VerificationQueue {
  rows: QueueRow[]
  total: number
  late: number
  /** More than are counted. */
  more: boolean
  next: string | null
  /** Another bureau's queue: it may be read, not decided on. */
  readOnly: boolean
}

/** What waits for this bureau, by due date, overdue first: records on its path and those that were escalated to it. Four round trips. */
export async function readVerificationQueue(actor: Actor, search: QueueSearch, now: Date): Promise<VerificationQueue> {
  const today = dateInShanghai(now)
  const { where, readOnly } = queueOf(actor, search.region)
  const filters = filtersOf(search, today)
  const [calendar, rows, due, late] = await Promise.all([
    readWorkCalendar(),
    db.hourRecord.findMany({
      where: { AND: [where, ...filters, ...(search.after ? [laterThan(search.after)] : [])] },
      orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
      take: PAGE_ROWS + 1,
      select: {
        id: true,
        title: true,
        category: true,
        hours: true,
        state: true,
        escalatedAt: true,
        dueOn: true,
        dueProvisional: true,
        person: { select: { name: true } },
        organization: { select: { name: true } },
      },
    }),
    count({ AND: [where, ...filters] }),
    count({ AND: [where, ...filters, { dueOn: { lt: dateColumn(today) } }] }),
  ])
  const shown = rows.slice(0, PAGE_ROWS).map((row): QueueRow => {
    const on = day(row.dueOn)
    return {
      id: row.id,
      personName: row.person.name,
      employer: row.organization?.name ?? null,
      title: row.title,
      category: row.category,
      hours: Number(row.hours),
      state: row.state,
      escalated: row.escalatedAt !== null,
      due: on ? { on, days: countWorkingDays(calendar, today, on).days, provisional: row.dueProvisional } : null,
    }
  })
  const last = shown.at(-1)
  return {
    rows: shown,
    total: Math.min(due, MAX_COUNTED),
    late: Math.min(late, MAX_COUNTED),
    more: due > MAX_COUNTED,
    next: rows.length > PAGE_ROWS && last?.due ? encodeCursor({ due: last.due.on, id: last.id }) : null,
    readOnly,
  }
}

/** The bureau's own queue; the city's reviewer may look into a county's. */
export function queueOf(actor: Actor, region: string | null): { where: Prisma.HourRecordWhereInput; readOnly: boolean } {
  const elsewhere = region !== null && region !== actor.regionCode && actor.regionCode !== null && isWithin(region, actor.regionCode)
  const waiting: Prisma.HourRecordWhereInput = {
    OR: [
      { state: { in: statesIn('record', 'verification') }, path: 'bureau' },
      { state: { in: statesIn('record', 'bureau_queue') }, escalatedAt: { not: null } },
    ],
  }
  const scope = elsewhere ? { AND: [recordScope(actor, 'record_see'), { regionCode: region }] } : recordScope(actor, 'record_verify')
  return { where: { AND: [scope, waiting, { dueOn: { not: null } }] }, readOnly: elsewhere }
}

function filtersOf({ q, category, kind }: QueueSearch, today: PlainDate): Prisma.HourRecordWhereInput[] {
  return [
    ...(q
      ? [
          {
            OR: [
              { person: { name: { contains: escapeLike(q) } } },
              { organization: { name: { contains: escapeLike(q) } } },
              { title: { contains: escapeLike(q) } },
            ],
          },
        ]
      : []),
    ...(category ? [{ category }] : []),
    ...(kind === 'late' ? [{ dueOn: { lt: dateColumn(today) } }] : []),
    ...(kind === 'escalated' ? [{ escalatedAt: { not: null } }] : []),
  ]
}

function laterThan({ due, id }: z.infer<typeof queueCursor>): Prisma.HourRecordWhereInput {
  // The bound that both halves share, said by itself: there the index is entered.
  return { dueOn: { gte: dateColumn(due) }, OR: [{ dueOn: { gt: dateColumn(due) } }, { dueOn: dateColumn(due), id: { gt: id } }] }
}

/** Counts no further than what is said, in the order of the queue's index: by itself Prisma would sort all of it by key first. */
async function count(where: Prisma.HourRecordWhereInput): Promise<number> {
  return db.hourRecord.count({ where, orderBy: [{ dueOn: 'asc' }, { id: 'asc' }], take: MAX_COUNTED + 1 })
}
