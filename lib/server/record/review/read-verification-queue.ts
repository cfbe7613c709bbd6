import 'server-only'
import { isWithin } from '@/lib/access/regions'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai, type PlainDate } from '@/lib/calendar/plain-date'
import { countWorkingDays } from '@/lib/calendar/working-days'
import type { Category } from '@/lib/rules/types'
import { statesIn } from '@/lib/workflow/state-groups'
import type { RecordState } from '@/lib/workflow/states'
import { type Builder, float, runOnce } from '../../database/statement'
import { contains, countUpTo, liesBehind, organizationNamed, personNamed } from '../../find/queue'
import { type Keyset, pagesOf } from '../../input/keyset'
import { readWorkCalendar } from '../../runtime/read-work-calendar'
import { recordsInScope } from '../scope'

export const QUEUE_KINDS = ['late', 'escalated'] as const
/** From here on a count says "500+". */
const MAX_COUNTED = 500
const pages = pagesOf()

export interface QueueSearch {
  q: string
  category: Category | null
  kind: (typeof QUEUE_KINDS)[number] | null
  /** The city's reviewer looks into a county's queue. */
  region: string | null
  after: Keyset | null
}

export interface QueueRow {
  id: string
  personName: string
  /** Null: freelance. */
  employer: string | null
  title: string
  category: Category
  hours: number
  state: RecordState
  escalated: boolean
  due: { on: PlainDate; days: number; provisional: boolean } | null
}

export interface VerificationQueue {
  rows: QueueRow[]
  total: number
  late: number
  /** More than are counted. */
  more: boolean
  next: string | null
  /** Another bureau's queue: it may be read, not decided on. */
  readOnly: boolean
}

/** What waits for this bureau, by due date, overdue first: records on its path and those that were escalated to it. Four round trips. */
export async function readVerificationQueue(actor: Actor, search: QueueSearch, now: Date): Promise<VerificationQueue> {
  const today = dateInShanghai(now)
  const [calendar, found, due, late] = await Promise.all([
    readWorkCalendar(),
    runOnce((db) => pageOf(db, actor, search, today)),
    countUpTo(MAX_COUNTED + 1, (db) => waiting(db, actor, search, today)),
    countUpTo(MAX_COUNTED + 1, (db) => waiting(db, actor, search, today).where('t.due_on', '<', today)),
  ])
  const { rows, next } = pages.cut(found, ({ dueOn, id }) => [dueOn, id])
  const shown = rows.map(
    ({ dueOn: on, provisional, ...row }): QueueRow => ({
      ...row,
      due: on ? { on, days: countWorkingDays(calendar, today, on).days, provisional } : null,
    }),
  )
  return {
    rows: shown,
    total: Math.min(due, MAX_COUNTED),
    late: Math.min(late, MAX_COUNTED),
    more: due > MAX_COUNTED,
    next,
    readOnly: isElsewhere(actor, search.region),
  }
}

/** Another bureau's queue: the city's reviewer may look into a county's. */
function isElsewhere({ regionCode }: Actor, region: string | null): region is string {
  return region !== null && region !== regionCode && regionCode !== null && isWithin(region, regionCode)
}

/** What waits there by these filters, what is due first standing first. */
function waiting(db: Builder, actor: Actor, { q, category, kind, region }: QueueSearch, today: PlainDate) {
  const queue = db
    .selectFrom('hour_record as t')
    .where(recordsInScope(actor, isElsewhere(actor, region) ? 'record_see' : 'record_verify'))
    .where((eb) =>
      eb.or([
        eb.and([eb('t.state', 'in', statesIn('record', 'verification')), eb('t.path', '=', 'bureau')]),
        eb.and([eb('t.state', 'in', statesIn('record', 'bureau_queue')), eb('t.escalated_at', 'is not', null)]),
      ]),
    )
    .where('t.due_on', 'is not', null)
  return queue
    .$if(isElsewhere(actor, region), (rows) => rows.where('t.region_code', '=', region))
    .$if(q !== '', (rows) =>
      rows.where((eb) =>
        eb.or([personNamed(eb.ref('t.person_id'), q), organizationNamed(eb.ref('t.organization_id'), q), contains(eb.ref('t.title'), q)]),
      ),
    )
    .$if(category !== null, (rows) => rows.where('t.category', '=', category))
    .$if(kind === 'late', (rows) => rows.where('t.due_on', '<', today))
    .$if(kind === 'escalated', (rows) => rows.where('t.escalated_at', 'is not', null))
    .orderBy('t.due_on')
    .orderBy('t.id')
}

function pageOf(db: Builder, actor: Actor, search: QueueSearch, today: PlainDate) {
  return waiting(db, actor, search, today)
    .where((eb) => liesBehind(eb.ref('t.due_on'), eb.ref('t.id'), 'asc', search.after))
    .innerJoin('person as p', 'p.id', 't.person_id')
    .leftJoin('organization as o', 'o.id', 't.organization_id')
    .select(['t.id', 'p.name as personName', 'o.name as employer', 't.title', 't.category', 't.state'])
    .select(['t.due_on as dueOn', 't.due_provisional as provisional'])
    .select((eb) => [float(eb.ref('t.hours')).as('hours'), eb('t.escalated_at', 'is not', null).$castTo<boolean>().as('escalated')])
    .limit(pages.take)
}
