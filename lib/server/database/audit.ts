import 'server-only'
import type { Actor, Role } from '@/lib/access/types'
import type { Prisma } from '@/prisma/generated/client/client'
import { pool } from './db'
import { newId } from './ids'
import { type Queryable, statement } from './statement'

export interface AuditEntry {
  act: string
  subject?: string
  subjectId?: string
  data?: Record<string, unknown>
}

/** Until the last transactions of Prisma's that write an audit entry are `inTransaction`. */
type PrismaTransaction = Pick<Prisma.TransactionClient, '$executeRaw'>

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
  on: Queryable | PrismaTransaction = pool,
): Promise<void> {
  const { accountId, role, organizationId: officeId } = actor
  if (accountId === null) throw new Error(`an audit entry of nobody: ${entry.act}`)
  const { act, subject = null, subjectId = null } = entry
  const row = { id: newId(), accountId, act, now, role, officeId, subject, subjectId, data: JSON.stringify(entry.data ?? {}) }
  if ('query' in on) await insertAudit(row, on)
  else
    await on.$executeRaw`INSERT INTO audit (id, stream_id, act, at, actor_role, office_id, subject, subject_id, data)
      VALUES (${row.id}::uuid, ${accountId}::uuid, ${act}, ${now}, ${role}::role, ${officeId}::uuid, ${subject}, ${subjectId}::uuid, ${row.data}::jsonb)`
}
