import 'server-only'
import { pool } from '../database/db'

export interface BrokenLink {
  table: 'event' | 'audit'
  streamId: string
  seq: number
}

/** Every event and audit row whose hash, number or link to the row before it does not hold. Reads the whole; for tests, restore and the auditor. */
export async function verifyChains(): Promise<BrokenLink[]> {
  const broken: BrokenLink[] = []
  for (const table of ['event', 'audit'] as const) {
    const { rows } = await pool.query<{ streamId: string; seq: number }>(
      `SELECT stream_id AS "streamId", seq FROM (
         SELECT e.*, lag(e.hash) OVER w AS before, row_number() OVER w AS place, ${table}_hash(e.row) AS computed
         FROM (SELECT t AS row, t.* FROM ${table} t) e WINDOW w AS (PARTITION BY e.stream_id ORDER BY e.seq)) chain
       WHERE computed <> hash OR previous <> coalesce(before, '\\x'::bytea) OR place <> seq`,
    )
    broken.push(...rows.map((row) => ({ table, ...row })))
  }
  return broken
}
