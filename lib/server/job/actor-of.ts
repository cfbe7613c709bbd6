import 'server-only'
import type { Actor } from '@/lib/access/types'
import { pool } from '../database/db'

/** Whoever had the work done, in the office they did it in: an administrator, also one who has left it since. */
export async function actorOf(accountId: string): Promise<Actor> {
  const { rows } = await pool.query<{ organizationId: string; id: string }>(
    `SELECT id, organization_id AS "organizationId" FROM role_grant WHERE account_id = $1 AND role = 'administrator' ORDER BY ended_at IS NOT NULL, granted_at DESC LIMIT 1`,
    [accountId],
  )
  const grant = rows[0]
  return {
    accountId,
    personId: null,
    role: 'administrator',
    grantId: grant?.id ?? null,
    organizationId: grant?.organizationId ?? null,
    regionCode: null,
  }
}
