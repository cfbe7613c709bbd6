import 'server-only'
import type { Actor } from '@/lib/access/types'
import { db } from '../database/db'
import { dateColumn, day } from '../database/plain-dates'
import { escapeLike } from '../input/search'
import { boardScope } from './read-board-batch'

export interface BoardFilter {
  unit: string
  region: string
  after: { endsOn: string; id: string } | null
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

const PAGE = 30

/** The publicity board: what ends first stands first. */
export async function readBoard(
  actor: Actor,
  filter: BoardFilter,
  now: Date,
): Promise<{ entries: BoardEntry[]; next: { endsOn: string; id: string } | null }> {
  const { unit, region, after } = filter
  const beyond = after && {
    OR: [{ endsOn: { gt: dateColumn(after.endsOn) } }, { endsOn: dateColumn(after.endsOn), id: { gt: after.id } }],
  }
  const rows = await db.publicityBatch.findMany({
    where: {
      AND: [
        await boardScope(actor, now),
        ...(unit ? [{ organization: { name: { contains: escapeLike(unit) } } }] : []),
        ...(region ? [{ organization: { regionCode: region } }] : []),
        ...(beyond ? [beyond] : []),
      ],
    },
    orderBy: [{ endsOn: 'asc' }, { id: 'asc' }],
    take: PAGE + 1,
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
  const entries = rows.slice(0, PAGE).map((row) => ({
    id: row.id,
    unit: row.organization.name,
    regionCode: row.organization.regionCode,
    year: row.year,
    number: row.number,
    startsOn: day(row.startsOn),
    endsOn: day(row.endsOn),
    count: row._count.items,
  }))
  const last = entries.at(-1)
  return { entries, next: rows.length > PAGE && last ? { endsOn: last.endsOn, id: last.id } : null }
}
