import 'server-only'
import { z } from 'zod'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/access/types'
import { parseYearDays } from '@/lib/calendar/parse-year-days'
import { yearOf } from '@/lib/calendar/plain-date'
import { isWorkingDay } from '@/lib/calendar/working-days'
import { db } from '../database/db'
import { newId } from '../database/ids'
import { type FieldProblem, forbidden, invalid, notFound } from '../input/errors'
import { choice, date, number, optionalText, text } from '../input/fields'
import { type ChangeContent, readCalendarRows, toWorkCalendar } from './change-content'

/** Years that a notice may be entered for. */
const FIRST_COVERED = 2004
const LAST_COVERED = 2100
const MAX_TEXT = 3000
const MAX_PROBLEMS = 12

export const proposeYearInput = z.strictObject({
  year: number({ least: FIRST_COVERED, most: LAST_COVERED, step: 1 }),
  notice: text(80),
  noticeOn: date(),
  source: optionalText(200),
  days: text(MAX_TEXT, { lines: true }),
})

export const proposeLocalDayInput = z.strictObject({ date: date(), kind: choice(['off', 'worked']), name: text(40), document: text(200) })

export const proposeLocalEndInput = z.strictObject({ date: date() })

interface When {
  now: Date
}

/** The days of a year by the State Council's notice, new or entered again. Nothing counts by them before it is put into force. */
export async function proposeYear(actor: Actor, input: z.infer<typeof proposeYearInput>, { now }: When): Promise<{ id: string }> {
  if (!can(actor, 'calendar_edit', {})) throw forbidden()
  const { year, days: typed, ...notice } = input
  const parsed = parseYearDays(year, typed)
  if (!parsed.ok)
    throw invalid({
      days: together(
        parsed.problems.map(({ code, line, text: about }) => ({ key: `days.${code}`, values: { line, about, year: String(year) } })),
      ),
    })
  const named = new Set([...parsed.days.off, ...parsed.days.worked].map((day) => day.date))
  const local = (await readCalendarRows()).days.filter((day) => day.local && named.has(day.date))
  if (local.length > 0) throw invalid({ days: together(local.map((day) => ({ key: 'days.local_there', values: { about: day.date } }))) })
  return propose(actor, year, { act: 'year', ...notice, ...parsed.days }, now)
}

/** A day that this city alone works or has off, by a document of its own. */
export async function proposeLocalDay(actor: Actor, input: z.infer<typeof proposeLocalDayInput>, { now }: When): Promise<{ id: string }> {
  if (!can(actor, 'calendar_edit', {})) throw forbidden()
  const rows = await readCalendarRows()
  const year = yearOf(input.date)
  if (!rows.years.includes(year)) throw invalid({ date: { key: 'days.year_not_covered', values: { year: String(year) } } })
  if (rows.days.some((day) => day.local && day.date === input.date))
    throw invalid({ date: { key: 'days.local_there', values: { about: input.date } } })
  if (rows.days.some((day) => day.date === input.date))
    throw invalid({ date: { key: 'days.named_by_notice', values: { about: input.date } } })
  const works = isWorkingDay(toWorkCalendar(rows), input.date)
  if (works === (input.kind === 'worked'))
    throw invalid({ date: { key: works ? 'days.works_already' : 'days.off_already', values: { about: input.date } } })
  const { kind, ...day } = input
  return propose(actor, year, { act: 'local', ...day, worked: kind === 'worked' }, now)
}

/** Takes a local day out again. */
export async function proposeLocalEnd(actor: Actor, input: z.infer<typeof proposeLocalEndInput>, { now }: When): Promise<{ id: string }> {
  if (!can(actor, 'calendar_edit', {})) throw forbidden()
  const day = (await readCalendarRows()).days.find((candidate) => candidate.local && candidate.date === input.date)
  if (!day) throw notFound()
  const { local: _, ...content } = day
  return propose(actor, yearOf(input.date), { act: 'local_end', ...content }, now)
}

async function propose(actor: Actor, year: number, content: ChangeContent, now: Date): Promise<{ id: string }> {
  const row = await db.calendarYear.findUnique({ where: { year }, select: { version: true } })
  const id = newId()
  await db.calendarChange.create({
    data: { id, year, act: content.act, content, baseVersion: row?.version ?? 0, proposedBy: actor.accountId ?? '', proposedAt: now },
  })
  return { id }
}

/** All problems of one field, as many as a person reads at once. */
function together(problems: readonly FieldProblem[]): FieldProblem {
  const [first, ...more] = problems.slice(0, MAX_PROBLEMS)
  if (!first) throw new RangeError('no problem')
  return { ...first, more }
}
