import 'server-only'
import type { Actor } from '@/lib/access/types'
import type { Prisma } from '@/prisma/generated/client/client'
import { db } from '../database/db'
import { day } from '../database/plain-dates'
import { behindTime, type Keyset, pagesOf } from '../input/keyset'
import { escapeLike } from '../input/search'
import { boardScope } from './read-board-batch'

export interface BoardFilter {
  unit: string
  region: string
  after: Keyset | null
}

export interface BoardEntry {
  id: string
  unit: string
  regionCode: string
  year: number
  number: number
  startsOn: string
  endsOn: string
  count: number
}

const pages = pagesOf(30)

/** The publicity board: what ends first stands first. */
export async function readBoard(actor: Actor, filter: BoardFilter, now: Date): Promise<{ entries: BoardEntry[]; next: string | null }> {
  const { unit, region, after } = filter
  const found = await db.publicityBatch.findMany({
    where: {
      AND: [
        await boardScope(actor, now),
        ...(unit ? [{ organization: { name: { contains: escapeLike(unit) } } }] : []),
        ...(region ? [{ organization: { regionCode: region } }] : []),
        behindTime<Prisma.PublicityBatchWhereInput>('endsOn', 'asc', after),
      ],
    },
    orderBy: [{ endsOn: 'asc' }, { id: 'asc' }],
    take: pages.take,
    select: {
      id: true,
      year: true,
      number: true,
      startsOn: true,
      endsOn: true,
      organization: { select: { name: true, regionCode: true } },
      _count: { select: { items: true } },
    },
  })
  const { rows, next } = pages.cut(found, ({ endsOn, id }) => [day(endsOn), id])
  const entries = rows.map((row) => ({
    id: row.id,
    unit: row.organization.name,
    regionCode: row.organization.regionCode,
    year: row.year,
    number: row.number,
    startsOn: day(row.startsOn),
    endsOn: day(row.endsOn),
    count: row._count.items,
  }))
  return { entries, next }
}
