import 'server-only'
import { z } from 'zod'
import { type PlainDate, plainDate } from '@/lib/calendar/plain-date'
import type { WorkCalendar } from '@/lib/calendar/working-days'
import type { Prisma } from '@/prisma/generated/client/client'

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

/** All of it: some hundred rows. */
export async function readCalendarRows(client: Pick<Prisma.TransactionClient, 'calendarYear' | 'calendarDay'>): Promise<CalendarRows> {
  const [years, days] = await Promise.all([
    client.calendarYear.findMany({ select: { year: true }, orderBy: { year: 'asc' } }),
    client.calendarDay.findMany({
      select: { date: true, worked: true, name: true, local: true, document: true },
      orderBy: { date: 'asc' },
    }),
  ])
  return {
    years: years.map(({ year }) => year),
    days: days.map((day) => ({ ...day, date: plainDate(day.date.toISOString().slice(0, 10)) })),
  }
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
