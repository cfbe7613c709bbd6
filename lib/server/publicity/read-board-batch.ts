import 'server-only'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai } from '@/lib/calendar/plain-date'
import type { Category, Subject } from '@/lib/rules/types'
import { recordStatesIn } from '@/lib/workflow/state-groups'
import { float, runOnce, statement } from '../database/statement'
import { notFound } from '../input/errors'
import { isOnBoard } from './scope'

export interface BoardItem {
  id: string
  position: number
  maskedName: string
  department: string
  title: string
  category: Category
  subject: Subject | null
  hours: number
}

export interface BoardBatch {
  id: string
  unit: string
  regionCode: string
  year: number
  number: number
  startsOn: string
  endsOn: string
  workingDays: number
  provisional: boolean
  contact: string
  items: BoardItem[]
}

/** One batch as strangers see it. Not found when its period is over, it is cancelled, or the unit keeps it to its own people. */
export async function readBoardBatch(actor: Actor, id: string, now: Date): Promise<BoardBatch> {
  const [batch] = await runOnce((db) =>
    db
      .selectFrom('publicity_batch as b')
      .innerJoin('organization as o', 'o.id', 'b.organization_id')
      .select(['b.id', 'o.name as unit', 'o.region_code as regionCode', 'b.year', 'b.number', 'b.contact'])
      .select(['b.starts_on as startsOn', 'b.ends_on as endsOn', 'b.working_days as workingDays', 'b.provisional'])
      .where('b.id', '=', id)
      .where(isOnBoard(actor, dateInShanghai(now))),
  )
  if (!batch) throw notFound()
  return { ...batch, items: await itemsOf({ id }) }
}

const itemsOf = statement('board-items', (db, given: { id: string }) =>
  db
    .selectFrom('publicity_item as i')
    .innerJoin('hour_record as r', 'r.id', 'i.record_id')
    .select(['i.id', 'i.position', 'i.masked_name as maskedName', 'i.department', 'i.title', 'i.category', 'i.subject'])
    .select((eb) => float(eb.ref('i.hours')).as('hours'))
    .where('i.batch_id', '=', given.id)
    // Through the record, so that nothing is shown that was taken out of the batch, or rejected meanwhile.
    .whereRef('r.batch_id', '=', 'i.batch_id')
    .where('r.state', 'in', recordStatesIn('publicity_board'))
    .orderBy('i.position'),
)

/** One line of a batch on the board, for whoever objects to it. */
export async function findItemOnBoard(actor: Actor, itemId: string, now: Date) {
  const [item] = await runOnce((db) =>
    db
      .selectFrom('publicity_item as i')
      .innerJoin('hour_record as r', 'r.id', 'i.record_id')
      .innerJoin('publicity_batch as b', 'b.id', 'i.batch_id')
      .innerJoin('organization as o', 'o.id', 'b.organization_id')
      .select(['i.id', 'i.batch_id as batchId', 'i.record_id as recordId', 'i.position', 'i.masked_name as maskedName', 'i.department'])
      .select(['i.title', 'i.category', 'o.name as unit', 'b.year', 'b.number', 'b.ends_on as endsOn'])
      .select((eb) => float(eb.ref('i.hours')).as('hours'))
      .where('i.id', '=', itemId)
      .whereRef('r.batch_id', '=', 'i.batch_id')
      .where('r.state', 'in', recordStatesIn('publicity_board'))
      .where(isOnBoard(actor, dateInShanghai(now))),
  )
  if (!item) throw notFound()
  return item
}
