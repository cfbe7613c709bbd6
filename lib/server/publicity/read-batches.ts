import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai, type PlainDate } from '@/lib/calendar/plain-date'
import { isInGroup, recordStatesIn, statesIn } from '@/lib/workflow/state-groups'
import { BATCH_STATES, type BatchState } from '@/lib/workflow/states'
import { db } from '../database/db'
import { day } from '../database/plain-dates'
import { countUpTo } from '../find/queue'
import { cursorParam, encodeCursor, enumParam, escapeLike, textParam } from '../input/search'
import { recordsInScope } from '../record/scope'
import { employerScope } from './scope'

export const batchesSearch = {
  q: textParam(),
  state: enumParam(BATCH_STATES),
  after: cursorParam(z.strictObject({ at: z.iso.datetime(), id: z.uuid() })),
}
type Search = z.infer<z.ZodObject<typeof batchesSearch>>

export interface BatchRow {
  id: string
  unit: string
  year: number
  number: number
  state: BatchState
  startsOn: PlainDate
  endsOn: PlainDate
  /** Open, and its last day has passed: it may be confirmed. */
  ended: boolean
  items: number
  openObjections: number
}

const PAGE = 30

/** The unit's publicity batches, the latest first; with what waits for one. */
export async function readBatches(
  actor: Actor,
  search: Search,
  now: Date,
): Promise<{ rows: BatchRow[]; accepted: number; next: string | null }> {
  const { q, state, after } = search
  const number = Number(q)
  const [rows, accepted] = await Promise.all([
    db.publicityBatch.findMany({
      where: {
        AND: [
          { organization: employerScope(actor, 'batch_see') },
          ...(state ? [{ state }] : []),
          ...(q
            ? [{ OR: [{ items: { some: { title: { contains: escapeLike(q) } } } }, ...(Number.isInteger(number) ? [{ number }] : [])] }]
            : []),
          ...(after ? [{ OR: [{ createdAt: { lt: new Date(after.at) } }, { createdAt: new Date(after.at), id: { lt: after.id } }] }] : []),
        ],
      },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: PAGE + 1,
      select: {
        id: true,
        year: true,
        number: true,
        state: true,
        startsOn: true,
        endsOn: true,
        createdAt: true,
        organization: { select: { name: true } },
        _count: { select: { items: true, objections: { where: { state: { in: statesIn('objection', 'blocking') } } } } },
      },
    }),
    countAccepted(actor),
  ])
  const today = dateInShanghai(now)
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  return {
    rows: shown.map((row) => {
      const endsOn = day(row.endsOn)
      return {
        id: row.id,
        unit: row.organization.name,
        year: row.year,
        number: row.number,
        state: row.state,
        startsOn: day(row.startsOn),
        endsOn,
        ended: isInGroup('batch', row.state, 'public') && today > endsOn,
        items: row._count.items,
        openObjections: row._count.objections,
      }
    }),
    accepted,
    next: rows.length > PAGE && last ? encodeCursor({ at: last.createdAt.toISOString(), id: last.id }) : null,
  }
}

/** How many records wait for a batch. */
function countAccepted(actor: Actor): Promise<number> {
  return countUpTo(501, (db) =>
    db
      .selectFrom('hour_record as t')
      .where(recordsInScope(actor, 'record_publicize'))
      .where('t.state', 'in', recordStatesIn('awaiting_publicity'))
      .where('t.escalated_at', 'is', null)
      .orderBy('t.waiting_since')
      .orderBy('t.id'),
  )
}
