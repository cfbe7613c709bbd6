import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai, type PlainDate } from '@/lib/calendar/plain-date'
import { isInGroup, recordStatesIn, statesIn } from '@/lib/workflow/state-groups'
import { BATCH_STATES, type BatchState } from '@/lib/workflow/states'
import type { Prisma } from '@/prisma/generated/client/client'
import { db } from '../database/db'
import { day } from '../database/plain-dates'
import { countUpTo } from '../find/queue'
import { afterParam, behindTime, pagesOf } from '../input/keyset'
import { enumParam, escapeLike, textParam } from '../input/search'
import { recordsInScope } from '../record/scope'
import { employerScope } from './scope'

export const batchesSearch = {
  q: textParam(),
  state: enumParam(BATCH_STATES),
  after: afterParam('instant'),
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

const pages = pagesOf(30)

/** The unit's publicity batches, the latest first; with what waits for one. */
export async function readBatches(
  actor: Actor,
  search: Search,
  now: Date,
): Promise<{ rows: BatchRow[]; accepted: number; next: string | null }> {
  const { q, state, after } = search
  const number = Number(q)
  const [found, accepted] = await Promise.all([
    db.publicityBatch.findMany({
      where: {
        AND: [
          { organization: employerScope(actor, 'batch_see') },
          ...(state ? [{ state }] : []),
          ...(q
            ? [{ OR: [{ items: { some: { title: { contains: escapeLike(q) } } } }, ...(Number.isInteger(number) ? [{ number }] : [])] }]
            : []),
          behindTime<Prisma.PublicityBatchWhereInput>('createdAt', 'desc', after),
        ],
      },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: pages.take,
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
  const { rows, next } = pages.cut(found, ({ createdAt, id }) => [createdAt, id])
  return {
    rows: rows.map((row) => {
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
    next,
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
