import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai, type PlainDate } from '@/lib/calendar/plain-date'
import { countWorkingDays } from '@/lib/calendar/working-days'
import { isInGroup, statesIn } from '@/lib/workflow/state-groups'
import type { ObjectionState } from '@/lib/workflow/states'
import type { Prisma } from '@/prisma/generated/client/client'
import { db } from '../database/db'
import { day } from '../database/plain-dates'
import { cursorParam, encodeCursor, enumParam, escapeLike, PAGE_ROWS, textParam } from '../input/search'
import { employerScope } from '../publicity/scope'
import { readWorkCalendar } from '../runtime/read-work-calendar'

export const OBJECTION_FILTERS = ['waiting', 'decided'] as const

export const objectionsSearch = {
  q: textParam(),
  state: enumParam(OBJECTION_FILTERS),
  after: cursorParam(z.strictObject({ at: z.iso.datetime(), id: z.uuid() })),
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

/** Objections to what stands in the batches in reach, the latest first; `waiting`: those that somebody still has to act on. */
export async function readObjections(actor: Actor, search: Search, now: Date): Promise<{ rows: ObjectionRow[]; next: string | null }> {
  const { q, state, after } = search
  const [rows, calendar] = await Promise.all([
    db.objection.findMany({
      where: {
        AND: [
          { batch: { organization: employerScope(actor, 'objection_see') } },
          ...(state ? [stateFilter(state)] : []),
          ...(q
            ? [{ OR: [{ record: { title: { contains: escapeLike(q) } } }, { record: { person: { name: { contains: escapeLike(q) } } } }] }]
            : []),
          ...(after ? [{ OR: [{ createdAt: { lt: new Date(after.at) } }, { createdAt: new Date(after.at), id: { lt: after.id } }] }] : []),
        ],
      },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: PAGE_ROWS + 1,
      select: {
        id: true,
        state: true,
        contactKind: true,
        createdAt: true,
        dueOn: true,
        dueProvisional: true,
        record: { select: { title: true, personId: true, person: { select: { name: true } } } },
        batch: { select: { id: true, year: true, number: true, organization: { select: { name: true } } } },
      },
    }),
    readWorkCalendar(),
  ])
  const today = dateInShanghai(now)
  const shown = rows.slice(0, PAGE_ROWS)
  const last = shown.at(-1)
  return {
    rows: shown.map(({ batch, record, ...row }): ObjectionRow => {
      const on = isInGroup('objection', row.state, 'blocking') ? day(row.dueOn) : null
      return {
        id: row.id,
        state: row.state,
        unit: batch.organization.name,
        personName: record.person.name,
        recordTitle: record.title,
        batch: { id: batch.id, year: batch.year, number: batch.number },
        raisedOn: dateInShanghai(row.createdAt),
        due: on ? { on, days: countWorkingDays(calendar, today, on).days, provisional: row.dueProvisional } : null,
        toCall: isInGroup('objection', row.state, 'awaiting_contact') && row.contactKind === 'phone',
        isOwn: actor.personId !== null && record.personId === actor.personId,
      }
    }),
    next: rows.length > PAGE_ROWS && last ? encodeCursor({ at: last.createdAt.toISOString(), id: last.id }) : null,
  }
}

function stateFilter(filter: (typeof OBJECTION_FILTERS)[number]): Prisma.ObjectionWhereInput {
  if (filter === 'decided') return { state: { in: statesIn('objection', 'decided') } }
  const call = { state: { in: statesIn('objection', 'awaiting_contact') }, contactKind: 'phone' as const }
  return { OR: [{ state: { in: statesIn('objection', 'blocking') } }, call] }
}
