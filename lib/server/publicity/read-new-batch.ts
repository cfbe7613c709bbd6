import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { addDays, dateInShanghai, type PlainDate } from '@/lib/calendar/plain-date'
import type { Category, Subject } from '@/lib/rules/types'
import { recordStatesIn } from '@/lib/workflow/state-groups'
import type { Prisma } from '@/prisma/generated/client/client'
import { db } from '../database/db'
import { notFound } from '../input/errors'
import { afterParam, behindTime, pagesOf } from '../input/keyset'
import { escapeLike, textParam } from '../input/search'
import { recordScope } from '../record/scope'
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
  const { q, after } = search
  const [period, found] = await Promise.all([
    periodIfOpenedNow(unit, now),
    db.hourRecord.findMany({
      where: {
        AND: [
          recordScope(actor, 'record_publicize'),
          { state: { in: recordStatesIn('awaiting_publicity') }, path: 'employer', escalatedAt: null },
          ...(q ? [{ OR: [{ person: { name: { contains: escapeLike(q) } } }, { title: { contains: escapeLike(q) } }] }] : []),
          behindTime<Prisma.HourRecordWhereInput>('waitingSince', 'asc', after),
        ],
      },
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
  ])
  const { rows, next } = pages.cut(found, ({ waitingSince, id }) => [waitingSince, id])
  return {
    rows: rows.map((row) => ({
      id: row.id,
      personName: row.person.name,
      department: row.person.employments[0]?.department ?? '',
      title: row.title,
      category: row.category,
      subject: row.subject,
      hours: Number(row.hours),
      acceptedOn: row.waitingSince ? dateInShanghai(row.waitingSince) : null,
      isOwn: row.personId === actor.personId,
    })),
    period,
    confirmFrom: addDays(period.endsOn, 1),
    unit: unit.name,
    contact: [unit.contact, unit.phone].filter(Boolean).join(' '),
    inPublic: unit.publicityInPublic,
    next,
  }
}
