import 'server-only'
import type { Category } from '@/lib/rules/types'
import { statesIn } from '@/lib/workflow/state-groups'
import type { RecordState } from '@/lib/workflow/states'
import { pool } from '../database/db'

/** A record of the year that was decided against: its hours do not count, and why. */
export interface RejectedRecord {
  id: string
  title: string
  category: Category
  hours: number
  state: RecordState
  at: string | null
  reason: string | null
}

/** When the certification of a year was revoked, and why. */
export interface Revocation {
  at: string
  reason: string | null
}

const MOST = 100

/** The records of a person's year that were rejected or revoked, the last decided first. */
export async function readRejected(personId: string, year: number): Promise<RejectedRecord[]> {
  const { rows } = await pool.query<Omit<RejectedRecord, 'at'> & { at: Date | null }>({
    name: 'lost-records',
    text: `SELECT r.id, r.title, r.category, r.hours::float AS hours, r.state, e.at, e.reason
      FROM hour_record r LEFT JOIN LATERAL (
        SELECT at, reason FROM event WHERE stream_id = r.id AND to_state = r.state::text ORDER BY seq DESC LIMIT 1) e ON true
      WHERE r.person_id = $1 AND r.year = $2 AND r.state::text = ANY($3) ORDER BY e.at DESC NULLS LAST, r.id LIMIT ${MOST}`,
    values: [personId, year, statesIn('record', 'decided_against')],
  })
  return rows.map((row) => ({ ...row, at: row.at?.toISOString() ?? null }))
}

/** Of a year that is revoked. */
export async function readRevocation(yearId: string): Promise<Revocation | null> {
  const { rows } = await pool.query<{ at: Date; reason: string | null }>({
    name: 'year-revocation',
    text: `SELECT at, reason FROM event WHERE stream_id = $1 AND event = 'revoke' ORDER BY seq DESC LIMIT 1`,
    values: [yearId],
  })
  const [row] = rows
  return row ? { at: row.at.toISOString(), reason: row.reason } : null
}
