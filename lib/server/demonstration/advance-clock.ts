import 'server-only'
import { pool } from '../database/db'
import { notFound } from '../input/errors'
import { readDemonstration } from './read-demonstration'

const DAY_MS = 86_400_000
const MAX_DAYS = 31

/** Moves the demonstration's day forward, never back. */
export async function advanceClock(days: number): Promise<void> {
  if (!(await readDemonstration()) || !Number.isInteger(days) || days < 1 || days > MAX_DAYS) throw notFound()
  await pool.query(
    `UPDATE setting SET value = jsonb_set(value, '{offsetMs}', to_jsonb((value->>'offsetMs')::bigint + $1)), changed_at = now()
     WHERE key = 'demonstration'`,
    [days * DAY_MS],
  )
}
