import 'server-only'
import type { z } from 'zod'
import { isWithin } from '@/lib/access/regions'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai, type PlainDate } from '@/lib/calendar/plain-date'
import { countWorkingDays } from '@/lib/calendar/working-days'
import { statesIn } from '@/lib/workflow/state-groups'
import type { Prisma } from '@/prisma/generated/client/client'
import { db } from '../database/db'
import { day } from '../database/plain-dates'
import { afterParam, behindTime, pagesOf } from '../input/keyset'
import { textParam } from '../input/search'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import { type FilingRow, filingRow, filingRowSelect, filtersOf } from './read-filings'
import { filingScope } from './scope'

export const filingQueueSearch = { q: textParam(), after: afterParam('day') }
export type FilingQueueSearch = z.infer<z.ZodObject<typeof filingQueueSearch>>

const MAX_COUNTED = 500
const pages = pagesOf()

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
      where: { AND: [where, behindTime<Prisma.FilingWhereInput>('dueOn', 'asc', after)] },
      select: { ...filingRowSelect, dueOn: true, createdBy: true },
      orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
      take: pages.take,
    }),
    db.filing.count({ where, orderBy: [{ dueOn: 'asc' }, { id: 'asc' }], take: MAX_COUNTED + 1 }),
    readWorkCalendar(),
  ])
  const today = dateInShanghai(now)
  const { rows: shown, next } = pages.cut(found, ({ dueOn, id }) => [day(dueOn), id])
  const rows = shown.map(({ dueOn, createdBy, ...row }): FilingQueueRow => {
    const on = day(dueOn)
    return {
      ...filingRow(row, (since) => countWorkingDays(calendar, since, today).days),
      due: on && !row.outside ? { on, ...countWorkingDays(calendar, today, on) } : null,
      ownEntry: createdBy === actor.accountId,
    }
  })
  return {
    rows,
    total: Math.min(total, MAX_COUNTED),
    more: total > MAX_COUNTED,
    next,
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
