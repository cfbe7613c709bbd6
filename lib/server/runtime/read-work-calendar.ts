import 'server-only'
import type { PlainDate } from '@/lib/calendar/plain-date'
import type { WorkCalendar } from '@/lib/calendar/working-days'
import { statement } from '../database/statement'

const KEPT_MS = 10_000

const daysOfYears = statement('work-calendar', (db, _: object) =>
  db.selectFrom('calendar_year as y').leftJoin('calendar_day as d', 'd.year', 'y.year').select(['y.year', 'd.date', 'd.worked']),
)

// One copy a process, over all bundles of the server: whoever changes the tables forgets it for all of them.
const world = globalThis as typeof globalThis & { xueshiCalendar?: { calendar: WorkCalendar; until: number } | undefined }

/** The working-day calendar as the database has it: covered years, days off, make-up and local days. Kept for some seconds. */
export async function readWorkCalendar(): Promise<WorkCalendar> {
  const kept = world.xueshiCalendar
  if (kept && kept.until > Date.now()) return kept.calendar
  const rows = await daysOfYears({})
  const holidays = new Set<PlainDate>()
  const makeUpDays = new Set<PlainDate>()
  for (const { date, worked } of rows) if (date) (worked ? makeUpDays : holidays).add(date)
  const calendar: WorkCalendar = { coveredYears: new Set(rows.map((row) => row.year)), holidays, makeUpDays }
  world.xueshiCalendar = { calendar, until: Date.now() + KEPT_MS }
  return calendar
}

/** After a change of the tables: the next reader reads them anew. */
export function forgetWorkCalendar(): void {
  world.xueshiCalendar = undefined
}
