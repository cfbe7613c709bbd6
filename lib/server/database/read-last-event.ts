import 'server-only'
import type { Machine } from '@/lib/workflow/states'
import { pool } from './db'

export interface LastAct {
  by: string | null
  machine: Machine | null
  event: string | null
  at: Date | null
}

/** The latest event of any of these things: who did what, when. */
export async function readLastEvent(ids: readonly string[]): Promise<LastAct> {
  const { rows } = await pool.query<{ display_name: string | null; stream: Machine; event: string; at: Date }>(
    `SELECT a.display_name, e.stream, e.event, e.at FROM event e LEFT JOIN account a ON a.id = e.actor_id
     WHERE e.stream_id = ANY($1::uuid[]) ORDER BY e.at DESC, e.seq DESC LIMIT 1`,
    [ids],
  )
  const last = rows[0]
  return { by: last?.display_name ?? null, machine: last?.stream ?? null, event: last?.event ?? null, at: last?.at ?? null }
}
