import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai, type PlainDate } from '@/lib/calendar/plain-date'
import { countWorkingDays } from '@/lib/calendar/working-days'
import { CATEGORIES, type Category, type Subject } from '@/lib/rules/types'
import { type RecordGroup, recordStatesIn, silenceEnds } from '@/lib/workflow/state-groups'
import { type Builder, float, runOnce } from '../../database/statement'
import { contains, countUpTo, liesBehind, personNamed } from '../../find/queue'
import { afterParam, pagesOf } from '../../input/keyset'
import { enumParam, textParam } from '../../input/search'
import { departmentAt } from '../../person/department-at'
import { readWorkCalendar } from '../../runtime/read-work-calendar'
import { recordsInScope } from '../scope'

export const reviewSearch = {
  q: textParam(),
  category: enumParam(CATEGORIES),
  after: afterParam('instant'),
}
type Search = z.infer<z.ZodObject<typeof reviewSearch>>

/** From here on a count says "500+". */
export const MAX_COUNTED = 500
const pages = pagesOf()

export interface ReviewRow {
  id: string
  personName: string
  department: string
  title: string
  category: Category
  subject: Subject | null
  hours: number
  waitingSince: PlainDate | null
  /** Working days until the person may turn to the bureau; negative once they may. */
  silence: { on: PlainDate; days: number } | null
  /** The officer's own: another officer reviews it. */
  isOwn: boolean
}

export interface ReviewQueue {
  rows: ReviewRow[]
  total: number
  more: boolean
  /** Accepted and waiting for a batch. */
  accepted: number
  next: string | null
}

/** What waits for the employer's review, the longest first. Three round trips. */
export async function readReviewQueue(actor: Actor, search: Search, now: Date): Promise<ReviewQueue> {
  const [found, total, accepted, calendar] = await Promise.all([
    runOnce((db) => pageOf(db, actor, search)),
    countUpTo(MAX_COUNTED + 1, (db) => waiting(db, actor, search)),
    countUpTo(MAX_COUNTED + 1, (db) => atEmployer(db, actor, 'awaiting_publicity')),
    readWorkCalendar(),
  ])
  const today = dateInShanghai(now)
  const { rows, next } = pages.cut(found, ({ waitingSince, id }) => [waitingSince, id])
  return {
    rows: rows.map(({ personId, department, waitingSince, ...row }): ReviewRow => {
      const since = waitingSince ? dateInShanghai(waitingSince) : null
      const until = since ? silenceEnds(calendar, since).until.on : null
      return {
        ...row,
        department: department ?? '',
        waitingSince: since,
        silence: until ? { on: until, days: countWorkingDays(calendar, today, until).days } : null,
        isOwn: personId === actor.personId,
      }
    }),
    total: Math.min(total, MAX_COUNTED),
    more: total > MAX_COUNTED,
    accepted: Math.min(accepted, MAX_COUNTED),
    next,
  }
}

/** What is in the employer's hands in these states, the longest waiting first. */
function atEmployer(db: Builder, actor: Actor, group: RecordGroup) {
  return db
    .selectFrom('hour_record as t')
    .where(recordsInScope(actor, 'record_review'))
    .where('t.state', 'in', recordStatesIn(group))
    .where('t.path', '=', 'employer')
    .where('t.escalated_at', 'is', null)
    .orderBy('t.waiting_since')
    .orderBy('t.id')
}

function waiting(db: Builder, actor: Actor, { q, category }: Search) {
  return atEmployer(db, actor, 'review')
    .$if(q !== '', (queue) => queue.where((eb) => eb.or([personNamed(eb.ref('t.person_id'), q), contains(eb.ref('t.title'), q)])))
    .$if(category !== null, (queue) => queue.where('t.category', '=', category))
}

function pageOf(db: Builder, actor: Actor, search: Search) {
  return waiting(db, actor, search)
    .where((eb) => liesBehind(eb.ref('t.waiting_since'), eb.ref('t.id'), 'asc', search.after))
    .innerJoin('person as p', 'p.id', 't.person_id')
    .select(['t.id', 't.person_id as personId', 'p.name as personName', 't.title', 't.category', 't.subject'])
    .select('t.waiting_since as waitingSince')
    .select((eb) => [float(eb.ref('t.hours')).as('hours'), departmentAt(eb.ref('t.person_id'), actor.organizationId).as('department')])
    .limit(pages.take)
}
