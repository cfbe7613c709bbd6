import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { addDays, dateInShanghai, type PlainDate } from '@/lib/calendar/plain-date'
import type { Category, Subject } from '@/lib/rules/types'
import { recordStatesIn } from '@/lib/workflow/state-groups'
import { db } from '../database/db'
import { type Builder, float, runOnce } from '../database/statement'
import { contains, liesBehind, personNamed } from '../find/queue'
import { notFound } from '../input/errors'
import { afterParam, pagesOf } from '../input/keyset'
import { textParam } from '../input/search'
import { departmentAt } from '../person/department-at'
import { recordsInScope } from '../record/scope'
import { type Period, periodIfOpenedNow } from './period'

export const newBatchSearch = {
  q: textParam(),
  after: afterParam('instant'),
}
type Search = z.infer<z.ZodObject<typeof newBatchSearch>>

const pages = pagesOf(200)

export interface NewBatch {
  rows: {
    id: string
    personName: string
    department: string
    title: string
    category: Category
    subject: Subject | null
    hours: number
    acceptedOn: PlainDate | null
    isOwn: boolean
  }[]
  period: Period
  confirmFrom: PlainDate
  unit: string
  contact: string
  inPublic: boolean
  next: string | null
}

/** What could be publicized now, and the days a batch would have if it were opened now. */
export async function readNewBatch(actor: Actor, search: Search, now: Date): Promise<NewBatch> {
  if (!actor.organizationId) throw notFound()
  const unit = await db.organization.findUnique({
    where: { id: actor.organizationId },
    select: { name: true, publicityDays: true, publicityInPublic: true, contact: true, phone: true },
  })
  if (!unit) throw notFound()
  const [period, found] = await Promise.all([periodIfOpenedNow(unit, now), runOnce((db) => accepted(db, actor, search))])
  const { rows, next } = pages.cut(found, ({ waitingSince, id }) => [waitingSince, id])
  return {
    rows: rows.map(({ personId, department, waitingSince, ...row }) => ({
      ...row,
      department: department ?? '',
      acceptedOn: waitingSince ? dateInShanghai(waitingSince) : null,
      isOwn: personId === actor.personId,
    })),
    period,
    confirmFrom: addDays(period.endsOn, 1),
    unit: unit.name,
    contact: [unit.contact, unit.phone].filter(Boolean).join(' '),
    inPublic: unit.publicityInPublic,
    next,
  }
}

/** What the unit has accepted and not yet publicized, the longest waiting first. */
function accepted(db: Builder, actor: Actor, { q, after }: Search) {
  return db
    .selectFrom('hour_record as t')
    .where(recordsInScope(actor, 'record_publicize'))
    .where('t.state', 'in', recordStatesIn('awaiting_publicity'))
    .where('t.path', '=', 'employer')
    .where('t.escalated_at', 'is', null)
    .$if(q !== '', (rows) => rows.where((eb) => eb.or([personNamed(eb.ref('t.person_id'), q), contains(eb.ref('t.title'), q)])))
    .where((eb) => liesBehind(eb.ref('t.waiting_since'), eb.ref('t.id'), 'asc', after))
    .innerJoin('person as p', 'p.id', 't.person_id')
    .select(['t.id', 't.person_id as personId', 'p.name as personName', 't.title', 't.category', 't.subject'])
    .select('t.waiting_since as waitingSince')
    .select((eb) => [float(eb.ref('t.hours')).as('hours'), departmentAt(eb.ref('t.person_id'), actor.organizationId).as('department')])
    .orderBy('t.waiting_since')
    .orderBy('t.id')
    .limit(pages.take)
}
