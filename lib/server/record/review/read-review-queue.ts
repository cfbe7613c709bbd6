import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai, type PlainDate } from '@/lib/calendar/plain-date'
import { countWorkingDays } from '@/lib/calendar/working-days'
import { CATEGORIES, type Category, type Subject } from '@/lib/rules/types'
import { silenceEnds, statesIn } from '@/lib/workflow/state-groups'
import type { Prisma } from '@/prisma/generated/client/client'
import { db } from '../../database/db'
import { afterParam, behindTime, pagesOf } from '../../input/keyset'
import { enumParam, escapeLike, textParam } from '../../input/search'
import { readWorkCalendar } from '../../runtime/read-work-calendar'
import { recordScope } from '../scope'

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
  const scope = recordScope(actor, 'record_review')
  const inHands = { path: 'employer', escalatedAt: null } as const
  const waiting: Prisma.HourRecordWhereInput = {
    AND: [scope, { state: { in: statesIn('record', 'review') }, ...inHands }, ...filtersOf(search)],
  }
  const [found, total, accepted, calendar] = await Promise.all([
    db.hourRecord.findMany({
      where: { AND: [waiting, behindTime<Prisma.HourRecordWhereInput>('waitingSince', 'asc', search.after)] },
      orderBy: [{ waitingSince: 'asc' }, { id: 'asc' }],
      take: pages.take,
      select: {
        id: true,
        personId: true,
        title: true,
        category: true,
        subject: true,
        hours: true,
        waitingSince: true,
        person: {
          select: {
            name: true,
            employments: {
              where: { organizationId: actor.organizationId },
              orderBy: { fromOn: 'desc' },
              take: 1,
              select: { department: true },
            },
          },
        },
      },
    }),
    db.hourRecord.count({ where: waiting, orderBy: [{ waitingSince: 'asc' }, { id: 'asc' }], take: MAX_COUNTED + 1 }),
    db.hourRecord.count({
      where: { AND: [scope, { state: { in: statesIn('record', 'awaiting_publicity') }, ...inHands }] },
      orderBy: [{ waitingSince: 'asc' }, { id: 'asc' }],
      take: MAX_COUNTED + 1,
    }),
    readWorkCalendar(),
  ])
  const today = dateInShanghai(now)
  const { rows, next } = pages.cut(found, ({ waitingSince, id }) => [waitingSince, id])
  return {
    rows: rows.map((row): ReviewRow => {
      const since = row.waitingSince ? dateInShanghai(row.waitingSince) : null
      const until = since ? silenceEnds(calendar, since).until.on : null
      return {
        id: row.id,
        personName: row.person.name,
        department: row.person.employments[0]?.department ?? '',
        title: row.title,
        category: row.category,
        subject: row.subject,
        hours: Number(row.hours),
        waitingSince: since,
        silence: until ? { on: until, days: countWorkingDays(calendar, today, until).days } : null,
        isOwn: row.personId === actor.personId,
      }
    }),
    total: Math.min(total, MAX_COUNTED),
    more: total > MAX_COUNTED,
    accepted: Math.min(accepted, MAX_COUNTED),
    next,
  }
}

function filtersOf({ q, category }: Search): Prisma.HourRecordWhereInput[] {
  return [
    ...(q ? [{ OR: [{ person: { name: { contains: escapeLike(q) } } }, { title: { contains: escapeLike(q) } }] }] : []),
    ...(category ? [{ category }] : []),
  ]
}
