import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai } from '@/lib/calendar/plain-date'
import { CATEGORIES, type Category, type Subject, type YearResult } from '@/lib/rules/types'
import { isInGroup, recordStatesIn } from '@/lib/workflow/state-groups'
import { RECORD_STATES, type RecordState } from '@/lib/workflow/states'
import type { Prisma } from '@/prisma/generated/client/client'
import { db } from '../database/db'
import { day } from '../database/plain-dates'
import { afterParam, behindTime, pagesOf } from '../input/keyset'
import { enumParam, escapeLike, textParam } from '../input/search'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import { rosterCreatedIds } from './read-roster-made'
import { type Waiting, waitingOf } from './waiting'

/** Groups of states a person asks for, besides each state itself. */
export const RECORD_FILTERS = ['mine', 'pending', ...RECORD_STATES] as const

export const recordsSearch = {
  q: textParam(),
  state: enumParam(RECORD_FILTERS),
  category: enumParam(CATEGORIES),
  year: z.coerce.number().int().min(1900).max(2999).nullable().catch(null),
  after: afterParam('instant'),
}
export type RecordsSearch = z.infer<z.ZodObject<typeof recordsSearch>>

export interface RecordRow {
  id: string
  title: string
  category: Category
  option: string | null
  subject: Subject | null
  year: number
  startedOn: string | null
  completedOn: string | null
  hours: number
  /** What its year takes of it; null where it is not registered. */
  counted: number | null
  state: RecordState
  changedAt: string
  organizationName: string | null
  /** A draft that a roster made: the person is asked whether it is right. */
  toAnswer: boolean
  waiting: Waiting
}

const pages = pagesOf(20)

/** One's own records, the last changed first. */
export async function readMyRecords(
  actor: Actor,
  search: RecordsSearch,
  now: Date,
): Promise<{ rows: RecordRow[]; next: string | null; any: boolean }> {
  const personId = actor.personId ?? ''
  const [found, calendar] = await Promise.all([
    db.hourRecord.findMany({
      where: { AND: [{ personId }, filterOf(search), behindTime<Prisma.HourRecordWhereInput>('changedAt', 'desc', search.after)] },
      orderBy: [{ changedAt: 'desc' }, { id: 'desc' }],
      take: pages.take,
      select: {
        id: true,
        title: true,
        category: true,
        option: true,
        subject: true,
        year: true,
        startedOn: true,
        completedOn: true,
        hours: true,
        state: true,
        changedAt: true,
        path: true,
        escalatedAt: true,
        dueOn: true,
        waitingSince: true,
        decidedOn: true,
        appealsUsed: true,
        organization: { select: { name: true } },
        batch: { select: { endsOn: true } },
      },
    }),
    readWorkCalendar(),
  ])
  const { rows, next } = pages.cut(found, ({ changedAt, id }) => [changedAt, id])
  const today = dateInShanghai(now)
  const [listed, counted] = await Promise.all([
    rosterCreatedIds(rows.flatMap(({ id, state }) => (isInGroup('record', state, 'draft') ? [id] : []))),
    readCounted(personId, [...new Set(rows.flatMap(({ year, state }) => (isInGroup('record', state, 'counts') ? [year] : [])))]),
  ])
  const shown = rows.map(
    ({ organization, batch, path, escalatedAt, dueOn, waitingSince, decidedOn, appealsUsed, ...row }): RecordRow => ({
      ...row,
      startedOn: day(row.startedOn),
      completedOn: day(row.completedOn),
      hours: Number(row.hours),
      counted: counted.get(row.id) ?? null,
      changedAt: row.changedAt.toISOString(),
      organizationName: organization?.name ?? null,
      toAnswer: listed.has(row.id),
      waiting: waitingOf(
        {
          state: row.state,
          path,
          escalated: escalatedAt !== null,
          dueOn: day(dueOn),
          waitingSince: waitingSince && dateInShanghai(waitingSince),
          periodEndsOn: day(batch?.endsOn),
          decidedOn: day(decidedOn),
          appealsUsed,
        },
        today,
        calendar,
      ),
    }),
  )
  const any = shown.length > 0 || (await db.hourRecord.findFirst({ where: { personId }, select: { id: true } })) !== null
  return { rows: shown, next, any }
}

/** What these years take of their records, by record. */
async function readCounted(personId: string, years: readonly number[]): Promise<Map<string, number>> {
  if (years.length === 0) return new Map()
  const rows = await db.year.findMany({ where: { personId, year: { in: [...years] } }, select: { result: true } })
  return new Map(rows.flatMap(({ result }) => (result as unknown as YearResult).lines.map((line) => [line.id, line.counted] as const)))
}

function filterOf({ q, state, category, year }: RecordsSearch): Prisma.HourRecordWhereInput {
  const states =
    state === null ? null : state === 'mine' ? recordStatesIn('editable') : state === 'pending' ? recordStatesIn('pending') : [state]
  return {
    ...(states ? { state: { in: states } } : {}),
    ...(category ? { category } : {}),
    ...(year ? { year } : {}),
    ...(q ? { OR: [{ title: holding(q) }, { organizer: holding(q) }] } : {}),
  }
}

function holding(q: string): Prisma.StringFilter {
  return { contains: escapeLike(q), mode: 'insensitive' }
}
