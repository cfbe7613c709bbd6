import 'server-only'
import { z } from 'zod'
import { isWithin } from '@/lib/access/regions'
import type { Actor } from '@/lib/access/types'
import { statesIn } from '@/lib/workflow/state-groups'
import { float, runOnce } from '../database/statement'
import { comesAfter, personNamed } from '../find/queue'
import { encodeCursor, PAGE_ROWS } from '../input/search'
import { historicInScope } from './scope'

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
  const rows = await runOnce((db) => {
    const queue = db
      .selectFrom('historic_year as t')
      .where(readOnly ? historicInScope(actor) : historicInScope(actor, 'historic_verify'))
      .where('t.state', 'in', statesIn('historic', 'verification'))
      .$if(readOnly, (years) => years.where('t.region_code', '=', region))
      .$if(q !== '', (years) => years.where((eb) => personNamed(eb.ref('t.person_id'), q)))
    const page = after
      ? queue.where((eb) => comesAfter(eb.ref('t.entered_at'), eb.ref('t.id'), { at: new Date(after.at), id: after.id }))
      : queue
    return page
      .innerJoin('person as p', 'p.id', 't.person_id')
      .select(['t.id', 't.person_id as personId', 'p.name as personName', 't.year', 't.entered_at as enteredAt'])
      .select((eb) => [float(eb.ref('t.total')).as('total'), float(eb.ref('t.professional')).as('professional')])
      .orderBy('t.entered_at')
      .orderBy('t.id')
      .limit(PAGE_ROWS + 1)
  })
  const shown = rows.slice(0, PAGE_ROWS).map(
    ({ personId, enteredAt, ...row }): HistoricQueueRow => ({
      ...row,
      enteredAt: enteredAt?.toISOString() ?? '',
      isOwn: personId === actor.personId,
    }),
  )
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > PAGE_ROWS && last ? encodeCursor({ at: last.enteredAt, id: last.id }) : null, readOnly }
}
