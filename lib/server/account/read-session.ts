import 'server-only'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { getServerSession } from 'next-auth/next'
import { cache } from 'react'
import type { Actor, Role } from '@/lib/access/types'
import { databaseNow, statement } from '../database/statement'
import { authOptions } from './auth-options'

export interface SignedIn {
  actor: Actor
  sessionId: string
  displayName: string
  mustChange: boolean
  organizationName: string | null
  /** All that the person can act as; grantId null: practitioner. */
  roles: { grantId: string | null; role: Role; organizationName: string | null }[]
}

const VISITOR: Actor = { accountId: null, personId: null, role: 'visitor', grantId: null, organizationId: null, regionCode: null }

const session = statement('session', (db, given: { sessionId: string; accountId: string; version: number }) =>
  db
    .selectFrom('session as s')
    .innerJoin('account as a', 'a.id', 's.account_id')
    .select([
      'a.id as accountId',
      'a.person_id as personId',
      'a.display_name as displayName',
      'a.must_change as mustChange',
      's.grant_id as grantId',
    ])
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('role_grant as g')
          .innerJoin('organization as o', 'o.id', 'g.organization_id')
          .select(['g.id', 'g.role', 'g.organization_id as organizationId', 'o.region_code as regionCode', 'o.name'])
          .whereRef('g.account_id', '=', 'a.id')
          .where('g.ended_at', 'is', null)
          .orderBy('g.granted_at')
          .orderBy('g.id'),
      ).as('grants'),
    )
    .where('s.id', '=', given.sessionId)
    .where('s.account_id', '=', given.accountId)
    .whereRef('s.version', '=', 'a.session_version')
    .where('a.session_version', '=', given.version)
    .where('s.ended_at', 'is', null)
    .where('s.expires_at', '>', databaseNow)
    .where('a.active', '=', true),
)
type Row = Awaited<ReturnType<typeof session>>[number]

/** Whoever is signed in, read from the database: a session that ended, expired or is older than the account's version is none. */
export const readSession = cache(async (): Promise<SignedIn | null> => {
  const { accountId, sessionId, sessionVersion: version } = (await getServerSession(authOptions())) ?? {}
  if (!accountId || !sessionId || version === undefined) return null
  const [row] = await session({ sessionId, accountId, version })
  return row ? signedIn(row, sessionId) : null
})

function signedIn({ accountId, personId, displayName, mustChange, grantId, grants }: Row, sessionId: string): SignedIn {
  const grant = grants.find((candidate) => candidate.id === grantId) ?? (personId ? undefined : grants[0])
  const actor: Actor = grant
    ? { accountId, personId, role: grant.role, grantId: grant.id, organizationId: grant.organizationId, regionCode: grant.regionCode }
    : { accountId, personId, role: personId ? 'practitioner' : 'visitor', grantId: null, organizationId: null, regionCode: null }
  return {
    actor,
    sessionId,
    displayName,
    mustChange,
    organizationName: grant?.name ?? null,
    roles: [
      ...(personId ? [{ grantId: null, role: 'practitioner' as const, organizationName: null }] : []),
      ...grants.map(({ id, role, name }) => ({ grantId: id, role, organizationName: name })),
    ],
  }
}

/** Who acts: the person signed in, in the role in use, or a visitor. */
export async function currentActor(): Promise<Actor> {
  return (await readSession())?.actor ?? VISITOR
}
