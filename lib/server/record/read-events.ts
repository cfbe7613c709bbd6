import 'server-only'
import type { Actor, Role } from '@/lib/access/types'
import type { Machine } from '@/lib/workflow/states'
import { pool } from '../database/db'
import { nameFor } from '../find/visible-name'
import type { Changes } from './snapshot'

export interface PastEvent {
  id: string
  event: string
  at: string
  role: Role
  actorName: string | null
  officeName: string | null
  reason: string | null
  finding: string | null
  /** Pieces of evidence handed in with it. */
  evidence: number | null
  /** What a correction changed since the return; files by their names. */
  changes: Changes | null
}

/** What happened to a thing, oldest first, with who did it and for which office. Whoever reads without names still reads which official acted. */
export async function readEvents(actor: Actor, stream: Machine, streamId: string): Promise<PastEvent[]> {
  const { rows } = await pool.query<Omit<PastEvent, 'at'> & { at: Date; files: Record<string, string> | null }>({
    name: 'read-events',
    text: `SELECT e.id, e.event, e.at, e.actor_role AS role, a.display_name AS "actorName", o.name AS "officeName", e.reason,
        e.data->>'finding' AS finding, CASE WHEN e.event = 'submit' AND jsonb_typeof(e.data->'evidence') = 'array' THEN jsonb_array_length(e.data->'evidence') END AS evidence,
        e.data->'changes' AS changes, (SELECT json_object_agg(v.id, v.file_name) FROM evidence v WHERE e.data ? 'changes'
          AND (e.data->'changes'->'added' ? v.id::text OR e.data->'changes'->'removed' ? v.id::text) AND v.record_id = e.stream_id) AS files
      FROM event e LEFT JOIN account a ON a.id = e.actor_id LEFT JOIN organization o ON o.id = e.office_id
      WHERE e.stream = $1::stream AND e.stream_id = $2 ORDER BY e.seq`,
    values: [stream, streamId],
  })
  return rows.map(({ files, changes, ...row }) => ({
    ...row,
    changes: changes && { ...changes, added: namesOf(changes.added, files), removed: namesOf(changes.removed, files) },
    at: row.at.toISOString(),
    actorName: row.actorName && row.role === 'practitioner' ? nameFor(actor, row.actorName) : row.actorName,
  }))
}

function namesOf(ids: readonly string[], files: Record<string, string> | null): string[] {
  return ids.map((id) => files?.[id] ?? '')
}
