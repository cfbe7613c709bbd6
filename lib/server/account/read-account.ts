import 'server-only'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/access/types'
import type { Prisma } from '@/prisma/generated/client/client'
import { db } from '../database/db'
import { forbidden, notFound } from '../input/errors'
import { behindName, type Keyset, pagesOf } from '../input/keyset'
import { escapeLike } from '../input/search'

/** What an administrator sees of an account: its offices, whether it may sign in, the version that their changes carry. */
export const accountForAdministration = {
  id: true,
  loginName: true,
  displayName: true,
  personId: true,
  active: true,
  mustChange: true,
  sessionVersion: true,
  grants: {
    where: { endedAt: null },
    select: { id: true, role: true, grantedAt: true, organization: { select: { id: true, name: true } } },
    orderBy: { grantedAt: 'asc' },
  },
} as const satisfies Prisma.AccountSelect

export type AccountForAdministration = Prisma.AccountGetPayload<{ select: typeof accountForAdministration }>

/** An account without a person: somebody who works in an office and logs no hours of their own here. */
export async function readOfficeAccount(actor: Actor, id: string): Promise<AccountForAdministration> {
  if (!can(actor, 'role_grant', {})) throw forbidden()
  const row = await db.account.findFirst({ where: { id, personId: null }, select: accountForAdministration })
  if (!row) throw notFound()
  return row
}

const pages = pagesOf()

/** Accounts without a person, by name, a page at a time. */
export async function readOfficeAccounts(actor: Actor, search: { q: string; after: Keyset | null }) {
  if (!can(actor, 'role_grant', {})) throw forbidden()
  const { q, after } = search
  const found = await db.account.findMany({
    where: {
      personId: null,
      AND: [
        q ? { OR: [{ displayName: { startsWith: escapeLike(q) } }, { loginName: q.toLowerCase() }] } : {},
        behindName<Prisma.AccountWhereInput>('displayName', after),
      ],
    },
    select: accountForAdministration,
    orderBy: [{ displayName: 'asc' }, { id: 'asc' }],
    take: pages.take,
  })
  return pages.cut(found, ({ displayName, id }) => [displayName, id])
}
