import 'server-only'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai, type PlainDate } from '@/lib/calendar/plain-date'
import { db } from '../database/db'
import { day } from '../database/plain-dates'
import { forbidden, notFound } from '../input/errors'
import { type CalendarDayRow, type ChangeContent, changeContent, readCalendarRows, rowsAfter, toWorkCalendar } from './change-content'
import type { Move, Stream, WaitsFor } from './moved-deadline-types'
import { planMoves } from './plan-moves'

export interface CoveredYear {
  year: number
  notice: string
  noticeOn: PlainDate | null
  source: string
  off: number
  worked: number
  local: number
}

/** The years that are covered, the latest first. */
export async function readCoveredYears(actor: Actor): Promise<CoveredYear[]> {
  if (!can(actor, 'calendar_edit', {})) throw forbidden()
  const [years, { days }] = await Promise.all([db.calendarYear.findMany({ orderBy: { year: 'desc' } }), readCalendarRows()])
  return years.map(({ year, notice, noticeOn, source }) => {
    const mine = days.filter((day) => day.date.startsWith(`${year}-`))
    const count = (fits: (day: CalendarDayRow) => boolean) => mine.filter(fits).length
    return {
      ...{ year, notice, source, noticeOn: day(noticeOn) },
      ...{ off: count((day) => !day.worked), worked: count((day) => day.worked), local: count((day) => day.local) },
    }
  })
}

export interface YearOfDays extends CoveredYear {
  days: CalendarDayRow[]
}

/** One covered year with its days. */
export async function readCalendarYear(actor: Actor, year: number): Promise<YearOfDays> {
  const [years, { days }] = await Promise.all([readCoveredYears(actor), readCalendarRows()])
  const row = years.find((candidate) => candidate.year === year)
  if (!row) throw notFound()
  return { ...row, days: days.filter((day) => day.date.startsWith(`${year}-`)) }
}

/** Deadlines of one kind in one queue that moved from one day to another. */
export interface MoveGroup {
  key: string
  stream: Stream
  waitsFor: WaitsFor
  organization: string | null
  regionCode: string | null
  from: PlainDate
  to: PlainDate
  count: number
}

export interface CalendarChangeView {
  id: string
  year: number
  content: ChangeContent
  /** The year's days as they are with the change. */
  days: CalendarDayRow[]
  appliedOn: PlainDate | null
  /** Another change came first: this one can no longer be put into force. */
  overtaken: boolean
  groups: MoveGroup[]
  moved: number
  /** Before it is in force: deadlines that stay where they are and become certain. */
  settled: number
}

/** A change with what it moved, or would move if it were put into force now. */
export async function readCalendarChange(actor: Actor, id: string, now: Date): Promise<CalendarChangeView> {
  if (!can(actor, 'calendar_edit', {})) throw forbidden()
  const change = await db.calendarChange.findUnique({ where: { id } })
  if (!change) throw notFound()
  const [row, rows] = await Promise.all([db.calendarYear.findUnique({ where: { year: change.year } }), readCalendarRows()])
  const content = changeContent.parse(change.content)
  const overtaken = change.appliedAt === null && (row?.version ?? 0) !== change.baseVersion
  const after = change.appliedAt === null ? rowsAfter(rows, change.year, content) : rows
  const planned =
    change.appliedAt === null && !overtaken ? await planMoves(toWorkCalendar(rows), toWorkCalendar(after), dateInShanghai(now)) : []
  const groups = change.appliedAt === null ? await grouped(planned) : await stored(id)
  return {
    ...{ id, year: change.year, content, overtaken, groups },
    days: after.days.filter((day) => day.date.startsWith(`${change.year}-`)),
    appliedOn: change.appliedAt && dateInShanghai(change.appliedAt),
    moved: groups.reduce((sum, group) => sum + group.count, 0),
    settled: planned.filter((move) => move.from === move.to && !move.provisional).length,
  }
}

type Kept = Pick<Move, 'stream' | 'waitsFor' | 'organizationId' | 'regionCode' | 'from' | 'to'>

async function stored(changeId: string): Promise<MoveGroup[]> {
  const rows = await db.deadlineMove.findMany({ where: { changeId } })
  return grouped(
    rows.map(({ stream, waitsFor, organizationId, regionCode, fromOn, toOn }) => ({
      ...{ stream: stream as Stream, waitsFor: waitsFor as WaitsFor, organizationId, regionCode, from: day(fromOn), to: day(toOn) },
    })),
  )
}

/** By queue: what waits at an employer under its name, what waits at a bureau under its region. */
async function grouped(moves: readonly Kept[]): Promise<MoveGroup[]> {
  const moved = moves.filter((move) => move.from !== move.to)
  const named = (move: Kept) => move.waitsFor === 'employer' || move.waitsFor === 'everyone'
  const units = await db.organization.findMany({
    where: { id: { in: [...new Set(moved.flatMap((move) => (named(move) && move.organizationId ? [move.organizationId] : [])))] } },
    select: { id: true, name: true },
  })
  const names = new Map(units.map((unit) => [unit.id, unit.name]))
  const groups = Map.groupBy(moved, (move) =>
    [move.from, move.stream, move.waitsFor, named(move) ? move.organizationId : move.regionCode, move.to].join(' '),
  )
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, [first, ...others]]) =>
      first
        ? [
            {
              ...{ key, stream: first.stream, waitsFor: first.waitsFor, from: first.from, to: first.to, count: 1 + others.length },
              organization: named(first) ? (names.get(first.organizationId ?? '') ?? null) : null,
              regionCode: named(first) ? null : first.regionCode,
            },
          ]
        : [],
    )
}
