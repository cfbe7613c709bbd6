import 'server-only'
import { isWithin } from '@/lib/access/regions'
import type { Actor } from '@/lib/access/types'
import { statesIn } from '@/lib/workflow/state-groups'
import { float, runOnce } from '../database/statement'
import { liesBehind, personNamed } from '../find/queue'
import { type Keyset, pagesOf } from '../input/keyset'
import { historicInScope } from './scope'

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
  const found = await runOnce((db) =>
    db
      .selectFrom('historic_year as t')
      .where(readOnly ? historicInScope(actor) : historicInScope(actor, 'historic_verify'))
      .where('t.state', 'in', statesIn('historic', 'verification'))
      .$if(readOnly, (years) => years.where('t.region_code', '=', region))
      .$if(q !== '', (years) => years.where((eb) => personNamed(eb.ref('t.person_id'), q)))
      .where((eb) => liesBehind(eb.ref('t.entered_at'), eb.ref('t.id'), 'asc', after))
      .innerJoin('person as p', 'p.id', 't.person_id')
      .select(['t.id', 't.person_id as personId', 'p.name as personName', 't.year', 't.entered_at as enteredAt'])
      .select((eb) => [float(eb.ref('t.total')).as('total'), float(eb.ref('t.professional')).as('professional')])
      .orderBy('t.entered_at')
      .orderBy('t.id')
      .limit(pages.take),
  )
  const { rows, next } = pages.cut(found, ({ enteredAt, id }) => [enteredAt, id])
  const shown = rows.map(
    ({ personId, enteredAt, ...row }): HistoricQueueRow => ({
      ...row,
      enteredAt: enteredAt?.toISOString() ?? '',
      isOwn: personId === actor.personId,
    }),
  )
  return { rows: shown, next, readOnly }
}
