import 'server-only'
import type { z } from 'zod'
import { isWithin } from '@/lib/access/regions'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai, type PlainDate } from '@/lib/calendar/plain-date'
import { countWorkingDays } from '@/lib/calendar/working-days'
import { statesIn } from '@/lib/workflow/state-groups'
import { type Builder, runOnce } from '../database/statement'
import { countUpTo, liesBehind } from '../find/queue'
import { afterParam, pagesOf } from '../input/keyset'
import { textParam } from '../input/search'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import { filingsMatching } from './filings-matching'
import { type FilingRow, filingRow, filings, withRow } from './read-filings'
import { filingsInScope } from './scope'

export const filingQueueSearch = { q: textParam(), after: afterParam('day') }
export type FilingQueueSearch = z.infer<z.ZodObject<typeof filingQueueSearch>>

const MAX_COUNTED = 500
const pages = pagesOf()

export interface FilingQueueRow extends FilingRow {
  /** The first day, by which both must have agreed; null for a filing from outside, which has none. Working days left, negative when past. */
  due: { on: PlainDate; days: number; provisional: boolean } | null
  /** The actor entered it: somebody else has to decide. */
  ownEntry: boolean
}

export interface FilingQueue {
  rows: FilingQueueRow[]
  total: number
  /** More than are counted. */
  more: boolean
  next: string | null
}

/**
 * What waits for this bureau or authority, by the day on which the training begins: until then both must have agreed (N3.2). No time for the
 * answer is set; how long each has waited is shown.
 */
export async function readFilingQueue(
  actor: Actor,
  search: FilingQueueSearch & { region?: string | null },
  now: Date,
): Promise<FilingQueue> {
  const matching = await filingsMatching(search.q)
  const queue = (db: Builder) => waiting(db, actor, search.region ?? null).where(matching)
  const [found, total, calendar] = await Promise.all([
    runOnce((db) => pageOf(queue(db), search.after)),
    countUpTo(MAX_COUNTED + 1, queue),
    readWorkCalendar(),
  ])
  const today = dateInShanghai(now)
  const { rows: shown, next } = pages.cut(found, ({ dueOn, id }) => [dueOn, id])
  const rows = shown.map(
    ({ dueOn: on, createdBy, ...row }): FilingQueueRow => ({
      ...filingRow(row, (since) => countWorkingDays(calendar, since, today).days),
      due: on && !row.outside ? { on, ...countWorkingDays(calendar, today, on) } : null,
      ownEntry: createdBy === actor.accountId,
    }),
  )
  return {
    rows,
    total: Math.min(total, MAX_COUNTED),
    more: total > MAX_COUNTED,
    next,
  }
}

/**
 * One's own to decide, what begins first standing first; the city's reviewer may look into a county's. An authority is never asked about
 * what was filed elsewhere.
 */
function waiting(db: Builder, actor: Actor, region: string | null) {
  const ofAuthority = actor.role === 'authority_reviewer'
  const elsewhere = region !== null && region !== actor.regionCode && actor.regionCode !== null && isWithin(region, actor.regionCode)
  return filings(db)
    .where('f.state', 'in', statesIn('filing', ofAuthority ? 'authority_queue' : 'bureau_queue'))
    .where('f.due_on', 'is not', null)
    .where(elsewhere && !ofAuthority ? filingsInScope(actor) : filingsInScope(actor, 'filing_approve'))
    .$if(ofAuthority, (rows) => rows.where('f.outside', '=', false))
    .$if(elsewhere && !ofAuthority, (rows) => rows.where('f.region_code', '=', region))
    .orderBy('f.due_on')
    .orderBy('f.id')
}

function pageOf(queue: ReturnType<typeof waiting>, after: FilingQueueSearch['after']) {
  return withRow(queue.where((eb) => liesBehind(eb.ref('f.due_on'), eb.ref('f.id'), 'asc', after)))
    .select(['f.due_on as dueOn', 'f.created_by as createdBy'])
    .limit(pages.take)
}
