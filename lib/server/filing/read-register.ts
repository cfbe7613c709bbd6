import 'server-only'
import { z } from 'zod'
import type { PlainDate } from '@/lib/calendar/plain-date'
import { isInGroup, statesIn } from '@/lib/workflow/state-groups'
import type { FilingState } from '@/lib/workflow/states'
import type { Prisma } from '@/prisma/generated/client/client'
import { db } from '../database/db'
import { dateColumn, day } from '../database/plain-dates'
import { encodeCursor, PAGE_ROWS } from '../input/search'
import { filingsMatching } from './filings-matching'
import { type Recognition, recognitionOf } from './recognition'

export const registerCursor = z.tuple([z.iso.date(), z.uuid()])
export const REGISTER_TIMES = ['to_come', 'past'] as const

export interface RegisterSearch {
  q: string
  time: (typeof REGISTER_TIMES)[number] | null
  region: string | null
  after: z.infer<typeof registerCursor> | null
}

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
  /** A change of it waits to be agreed to; what is shown stays in force until then. */
  changing: boolean
  outside: boolean
  bureauApprovedOn: PlainDate | null
  authorityApprovedOn: PlainDate | null
  approvedOn: PlainDate | null
  recognition: Recognition | null
}

/** The public register of filed trainings, the latest first, a page at a time. Open to everyone: nothing personal stands in it. */
export async function readRegister(search: RegisterSearch, today: PlainDate): Promise<{ rows: RegisterRow[]; next: string | null }> {
  const found = await db.filing.findMany({
    where: { AND: [await matching(search, today), search.after ? behind(search.after) : {}] },
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
      organizer: true,
      provider: { select: { name: true } },
      authority: { select: { name: true } },
    },
    orderBy: [{ startsOn: 'desc' }, { id: 'desc' }],
    take: PAGE_ROWS + 1,
  })
  const rows = found.slice(0, PAGE_ROWS).map(({ provider, authority, days, organizer, ...row }): RegisterRow => {
    const startsOn = day(row.startsOn)
    const endsOn = day(row.endsOn)
    const approvedOn = day(row.approvedOn)
    return {
      ...row,
      provider: organizer || (provider?.name ?? null),
      authority: authority?.name ?? null,
      days: Number(days),
      startsOn,
      endsOn,
      bureauApprovedOn: day(row.bureauApprovedOn),
      authorityApprovedOn: day(row.authorityApprovedOn),
      approvedOn,
      changing: isInGroup('filing', row.state, 'changing'),
      recognition: recognitionOf({ state: row.state, startsOn, endsOn, approvedOn }),
    }
  })
  const last = rows.at(-1)
  return { rows, next: found.length > PAGE_ROWS && last ? encodeCursor([last.startsOn, last.id]) : null }
}

async function matching({ q, time, region }: RegisterSearch, today: PlainDate): Promise<Prisma.FilingWhereInput> {
  return {
    ...(await filingsMatching(q)),
    number: { not: null },
    state: { in: statesIn('filing', 'listed') },
    ...(time === 'to_come' ? { endsOn: { gte: new Date(today) } } : {}),
    ...(time === 'past' ? { endsOn: { lt: new Date(today) } } : {}),
    ...(region ? { regionCode: region } : {}),
  }
}

function behind([startsOn, id]: z.infer<typeof registerCursor>): Prisma.FilingWhereInput {
  const on = dateColumn(startsOn)
  return { startsOn: { lte: on }, OR: [{ startsOn: { lt: on } }, { startsOn: on, id: { lt: id } }] }
}
