import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai, type PlainDate } from '@/lib/calendar/plain-date'
import { countWorkingDays } from '@/lib/calendar/working-days'
import { isInGroup, statesIn } from '@/lib/workflow/state-groups'
import type { CaseState } from '@/lib/workflow/states'
import type { Prisma } from '@/prisma/generated/client/client'
import { db } from '../database/db'
import { day } from '../database/plain-dates'
import { nameFor } from '../find/visible-name'
import { afterParam, behindTime, pagesOf } from '../input/keyset'
import { enumParam, escapeLike, textParam } from '../input/search'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import { caseScope } from './scope'

const CASE_FILTERS = ['waiting', 'overdue', 'answered'] as const
export const CASE_KINDS = ['missing', 'not_mine', 'arrival'] as const

export const casesSearch = {
  q: textParam(),
  show: enumParam(CASE_FILTERS),
  after: afterParam('instant'),
}
type Search = z.infer<z.ZodObject<typeof casesSearch>>

export interface CaseRow {
  id: string
  kind: (typeof CASE_KINDS)[number]
  state: CaseState
  /** Of the training or of the record. */
  title: string
  personName: string
  raisedOn: PlainDate
  outcome: string | null
  /** Who was asked: the provider or employer; null where only the bureau is. */
  askedOf: string | null
  due: { on: PlainDate; days: number; provisional: boolean } | null
}

const pages = pagesOf()

/** Cases in reach: what waits by its due date, everything else by when it was raised, the latest first. */
export async function readCases(
  actor: Actor,
  search: Search,
  now: Date,
): Promise<{ rows: CaseRow[]; next: string | null; overdue: number; any: boolean }> {
  const { q, show, after } = search
  const today = dateInShanghai(now)
  const byDue = show === 'waiting' || show === 'overdue'
  const late = { state: { in: statesIn('case', 'awaiting_answer') }, dueOn: { lt: new Date(today) } }
  const scope = caseScope(actor)
  const words = { contains: escapeLike(q), mode: 'insensitive' as const }
  const [found, calendar, overdue, any] = await Promise.all([
    db.caseFile.findMany({
      where: {
        AND: [
          scope,
          show === 'overdue' ? late : {},
          show === 'waiting' ? { state: { in: statesIn('case', 'awaiting_answer') } } : {},
          show === 'answered' ? { state: { notIn: statesIn('case', 'awaiting_answer') } } : {},
          q ? { OR: [{ person: { name: words } }, { filing: { title: words } }, { record: { title: words } }] } : {},
          behindTime<Prisma.CaseFileWhereInput>(byDue ? 'dueOn' : 'createdAt', byDue ? 'asc' : 'desc', after),
        ],
      },
      orderBy: byDue ? [{ dueOn: 'asc' }, { id: 'asc' }] : [{ createdAt: 'desc' }, { id: 'desc' }],
      take: pages.take,
      select: {
        id: true,
        kind: true,
        state: true,
        outcome: true,
        organizationId: true,
        dueOn: true,
        dueProvisional: true,
        createdAt: true,
        person: { select: { name: true } },
        record: { select: { title: true } },
        filing: { select: { title: true, provider: { select: { name: true } } } },
      },
    }),
    readWorkCalendar(),
    db.caseFile.count({ where: { AND: [scope, late] } }),
    db.caseFile.findFirst({ where: scope, select: { id: true } }),
  ])
  const { rows, next } = pages.cut(found, ({ dueOn, createdAt, id }) => [byDue ? dueOn : createdAt, id])
  return {
    rows: rows.map(({ person, record, filing, dueOn, dueProvisional, createdAt, organizationId, ...row }): CaseRow => {
      const on = isInGroup('case', row.state, 'awaiting_answer') ? day(dueOn) : null
      return {
        ...row,
        title: record?.title ?? filing?.title ?? '',
        personName: nameFor(actor, person.name),
        raisedOn: dateInShanghai(createdAt),
        askedOf: organizationId ? (filing?.provider?.name ?? null) : null,
        due: on ? { on, days: countWorkingDays(calendar, today, on).days, provisional: dueProvisional } : null,
      }
    }),
    next,
    overdue,
    any: any !== null,
  }
}
