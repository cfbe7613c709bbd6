import 'server-only'
import type { Actor } from '@/lib/access/types'
import type { Prisma } from '@/prisma/generated/client/client'
import { db } from './db'
import { newId } from './ids'

export interface AuditEntry {
  act: string
  subject?: string
  subjectId?: string
  data?: Record<string, unknown>
}

/**
 * An act that is no transition: kept, chained, and awaited before the act is answered. With `tx` it is written with what it tells of, or
 * not at all.
 */
export async function writeAudit(
  actor: Pick<Actor, 'accountId' | 'role' | 'organizationId'>,
  entry: AuditEntry,
  now: Date,
  tx: Pick<Prisma.TransactionClient, '$executeRaw'> = db,
): Promise<void> {
  await tx.$executeRaw`INSERT INTO audit (id, stream_id, act, at, actor_role, office_id, subject, subject_id, data)
    VALUES (${newId()}::uuid, ${actor.accountId}::uuid, ${entry.act}, ${now}, ${actor.role}::role, ${actor.organizationId}::uuid,
      ${entry.subject ?? null}, ${entry.subjectId ?? null}::uuid, ${JSON.stringify(entry.data ?? {})}::jsonb)`
}
