import 'server-only'
import { pool } from '../database/db'

/** Why a record came back, from whom and when. */
export interface Return {
  reason: string
  at: string
  officeName: string | null
  actorName: string | null
}

/** The last return of the record, for whoever corrects it now. */
export async function readReturn(recordId: string): Promise<Return | null> {
  const { rows } = await pool.query<Omit<Return, 'at'> & { at: Date }>({
    name: 'last-return',
    text: `SELECT e.reason, e.at, o.name AS "officeName", a.display_name AS "actorName"
      FROM event e LEFT JOIN account a ON a.id = e.actor_id LEFT JOIN organization o ON o.id = e.office_id
      WHERE e.stream = 'record' AND e.stream_id = $1 AND e.to_state = 'returned' AND e.reason IS NOT NULL ORDER BY e.seq DESC LIMIT 1`,
    values: [recordId],
  })
  const [row] = rows
  return row ? { ...row, at: row.at.toISOString() } : null
}
