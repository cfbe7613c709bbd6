import 'server-only'
import type { PlainDate } from '@/lib/calendar/plain-date'
import { isInGroup, statesIn } from '@/lib/workflow/state-groups'
import type { FilingState } from '@/lib/workflow/states'
import { type Builder, float, runOnce } from '../database/statement'
import { liesBehind } from '../find/queue'
import { type Keyset, pagesOf } from '../input/keyset'
import { filingsMatching } from './filings-matching'
import { type Recognition, recognitionOf } from './recognition'

export const REGISTER_TIMES = ['to_come', 'past'] as const

export interface RegisterSearch {
  q: string
  time: (typeof REGISTER_TIMES)[number] | null
  region: string | null
  after: Keyset | null
}

export interface RegisterRow {
  id: string
  number: string | null
  title: string
  provider: string | null
  authority: string | null
  regionCode: string
  place: string
  startsOn: PlainDate
  endsOn: PlainDate
  days: number
  state: FilingState
  /** A change of it waits to be agreed to; what is shown stays in force until then. */
  changing: boolean
  outside: boolean
  bureauApprovedOn: PlainDate | null
  authorityApprovedOn: PlainDate | null
  approvedOn: PlainDate | null
  recognition: Recognition | null
}

const pages = pagesOf()

/** The public register of filed trainings, the latest first, a page at a time. Open to everyone: nothing personal stands in it. */
export async function readRegister(search: RegisterSearch, today: PlainDate): Promise<{ rows: RegisterRow[]; next: string | null }> {
  const matching = await filingsMatching(search.q)
  const found = await runOnce((db) => listed(db, search, today).where(matching))
  const { rows, next } = pages.cut(found, ({ startsOn, id }) => [startsOn, id])
  return {
    rows: rows.map(({ provider, organizer, ...row }) => ({
      ...row,
      provider: organizer || provider,
      changing: isInGroup('filing', row.state, 'changing'),
      recognition: recognitionOf(row),
    })),
    next,
  }
}

function listed(db: Builder, { time, region, after }: RegisterSearch, today: PlainDate) {
  return db
    .selectFrom('filing as f')
    .where('f.number', 'is not', null)
    .where('f.state', 'in', statesIn('filing', 'listed'))
    .$if(time === 'to_come', (filings) => filings.where('f.ends_on', '>=', today))
    .$if(time === 'past', (filings) => filings.where('f.ends_on', '<', today))
    .$if(region !== null, (filings) => filings.where('f.region_code', '=', region))
    .where((eb) => liesBehind(eb.ref('f.starts_on'), eb.ref('f.id'), 'desc', after))
    .leftJoin('organization as p', 'p.id', 'f.provider_id')
    .leftJoin('organization as a', 'a.id', 'f.authority_id')
    .select(['f.id', 'f.number', 'f.title', 'f.organizer', 'p.name as provider', 'a.name as authority'])
    .select(['f.region_code as regionCode', 'f.place', 'f.starts_on as startsOn', 'f.ends_on as endsOn', 'f.state', 'f.outside'])
    .select(['f.bureau_approved_on as bureauApprovedOn', 'f.authority_approved_on as authorityApprovedOn', 'f.approved_on as approvedOn'])
    .select((eb) => float(eb.ref('f.days')).as('days'))
    .orderBy('f.starts_on', 'desc')
    .orderBy('f.id', 'desc')
    .limit(pages.take)
}
