import 'server-only'
import { z } from 'zod'
import { isWithin } from '@/lib/access/regions'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai, type PlainDate } from '@/lib/calendar/plain-date'
import { countWorkingDays } from '@/lib/calendar/working-days'
import { statesIn } from '@/lib/workflow/state-groups'
import type { Prisma } from '@/prisma/generated/client/client'
import { db } from '../database/db'
import { day } from '../database/plain-dates'
import { cursorParam, encodeCursor, PAGE_ROWS, textParam } from '../input/search'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import { type FilingRow, filingRow, filingRowSelect, filtersOf } from './read-filings'
import { filingScope } from './scope'

const queueCursor = z.tuple([z.iso.date(), z.uuid()])
export const filingQueueSearch = { q: textParam(), after: cursorParam(queueCursor) }
export type FilingQueueSearch = z.infer<z.ZodObject<typeof filingQueueSearch>>

const MAX_COUNTED = 500

export interface FilingQueueRow extends FilingRow {
  /** The first day, by which both must have agreed; null for a filing from outside, which has none. Working days left, negative when past. */
  due: { on: PlainDate; days: number; provisional: boolean } | null
  /** The actor entered it: somebody else has to decide. */
  ownEntry: boolean
}

export interface FilingQueue {
  rows: FilingQueueRow[]
  total: number
  /** More than are counted. */
  more: boolean
  next: string | null
}

/**
 * What waits for this bureau or authority, by the day on which the training begins: until then both must have agreed (N3.2). No time for the
 * answer is set; how long each has waited is shown.
 */
export async function readFilingQueue(
  actor: Actor,
  search: FilingQueueSearch & { region?: string | null },
  now: Date,
): Promise<FilingQueue> {
  const { after, q, region } = search
  const where: Prisma.FilingWhereInput = {
    AND: [scopeOf(actor, region ?? null), { dueOn: { not: null } }, ...(await filtersOf({ q, state: null, from: null, to: null }))],
  }
  const [found, total, calendar] = await Promise.all([
    db.filing.findMany({
      where: { AND: [where, ...(after ? [laterThan(after)] : [])] },
      select: { ...filingRowSelect, dueOn: true, createdBy: true },
      orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
      take: PAGE_ROWS + 1,
    }),
    db.filing.count({ where, orderBy: [{ dueOn: 'asc' }, { id: 'asc' }], take: MAX_COUNTED + 1 }),
    readWorkCalendar(),
  ])
  const today = dateInShanghai(now)
  const shown = found.slice(0, PAGE_ROWS)
  const rows = shown.map(({ dueOn, createdBy, ...row }): FilingQueueRow => {
    const on = day(dueOn)
    return {
      ...filingRow(row, (since) => countWorkingDays(calendar, since, today).days),
      due: on && !row.outside ? { on, ...countWorkingDays(calendar, today, on) } : null,
      ownEntry: createdBy === actor.accountId,
    }
  })
  const last = shown.at(-1)
  return {
    rows,
    total: Math.min(total, MAX_COUNTED),
    more: total > MAX_COUNTED,
    next: found.length > PAGE_ROWS && last?.dueOn ? encodeCursor([day(last.dueOn), last.id]) : null,
  }
}

/** One's own to decide; the city's reviewer may look into a county's. An authority is never asked about what was filed elsewhere. */
function scopeOf(actor: Actor, region: string | null): Prisma.FilingWhereInput {
  if (actor.role === 'authority_reviewer')
    return { AND: [filingScope(actor, 'filing_approve'), { outside: false, state: { in: statesIn('filing', 'authority_queue') } }] }
  const state = { in: statesIn('filing', 'bureau_queue') }
  const elsewhere = region !== null && region !== actor.regionCode && actor.regionCode !== null && isWithin(region, actor.regionCode)
  return elsewhere
    ? { AND: [filingScope(actor), { regionCode: region, state }] }
    : { AND: [filingScope(actor, 'filing_approve'), { state }] }
}

function laterThan([due, id]: z.infer<typeof queueCursor>): Prisma.FilingWhereInput {
  const on = new Date(due)
  return { dueOn: { gte: on }, OR: [{ dueOn: { gt: on } }, { dueOn: on, id: { gt: id } }] }
}
