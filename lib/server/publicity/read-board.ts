import 'server-only'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai } from '@/lib/calendar/plain-date'
import { int, runOnce } from '../database/statement'
import { contains, liesBehind } from '../find/queue'
import { type Keyset, pagesOf } from '../input/keyset'
import { isOnBoard } from './scope'

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
  const found = await runOnce((db) =>
    db
      .selectFrom('publicity_batch as b')
      .innerJoin('organization as o', 'o.id', 'b.organization_id')
      .where(isOnBoard(actor, dateInShanghai(now)))
      .$if(unit !== '', (batches) => batches.where((eb) => contains(eb.ref('o.name'), unit)))
      .$if(region !== '', (batches) => batches.where('o.region_code', '=', region))
      .where((eb) => liesBehind(eb.ref('b.ends_on'), eb.ref('b.id'), 'asc', after))
      .select(['b.id', 'o.name as unit', 'o.region_code as regionCode', 'b.year', 'b.number'])
      .select(['b.starts_on as startsOn', 'b.ends_on as endsOn'])
      .select((eb) =>
        eb
          .selectFrom('publicity_item as i')
          .select((i) => int(i.fn.countAll()).as('count'))
          .whereRef('i.batch_id', '=', 'b.id')
          .$asScalar()
          .$notNull()
          .as('count'),
      )
      .orderBy('b.ends_on')
      .orderBy('b.id')
      .limit(pages.take),
  )
  const { rows: entries, next } = pages.cut(found, ({ endsOn, id }) => [endsOn, id])
  return { entries, next }
}
