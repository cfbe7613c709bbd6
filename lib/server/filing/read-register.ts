import 'server-only'
import { z } from 'zod'
import { type PlainDate, plainDate } from '@/lib/calendar/plain-date'
import { stateIs, statesWhere } from '@/lib/workflow/ask'
import type { FilingState } from '@/lib/workflow/states'
import type { Prisma } from '@/prisma/generated/client/client'
import { db } from '../db'
import { encodeCursor, PAGE_ROWS } from '../search'

export const registerCursor = z.tuple([z.iso.date(), z.uuid()])
export const REGISTER_TIMES = ['to_come', 'past'] as const

export interface RegisterSearch {
  q: string
  time: (typeof REGISTER_TIMES)[number] | null
  region: string | null
  after: z.infer<typeof registerCursor> | null
}

/**
 * What a filing means for hours (N3.2). in_time: approved by both on or before its first day, it counts. late: approved after it began, it
 * is worth nothing. changed: its change waits for both approvals again.
 */
export type Recognition = 'in_time' | 'late' | 'changed'

export interface RegisterRow {
  id: string
  number: string | null
  title: string
  provider: string | null
  authority: string | null
  regionCode: string
  place: string
  startsOn: PlainDate
  endsOn: PlainDate
  days: number
  state: FilingState
  outside: boolean
  bureauApprovedOn: PlainDate | null
  authorityApprovedOn: PlainDate | null
  approvedOn: PlainDate | null
  recognition: Recognition
}

/** The public register of filed trainings, the latest first, a page at a time. Open to everyone: nothing personal stands in it. */
export async function readRegister(search: RegisterSearch, today: PlainDate): Promise<{ rows: RegisterRow[]; next: string | null }> {
  const found = await db.filing.findMany({
    where: { AND: [matching(search, today), search.after ? behind(search.after) : {}] },
    select: {
      id: true,
      number: true,
      title: true,
      regionCode: true,
      place: true,
      startsOn: true,
      endsOn: true,
      days: true,
      state: true,
      outside: true,
      bureauApprovedOn: true,
      authorityApprovedOn: true,
      approvedOn: true,
      provider: { select: { name: true } },
      authority: { select: { name: true } },
    },
    orderBy: [{ startsOn: 'desc' }, { id: 'desc' }],
    take: PAGE_ROWS + 1,
  })
  const rows = found.slice(0, PAGE_ROWS).map(({ provider, authority, days, ...row }): RegisterRow => {
    const startsOn = dayOf(row.startsOn)
    const approvedOn = row.approvedOn && dayOf(row.approvedOn)
    return {
      ...row,
      provider: provider?.name ?? null,
      authority: authority?.name ?? null,
      days: Number(days),
      startsOn,
      endsOn: dayOf(row.endsOn),
      bureauApprovedOn: row.bureauApprovedOn && dayOf(row.bureauApprovedOn),
      authorityApprovedOn: row.authorityApprovedOn && dayOf(row.authorityApprovedOn),
      approvedOn,
      recognition: recognitionOf(row.state, startsOn, approvedOn),
    }
  })
  const last = rows.at(-1)
  return { rows, next: found.length > PAGE_ROWS && last ? encodeCursor([last.startsOn, last.id]) : null }
}

function recognitionOf(state: FilingState, startsOn: PlainDate, approvedOn: PlainDate | null): Recognition {
  // Between the change of a filing and its new approvals it is in the register and in both queues.
  if (stateIs('filing', state, 'bureau_queue')) return 'changed'
  return approvedOn !== null && approvedOn <= startsOn ? 'in_time' : 'late'
}

function matching({ q, time, region }: RegisterSearch, today: PlainDate): Prisma.FilingWhereInput {
  const words = { contains: q, mode: 'insensitive' as const }
  return {
    state: { in: statesWhere('filing', 'register') },
    ...(time === 'to_come' ? { endsOn: { gte: new Date(today) } } : {}),
    ...(time === 'past' ? { endsOn: { lt: new Date(today) } } : {}),
    ...(region ? { regionCode: region } : {}),
    ...(q ? { OR: [{ title: words }, { number: words }, { provider: { name: words } }] } : {}),
  }
}

function behind([startsOn, id]: z.infer<typeof registerCursor>): Prisma.FilingWhereInput {
  const on = new Date(startsOn)
  return { OR: [{ startsOn: { lt: on } }, { startsOn: on, id: { lt: id } }] }
}

function dayOf(date: Date): PlainDate {
  return plainDate(date.toISOString().slice(0, 10))
}
