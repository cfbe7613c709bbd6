import 'server-only'
import { pool } from '../database/db'
import { readLastEvent } from '../database/read-last-event'
import { ExpectedError } from '../input/errors'
import { StaleLedger } from './fresh-ledgers'
import type { TransitionWrite } from './plan'
import { TABLE_OF } from './tables'

/** Who was first: names the latest event of a thing that no longer stands as it was read. */
export async function describeConflict(transitions: readonly TransitionWrite[]): Promise<Error> {
  const moved: string[] = []
  let stateMoved = false
  for (const table of new Set(transitions.map((write) => TABLE_OF[write.machine]))) {
    const asRead = transitions.flatMap((write) =>
      write.from !== null && TABLE_OF[write.machine] === table ? [{ id: write.id, version: write.version, from: write.from }] : [],
    )
    const { rows } = await pool.query<{ id: string; same_state: boolean }>(
      `SELECT r.id, r.state::text = t.from AS same_state FROM jsonb_to_recordset($1) AS t(id uuid, version int, "from" text)
       JOIN ${table} r ON r.id = t.id WHERE r.version <> t.version`,
      [JSON.stringify(asRead)],
    )
    moved.push(...rows.map((row) => row.id))
    stateMoved ||= rows.some((row) => table !== 'year' || !row.same_state)
  }
  // A year with another version in the same state has only had its ledger rewritten: nobody acted on it.
  if (moved.length > 0 && !stateMoved) return new StaleLedger('year')
  return new ExpectedError({ code: 'conflict', ...(await readLastEvent(moved)) })
}
