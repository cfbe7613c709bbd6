import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai, type PlainDate } from '@/lib/calendar/plain-date'
import { countWorkingDays } from '@/lib/calendar/working-days'
import { isInGroup, statesIn } from '@/lib/workflow/state-groups'
import { FILING_STATES, type FilingState } from '@/lib/workflow/states'
import type { Prisma } from '@/prisma/generated/client/client'
import { db } from '../database/db'
import { dateColumn, day } from '../database/plain-dates'
import { cursorParam, dateParam, encodeCursor, enumParam, PAGE_ROWS, textParam } from '../input/search'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import { filingsMatching } from './filings-matching'
import { filingScope } from './scope'

export const filingsCursor = z.tuple([z.iso.date(), z.uuid()])
/** The filters of a list of filings, as they stand in the address. */
export const filingsSearch = {
  q: textParam(),
  state: enumParam(FILING_STATES),
  from: dateParam(),
  to: dateParam(),
  after: cursorParam(filingsCursor),
}
export type FilingsSearch = z.infer<z.ZodObject<typeof filingsSearch>>

export interface FilingRow {
  id: string
  number: string | null
  title: string
  /** Who holds it. */
  organizer: string
  outside: boolean
  startsOn: PlainDate
  endsOn: PlainDate
  days: number
  state: FilingState
  bureauApprovedOn: PlainDate | null
  authorityApprovedOn: PlainDate | null
  /** Working days since it was handed in, while it waits. */
  waited: number | null
}

export const filingRowSelect = {
  id: true,
  number: true,
  outsideNumber: true,
  title: true,
  organizer: true,
  outside: true,
  startsOn: true,
  endsOn: true,
  days: true,
  state: true,
  bureauApprovedOn: true,
  authorityApprovedOn: true,
  changeBureauApprovedOn: true,
  changeAuthorityApprovedOn: true,
  submittedAt: true,
  provider: { select: { name: true } },
} as const satisfies Prisma.FilingSelect

/** Filings within the actor's reach, those that begin last first, a page at a time. */
export async function readFilings(actor: Actor, search: FilingsSearch, now: Date): Promise<{ rows: FilingRow[]; next: string | null }> {
  const { after } = search
  const [found, calendar] = await Promise.all([
    db.filing.findMany({
      where: { AND: [filingScope(actor), ...(await filtersOf(search)), ...(after ? [behind(after)] : [])] },
      select: filingRowSelect,
      orderBy: [{ startsOn: 'desc' }, { id: 'desc' }],
      take: PAGE_ROWS + 1,
    }),
    readWorkCalendar(),
  ])
  const today = dateInShanghai(now)
  const rows = found.slice(0, PAGE_ROWS).map((row) => filingRow(row, (since) => countWorkingDays(calendar, since, today).days))
  const last = rows.at(-1)
  return { rows, next: found.length > PAGE_ROWS && last ? encodeCursor([last.startsOn, last.id]) : null }
}

export function filingRow(
  row: Prisma.FilingGetPayload<{ select: typeof filingRowSelect }>,
  waitedSince: (day: PlainDate) => number,
): FilingRow {
  const { id, title, outside, state, submittedAt } = row
  const changing = isInGroup('filing', state, 'changing')
  const bureau = changing ? row.changeBureauApprovedOn : row.bureauApprovedOn
  const authority = changing ? row.changeAuthorityApprovedOn : row.authorityApprovedOn
  return {
    ...{ id, title, outside, state },
    number: row.number ?? row.outsideNumber,
    organizer: row.organizer || (row.provider?.name ?? ''),
    startsOn: day(row.startsOn),
    endsOn: day(row.endsOn),
    days: Number(row.days),
    bureauApprovedOn: day(bureau),
    authorityApprovedOn: day(authority),
    waited: submittedAt && isInGroup('filing', state, 'waiting') ? waitedSince(dateInShanghai(submittedAt)) : null,
  }
}

export async function filtersOf({ q, state, from, to }: Omit<FilingsSearch, 'after'>): Promise<Prisma.FilingWhereInput[]> {
  return [
    await filingsMatching(q),
    ...(state ? [{ state }] : []),
    ...(from ? [{ endsOn: { gte: dateColumn(from) } }] : []),
    ...(to ? [{ startsOn: { lte: dateColumn(to) } }] : []),
  ]
}

function behind([startsOn, id]: z.infer<typeof filingsCursor>): Prisma.FilingWhereInput {
  const on = dateColumn(startsOn)
  return { startsOn: { lte: on }, OR: [{ startsOn: { lt: on } }, { startsOn: on, id: { lt: id } }] }
}

/** How many of these came back to be corrected. */
export async function countReturned(actor: Actor): Promise<number> {
  return db.filing.count({ where: { AND: [filingScope(actor), { state: { in: statesIn('filing', 'came_back') } }] }, take: 100 })
}
