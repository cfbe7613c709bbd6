import 'server-only'
import type { Actor, Role } from '@/lib/access/types'
import { pool } from './db'
import { newId } from './ids'
import { type Queryable, statement } from './statement'

export interface AuditEntry {
  act: string
  subject?: string
  subjectId?: string
  data?: Record<string, unknown>
}

interface AuditRow {
  id: string
  accountId: string
  act: string
  now: Date
  role: Role
  officeId: string | null
  subject: string | null
  subjectId: string | null
  /** JSON. */
  data: string
}

const insertAudit = statement('write-audit', (db, given: AuditRow) =>
  db.insertInto('audit').values({
    id: given.id,
    stream_id: given.accountId,
    act: given.act,
    at: given.now,
    actor_role: given.role,
    office_id: given.officeId,
    subject: given.subject,
    subject_id: given.subjectId,
    data: given.data,
  }),
)

/**
 * An act that is no transition: kept, chained, and awaited before the act is answered. In a transaction (`on`) it is written with what it
 * tells of, or not at all. Throws where nobody is signed in: each account has a chain of its own.
 */
export async function writeAudit(
  actor: Pick<Actor, 'accountId' | 'role' | 'organizationId'>,
  entry: AuditEntry,
  now: Date,
  on: Queryable = pool,
): Promise<void> {
  const { accountId, role, organizationId: officeId } = actor
  if (accountId === null) throw new Error(`an audit entry of nobody: ${entry.act}`)
  const { act, subject = null, subjectId = null } = entry
  const row = { id: newId(), accountId, act, now, role, officeId, subject, subjectId, data: JSON.stringify(entry.data ?? {}) }
  await insertAudit(row, on)
}
