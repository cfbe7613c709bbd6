import 'server-only'
import type { Actor } from '@/lib/access/types'
import type { Prisma } from '@/prisma/generated/client/client'
import { db } from '../database/db'
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
  tx: Prisma.TransactionClient,
  id: string,
  version: number,
  data: Prisma.AccountUncheckedUpdateManyInput = {},
): Promise<void> {
  const { count } = await tx.account.updateMany({
    where: { id, sessionVersion: version },
    data: { ...data, sessionVersion: { increment: 1 } },
  })
  if (count === 0) throw conflict()
}
