import 'server-only'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai, plainDate } from '@/lib/calendar/plain-date'
import { int, runOnce } from '../database/statement'
import { comesAfter, contains } from '../find/queue'
import { isOnBoard } from './scope'

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
  const rows = await runOnce((db) => {
    const board = db
      .selectFrom('publicity_batch as b')
      .innerJoin('organization as o', 'o.id', 'b.organization_id')
      .where(isOnBoard(actor, dateInShanghai(now)))
      .$if(unit !== '', (batches) => batches.where((eb) => contains(eb.ref('o.name'), unit)))
      .$if(region !== '', (batches) => batches.where('o.region_code', '=', region))
    const page = after
      ? board.where((eb) => comesAfter(eb.ref('b.ends_on'), eb.ref('b.id'), { at: plainDate(after.endsOn), id: after.id }))
      : board
    return page
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
      .limit(PAGE + 1)
  })
  const entries = rows.slice(0, PAGE)
  const last = entries.at(-1)
  return { entries, next: rows.length > PAGE && last ? { endsOn: last.endsOn, id: last.id } : null }
}
