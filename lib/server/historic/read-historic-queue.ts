import 'server-only'
import { z } from 'zod'
import { isWithin } from '@/lib/access/regions'
import type { Actor } from '@/lib/access/types'
import { statesIn } from '@/lib/workflow/state-groups'
import { db } from '../database/db'
import { encodeCursor, escapeLike, PAGE_ROWS } from '../input/search'
import { historicScope } from './scope'

export const historicCursor = z.strictObject({ at: z.iso.datetime(), id: z.uuid() })

export interface HistoricQueueSearch {
  q: string
  region: string | null
  after: z.infer<typeof historicCursor> | null
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

/** Past years' paper hours that wait for this bureau, the longest waiting first; the city's reviewer may look into a county's. */
export async function readHistoricQueue(actor: Actor, { q, region, after }: HistoricQueueSearch): Promise<HistoricQueue> {
  const readOnly = region !== null && region !== actor.regionCode && actor.regionCode !== null && isWithin(region, actor.regionCode)
  const scope = readOnly ? { AND: [historicScope(actor), { regionCode: region }] } : historicScope(actor, 'historic_verify')
  const rows = await db.historicYear.findMany({
    where: {
      AND: [
        scope,
        { state: { in: statesIn('historic', 'verification') } },
        ...(q ? [{ person: { name: { contains: escapeLike(q) } } }] : []),
        ...(after ? [{ OR: [{ enteredAt: { gt: after.at } }, { enteredAt: after.at, id: { gt: after.id } }] }] : []),
      ],
    },
    orderBy: [{ enteredAt: 'asc' }, { id: 'asc' }],
    take: PAGE_ROWS + 1,
    select: { id: true, personId: true, year: true, total: true, professional: true, enteredAt: true, person: { select: { name: true } } },
  })
  const shown = rows.slice(0, PAGE_ROWS).map(
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
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > PAGE_ROWS && last ? encodeCursor({ at: last.enteredAt, id: last.id }) : null, readOnly }
}
