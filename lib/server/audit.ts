import 'server-only'
import type { Actor } from '@/lib/access/types'
import { pool } from './db'
import { newId } from './ids'

export interface AuditEntry {
  act: string
  subject?: string
  subjectId?: string
  data?: Record<string, unknown>
}

/** An act that is no transition: kept, chained, and awaited before the act is answered. */
export async function writeAudit(actor: Pick<Actor, 'accountId' | 'role' | 'organizationId'>, entry: AuditEntry, now: Date): Promise<void> {
  await pool.query(
    `INSERT INTO audit (id, stream_id, act, at, actor_role, office_id, subject, subject_id, data) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      newId(),
      actor.accountId,
      entry.act,
      now,
      actor.role,
      actor.organizationId,
      entry.subject ?? null,
      entry.subjectId ?? null,
      entry.data ?? {},
    ],
  )
}
