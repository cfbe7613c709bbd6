import 'server-only'
import { type SqlBool, sql } from 'kysely'
import type { Actor, Role } from '@/lib/access/types'
import type { Machine } from '@/lib/workflow/states'
import { statement } from '../database/statement'
import { nameFor } from '../find/visible-name'
import type { Changes } from './changes'

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

const eventsOf = statement('read-events', (db, given: { stream: Machine; streamId: string }) =>
  db
    .selectFrom('event as e')
    .leftJoin('account as a', 'a.id', 'e.actor_id')
    .leftJoin('organization as o', 'o.id', 'e.office_id')
    .select(['e.id', 'e.event', 'e.at', 'e.actor_role as role', 'a.display_name as actorName', 'o.name as officeName', 'e.reason'])
    .select((eb) => {
      const data = eb.ref('e.data')
      return [
        sql<string | null>`${data}->>'finding'`.as('finding'),
        sql<number | null>`CASE WHEN ${eb.ref('e.event')} = 'submit' AND jsonb_typeof(${data}->'evidence') = 'array'
          THEN jsonb_array_length(${data}->'evidence') END`.as('evidence'),
        sql<Changes | null>`${data}->'changes'`.as('changes'),
        eb
          .selectFrom('evidence as v')
          .select((e) => sql<Record<string, string>>`json_object_agg(${e.ref('v.id')}, ${e.ref('v.file_name')})`.as('names'))
          .where(sql<SqlBool>`${data} ? 'changes'`)
          .where((e) => {
            const id = e.cast<string>('v.id', 'text')
            return sql<SqlBool>`(${data}->'changes'->'added' ? ${id} OR ${data}->'changes'->'removed' ? ${id})`
          })
          .whereRef('v.record_id', '=', 'e.stream_id')
          .as('files'),
      ]
    })
    .where('e.stream', '=', given.stream)
    .where('e.stream_id', '=', given.streamId)
    .orderBy('e.seq'),
)

/** What happened to a thing, oldest first, with who did it and for which office. Whoever reads without names still reads which official acted. */
export async function readEvents(actor: Actor, stream: Machine, streamId: string): Promise<PastEvent[]> {
  const rows = await eventsOf({ stream, streamId })
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
