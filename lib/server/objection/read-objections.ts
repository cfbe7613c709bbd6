import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai, type PlainDate } from '@/lib/calendar/plain-date'
import { countWorkingDays } from '@/lib/calendar/working-days'
import { isInGroup, statesIn } from '@/lib/workflow/state-groups'
import type { ObjectionState } from '@/lib/workflow/states'
import { type Builder, runOnce } from '../database/statement'
import { contains, liesBehind } from '../find/queue'
import { afterParam, pagesOf } from '../input/keyset'
import { enumParam, textParam } from '../input/search'
import { employersInScope } from '../publicity/scope'
import { readWorkCalendar } from '../runtime/read-work-calendar'

export const OBJECTION_FILTERS = ['waiting', 'decided'] as const

export const objectionsSearch = {
  q: textParam(),
  state: enumParam(OBJECTION_FILTERS),
  after: afterParam('instant'),
}
type Search = z.infer<z.ZodObject<typeof objectionsSearch>>

export interface ObjectionRow {
  id: string
  state: ObjectionState
  unit: string
  personName: string
  recordTitle: string
  batch: { id: string; year: number; number: number }
  raisedOn: PlainDate
  due: { on: PlainDate; days: number; provisional: boolean } | null
  /** A phone number was given, and nobody has called yet. */
  toCall: boolean
  /** Against the actor's own record: somebody else decides. */
  isOwn: boolean
}

const pages = pagesOf()

/** Objections to what stands in the batches in reach, the latest first; `waiting`: those that somebody still has to act on. */
export async function readObjections(actor: Actor, search: Search, now: Date): Promise<{ rows: ObjectionRow[]; next: string | null }> {
  const [found, calendar] = await Promise.all([runOnce((db) => pageOf(db, actor, search)), readWorkCalendar()])
  const today = dateInShanghai(now)
  const { rows, next } = pages.cut(found, ({ createdAt, id }) => [createdAt, id])
  return {
    rows: rows.map(({ batchId, year, number, personId, contactKind, createdAt, dueOn, provisional, ...row }): ObjectionRow => {
      const on = isInGroup('objection', row.state, 'blocking') ? dueOn : null
      return {
        ...row,
        batch: { id: batchId, year, number },
        raisedOn: dateInShanghai(createdAt),
        due: on ? { on, days: countWorkingDays(calendar, today, on).days, provisional } : null,
        toCall: isInGroup('objection', row.state, 'awaiting_contact') && contactKind === 'phone',
        isOwn: actor.personId !== null && personId === actor.personId,
      }
    }),
    next,
  }
}

function pageOf(db: Builder, actor: Actor, { q, state, after }: Search) {
  return db
    .selectFrom('objection as j')
    .innerJoin('publicity_batch as b', 'b.id', 'j.batch_id')
    .innerJoin('organization as o', 'o.id', 'b.organization_id')
    .innerJoin('hour_record as r', 'r.id', 'j.record_id')
    .innerJoin('person as p', 'p.id', 'r.person_id')
    .where(employersInScope(actor, 'objection_see'))
    .$if(q !== '', (rows) => rows.where((eb) => eb.or([contains(eb.ref('r.title'), q), contains(eb.ref('p.name'), q)])))
    .$if(state === 'decided', (rows) => rows.where('j.state', 'in', statesIn('objection', 'decided')))
    .$if(state === 'waiting', (rows) =>
      rows.where((eb) =>
        eb.or([
          eb('j.state', 'in', statesIn('objection', 'blocking')),
          eb.and([eb('j.state', 'in', statesIn('objection', 'awaiting_contact')), eb('j.contact_kind', '=', 'phone')]),
        ]),
      ),
    )
    .where((eb) => liesBehind(eb.ref('j.created_at'), eb.ref('j.id'), 'desc', after))
    .select(['j.id', 'j.state', 'j.contact_kind as contactKind', 'j.created_at as createdAt', 'j.due_on as dueOn'])
    .select(['j.due_provisional as provisional', 'r.title as recordTitle', 'r.person_id as personId', 'p.name as personName'])
    .select(['b.id as batchId', 'b.year', 'b.number', 'o.name as unit'])
    .orderBy('j.created_at', 'desc')
    .orderBy('j.id', 'desc')
    .limit(pages.take)
}
