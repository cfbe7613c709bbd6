import 'server-only'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { z } from 'zod'
import { type PlainDate, plainDate } from '@/lib/calendar/plain-date'
import type { WorkCalendar } from '@/lib/calendar/working-days'
import { arrayOf, type Queryable, statement } from '../database/statement'

/** A day that differs from Monday–Friday, as the tables have it. */
export interface CalendarDayRow {
  date: PlainDate
  worked: boolean
  name: string
  /** A day of this city alone, by the document. */
  local: boolean
  document: string
}

export interface CalendarRows {
  years: number[]
  days: CalendarDayRow[]
}

const date = z.string().transform(plainDate)
const namedDay = z.object({ date, name: z.string() })
const yearContent = z.object({
  act: z.literal('year'),
  notice: z.string(),
  noticeOn: date,
  source: z.string(),
  off: z.array(namedDay),
  worked: z.array(namedDay),
})
const localContent = z.object({ act: z.enum(['local', 'local_end']), date, worked: z.boolean(), name: z.string(), document: z.string() })

export const changeContent = z.discriminatedUnion('act', [yearContent, localContent])
export type ChangeContent = z.infer<typeof changeContent>

const calendarRows = statement('calendar-rows', (db, _: object) =>
  db.selectNoFrom((eb) => [
    arrayOf(eb.selectFrom('calendar_year').select('year').orderBy('year')).as('years'),
    jsonArrayFrom(eb.selectFrom('calendar_day').select(['date', 'worked', 'name', 'local', 'document']).orderBy('date')).as('days'),
  ]),
)

/** All of it: some hundred rows. */
export async function readCalendarRows(on?: Queryable): Promise<CalendarRows> {
  const [rows] = await calendarRows({}, on)
  return rows ?? { years: [], days: [] }
}

/** The tables as they would be after the change. The local days of a year stay when its notice is entered again. */
export function rowsAfter(rows: CalendarRows, year: number, content: ChangeContent): CalendarRows {
  if (content.act === 'year') {
    const kept = rows.days.filter((day) => day.local || !day.date.startsWith(`${year}-`))
    const row = (worked: boolean) => (day: { date: PlainDate; name: string }) => ({ ...day, worked, local: false, document: '' })
    const days = [...kept, ...content.off.map(row(false)), ...content.worked.map(row(true))]
    return { years: [...new Set([...rows.years, year])], days: days.sort((a, b) => (a.date < b.date ? -1 : 1)) }
  }
  const others = rows.days.filter((day) => day.date !== content.date)
  if (content.act === 'local_end') return { ...rows, days: others }
  const { act: _, ...day } = content
  return { ...rows, days: [...others, { ...day, local: true }].sort((a, b) => (a.date < b.date ? -1 : 1)) }
}

export function toWorkCalendar({ years, days }: CalendarRows): WorkCalendar {
  const of = (worked: boolean) => new Set(days.filter((day) => day.worked === worked).map((day) => day.date))
  return { coveredYears: new Set(years), holidays: of(false), makeUpDays: of(true) }
}
