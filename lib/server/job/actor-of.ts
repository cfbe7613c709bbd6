import 'server-only'
import type { Actor } from '@/lib/access/types'
import { statement } from '../database/statement'

const administration = statement('job-actor', (db, given: { accountId: string }) =>
  db
    .selectFrom('role_grant')
    .select(['id', 'organization_id as organizationId'])
    .where('account_id', '=', given.accountId)
    .where('role', '=', 'administrator')
    .orderBy((eb) => eb('ended_at', 'is not', null))
    .orderBy('granted_at', 'desc')
    .limit(1),
)

/** Whoever had the work done, in the office they did it in: an administrator, also one who has left it since. */
export async function actorOf(accountId: string): Promise<Actor> {
  const [grant] = await administration({ accountId })
  return {
    accountId,
    personId: null,
    role: 'administrator',
    grantId: grant?.id ?? null,
    organizationId: grant?.organizationId ?? null,
    regionCode: null,
  }
}
