import 'server-only'
import { isWithin } from '@/lib/access/regions'
import type { Actor } from '@/lib/access/types'
import { statesIn } from '@/lib/workflow/state-groups'
import type { Prisma } from '@/prisma/generated/client/client'
import { db } from '../database/db'
import { behindTime, type Keyset, pagesOf } from '../input/keyset'
import { escapeLike } from '../input/search'
import { historicScope } from './scope'

export interface HistoricQueueSearch {
  q: string
  region: string | null
  after: Keyset | null
}

export interface HistoricQueueRow {
  id: string
  personName: string
  year: number
  total: number
  professional: number
  enteredAt: string
  isOwn: boolean
}

export interface HistoricQueue {
  rows: HistoricQueueRow[]
  next: string | null
  readOnly: boolean
}

const pages = pagesOf()

/** Past years' paper hours that wait for this bureau, the longest waiting first; the city's reviewer may look into a county's. */
export async function readHistoricQueue(actor: Actor, { q, region, after }: HistoricQueueSearch): Promise<HistoricQueue> {
  const readOnly = region !== null && region !== actor.regionCode && actor.regionCode !== null && isWithin(region, actor.regionCode)
  const scope = readOnly ? { AND: [historicScope(actor), { regionCode: region }] } : historicScope(actor, 'historic_verify')
  const found = await db.historicYear.findMany({
    where: {
      AND: [
        scope,
        { state: { in: statesIn('historic', 'verification') } },
        ...(q ? [{ person: { name: { contains: escapeLike(q) } } }] : []),
        behindTime<Prisma.HistoricYearWhereInput>('enteredAt', 'asc', after),
      ],
    },
    orderBy: [{ enteredAt: 'asc' }, { id: 'asc' }],
    take: pages.take,
    select: { id: true, personId: true, year: true, total: true, professional: true, enteredAt: true, person: { select: { name: true } } },
  })
  const { rows, next } = pages.cut(found, ({ enteredAt, id }) => [enteredAt, id])
  const shown = rows.map(
    (row): HistoricQueueRow => ({
      id: row.id,
      personName: row.person.name,
      year: row.year,
      total: Number(row.total),
      professional: Number(row.professional),
      enteredAt: row.enteredAt?.toISOString() ?? '',
      isOwn: row.personId === actor.personId,
    }),
  )
  return { rows: shown, next, readOnly }
}
