import 'server-only'
import { sql } from 'kysely'
import type { Locale } from '@/lib/i18n/locales'
import { isUuid } from '../database/ids'
import { dayOf, float, statement } from '../database/statement'
import { notFound } from '../input/errors'
import type { AttendanceData } from '../print/render-attendance'

const KEY = 'roster:'

/** The line that a proof's key stands for; null where its bytes lie in the file store. Who may see it was asked of its record. */
export function lineOfProof(storageKey: string): string | null {
  const line = storageKey.startsWith(KEY) ? storageKey.slice(KEY.length) : ''
  return isUuid(line) ? line : null
}

const byLine = statement('attendance', (db, given: { rowId: string }) =>
  db
    .selectFrom('roster_row as x')
    .innerJoin('roster as t', 't.id', 'x.roster_id')
    .innerJoin('filing as f', 'f.id', 't.filing_id')
    .leftJoin('organization as o', 'o.id', 'f.provider_id')
    .select(['x.name', 'x.number_mask as numberMask', 'x.result', 'x.line', 'f.title', 'f.number as filingNumber', 'f.place'])
    .select(['f.starts_on as startsOn', 'f.ends_on as endsOn'])
    .select((eb) => [
      eb.fn.coalesce('o.name', sql.lit('')).as('organizer'),
      float(eb.ref('f.days')).as('trainingDays'),
      float(eb.ref('x.days')).as('days'),
      eb.fn.coalesce('x.completed_on', 'f.ends_on').as('completedOn'),
      eb
        .selectFrom('event as e')
        .select((e) => dayOf(e.ref('e.at')).as('day'))
        .where('e.stream', '=', 'roster')
        .whereRef('e.stream_id', '=', 'x.roster_id')
        .where('e.event', '=', 'confirm')
        .orderBy('e.seq')
        .limit(1)
        .as('confirmedOn'),
    ])
    .where('x.id', '=', given.rowId),
)

/** A line as it is printed, for whoever was let through to its record. */
export async function readAttendance(rowId: string, language: Locale): Promise<AttendanceData> {
  const [row] = await byLine({ rowId })
  if (!row?.confirmedOn) throw notFound()
  return { ...row, language, days: row.days ?? 0, confirmedOn: row.confirmedOn }
}
