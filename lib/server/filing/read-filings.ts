import 'server-only'
import { type Expression, expressionBuilder, type InferResult, type SqlBool } from 'kysely'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai, type PlainDate } from '@/lib/calendar/plain-date'
import { countWorkingDays } from '@/lib/calendar/working-days'
import { isInGroup, statesIn } from '@/lib/workflow/state-groups'
import { FILING_STATES, type FilingState } from '@/lib/workflow/states'
import { db } from '../database/db'
import { type Builder, float, runOnce } from '../database/statement'
import type { Tables } from '../database/tables'
import { liesBehind } from '../find/queue'
import { afterParam, pagesOf } from '../input/keyset'
import { dateParam, enumParam, textParam } from '../input/search'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import { filingsMatching } from './filings-matching'
import { filingScope, filingsInScope } from './scope'

/** The filters of a list of filings, as they stand in the address. */
export const filingsSearch = {
  q: textParam(),
  state: enumParam(FILING_STATES),
  from: dateParam(),
  to: dateParam(),
  after: afterParam('day'),
}
export type FilingsSearch = z.infer<z.ZodObject<typeof filingsSearch>>

export interface FilingRow {
  id: string
  number: string | null
  title: string
  /** Who holds it. */
  organizer: string
  outside: boolean
  startsOn: PlainDate
  endsOn: PlainDate
  days: number
  state: FilingState
  bureauApprovedOn: PlainDate | null
  authorityApprovedOn: PlainDate | null
  /** Working days since it was handed in, while it waits. */
  waited: number | null
}

const pages = pagesOf()

/** Filings within the actor's reach, those that begin last first, a page at a time. */
export async function readFilings(actor: Actor, search: FilingsSearch, now: Date): Promise<{ rows: FilingRow[]; next: string | null }> {
  const matching = await filtersOf(search)
  const [found, calendar] = await Promise.all([
    runOnce((db) => {
      const page = filings(db)
        .where(filingsInScope(actor))
        .where(matching)
        .where((eb) => liesBehind(eb.ref('f.starts_on'), eb.ref('f.id'), 'desc', search.after))
      return withRow(page).orderBy('f.starts_on', 'desc').orderBy('f.id', 'desc').limit(pages.take)
    }),
    readWorkCalendar(),
  ])
  const today = dateInShanghai(now)
  const { rows, next } = pages.cut(found, ({ startsOn, id }) => [startsOn, id])
  return { rows: rows.map((row) => filingRow(row, (since) => countWorkingDays(calendar, since, today).days)), next }
}

export function filings(db: Builder) {
  return db.selectFrom('filing as f')
}

/** Filings (`f`) with what a list of them shows. */
export function withRow(queue: ReturnType<typeof filings>) {
  return queue
    .leftJoin('organization as o', 'o.id', 'f.provider_id')
    .select([
      'f.id',
      'f.number',
      'f.outside_number as outsideNumber',
      'f.title',
      'f.organizer',
      'o.name as provider',
      'f.outside',
      'f.state',
    ])
    .select(['f.starts_on as startsOn', 'f.ends_on as endsOn', 'f.submitted_at as submittedAt'])
    .select(['f.bureau_approved_on as bureauApprovedOn', 'f.authority_approved_on as authorityApprovedOn'])
    .select(['f.change_bureau_approved_on as changeBureauApprovedOn', 'f.change_authority_approved_on as changeAuthorityApprovedOn'])
    .select((eb) => float(eb.ref('f.days')).as('days'))
}

type Row = InferResult<ReturnType<typeof withRow>>[number]

export function filingRow(row: Row, waitedSince: (day: PlainDate) => number): FilingRow {
  const { id, title, outside, state, startsOn, endsOn, days, submittedAt } = row
  const changing = isInGroup('filing', state, 'changing')
  return {
    ...{ id, title, outside, state, startsOn, endsOn, days },
    number: row.number ?? row.outsideNumber,
    organizer: row.organizer || (row.provider ?? ''),
    bureauApprovedOn: changing ? row.changeBureauApprovedOn : row.bureauApprovedOn,
    authorityApprovedOn: changing ? row.changeAuthorityApprovedOn : row.authorityApprovedOn,
    waited: submittedAt && isInGroup('filing', state, 'waiting') ? waitedSince(dateInShanghai(submittedAt)) : null,
  }
}

const f = expressionBuilder<Tables & { f: Tables['filing'] }, 'f'>()

async function filtersOf({ q, state, from, to }: Omit<FilingsSearch, 'after'>): Promise<Expression<SqlBool>> {
  return f.and([
    await filingsMatching(q),
    ...(state ? [f('f.state', '=', state)] : []),
    ...(from ? [f('f.ends_on', '>=', from)] : []),
    ...(to ? [f('f.starts_on', '<=', to)] : []),
  ])
}

/** How many of these came back to be corrected. */
export async function countReturned(actor: Actor): Promise<number> {
  return db.filing.count({ where: { AND: [filingScope(actor), { state: { in: statesIn('filing', 'came_back') } }] }, take: 100 })
}
