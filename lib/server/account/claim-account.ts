import 'server-only'
import type { Updateable } from 'kysely'
import type { Actor } from '@/lib/access/types'
import { db } from '../database/db'
import { type Queryable, runOnce } from '../database/statement'
import type { Tables } from '../database/tables'
import { conflict, notFound, refused } from '../input/errors'

/** The account an administrator acts on; nobody does any of it to themself. */
export async function otherAccount(actor: Actor, id: string) {
  const account = await db.account.findUnique({
    where: { id },
    select: { id: true, personId: true, loginName: true, displayName: true },
  })
  if (!account) throw notFound()
  if (account.id === actor.accountId) throw refused([{ code: 'own_record', detail: {} }])
  return account
}

/** Changes the account as the page showed it; its sessions die at once with the version. Of two at once the second is told. */
export async function claimAccount(
  on: Queryable,
  id: string,
  version: number,
  change: Pick<Updateable<Tables['account']>, 'active' | 'password_hash' | 'must_change'> = {},
): Promise<void> {
  const claimed = await runOnce(
    (db) =>
      db
        .updateTable('account')
        .set((eb) => ({ ...change, session_version: eb('session_version', '+', 1) }))
        .where('id', '=', id)
        .where('session_version', '=', version)
        .returning('id'),
    on,
  )
  if (claimed.length === 0) throw conflict()
}
