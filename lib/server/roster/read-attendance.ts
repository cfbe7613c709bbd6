import 'server-only'
import { type PlainDate, plainDate } from '@/lib/calendar/plain-date'
import type { Locale } from '@/lib/i18n/locales'
import { pool } from '../database/db'
import { isUuid } from '../database/ids'
import { notFound } from '../input/errors'
import type { AttendanceData } from '../print/render-attendance'

interface Row extends Omit<AttendanceData, 'language' | 'confirmedOn' | 'days' | 'trainingDays'> {
  days: string
  trainingDays: string
  confirmedOn: PlainDate
}

const KEY = 'roster:'

/** The line that a proof's key stands for; null where its bytes lie in the file store. Who may see it was asked of its record. */
export function lineOfProof(storageKey: string): string | null {
  const line = storageKey.startsWith(KEY) ? storageKey.slice(KEY.length) : ''
  return isUuid(line) ? line : null
}

/** A line as it is printed, for whoever was let through to its record. */
export async function readAttendance(rowId: string, language: Locale): Promise<AttendanceData> {
  const { rows } = await pool.query<Row>({
    name: 'attendance',
    text: `SELECT x.name, x.number_mask AS "numberMask", f.title, f.number AS "filingNumber", coalesce(o.name, '') AS organizer, f.place,
        f.starts_on AS "startsOn", f.ends_on AS "endsOn", f.days AS "trainingDays", x.days, x.result, coalesce(x.completed_on, f.ends_on) AS "completedOn",
        x.line, (SELECT to_char(e.at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') FROM event e WHERE e.stream = 'roster' AND e.stream_id = x.roster_id AND e.event = 'confirm'
          ORDER BY e.seq LIMIT 1) AS "confirmedOn"
      FROM roster_row x JOIN roster t ON t.id = x.roster_id JOIN filing f ON f.id = t.filing_id LEFT JOIN organization o ON o.id = f.provider_id
      WHERE x.id = $1`,
    values: [rowId],
  })
  const [row] = rows
  if (!row?.confirmedOn) throw notFound()
  return {
    ...row,
    language,
    days: Number(row.days),
    trainingDays: Number(row.trainingDays),
    confirmedOn: plainDate(row.confirmedOn),
  }
}
