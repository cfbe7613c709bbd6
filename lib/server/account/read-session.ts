import 'server-only'
import { getServerSession } from 'next-auth/next'
import { cache } from 'react'
import type { Actor, Role } from '@/lib/access/types'
import { pool } from '../database/db'
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

interface Row {
  account_id: string
  person_id: string | null
  display_name: string
  must_change: boolean
  grant_id: string | null
  grants: { id: string; role: Role; organization_id: string; region_code: string; unit_level: string; kind: string; name: string }[] | null
}

/** Whoever is signed in, read from the database: a session that ended, expired or is older than the account's version is none. */
export const readSession = cache(async (): Promise<SignedIn | null> => {
  const token = await getServerSession(authOptions())
  if (!token?.sessionId) return null
  const { rows } = await pool.query<Row>({
    name: 'session',
    text: `SELECT a.id AS account_id, a.person_id, a.display_name, a.must_change, s.grant_id,
        (SELECT json_agg(json_build_object('id', g.id, 'role', g.role, 'organization_id', g.organization_id, 'region_code', o.region_code,
           'unit_level', o.unit_level, 'kind', o.kind, 'name', o.name) ORDER BY g.granted_at, g.id)
         FROM role_grant g JOIN organization o ON o.id = g.organization_id WHERE g.account_id = a.id AND g.ended_at IS NULL) AS grants
      FROM session s JOIN account a ON a.id = s.account_id
      WHERE s.id = $1 AND s.account_id = $2 AND s.version = a.session_version AND $3 = a.session_version
        AND s.ended_at IS NULL AND s.expires_at > now() AND a.active`,
    values: [token.sessionId, token.accountId, token.sessionVersion],
  })
  const row = rows[0]
  return row ? signedIn(row, token.sessionId) : null
})

function signedIn(row: Row, sessionId: string): SignedIn {
  const grants = row.grants ?? []
  const grant = grants.find((candidate) => candidate.id === row.grant_id) ?? (row.person_id ? undefined : grants[0])
  const base = { accountId: row.account_id, personId: row.person_id }
  const actor: Actor = grant
    ? { ...base, role: grant.role, grantId: grant.id, organizationId: grant.organization_id, regionCode: grant.region_code }
    : { ...base, role: row.person_id ? 'practitioner' : 'visitor', grantId: null, organizationId: null, regionCode: null }
  return {
    actor,
    sessionId,
    displayName: row.display_name,
    mustChange: row.must_change,
    organizationName: grant?.name ?? null,
    roles: [
      ...(row.person_id ? [{ grantId: null, role: 'practitioner' as const, organizationName: null }] : []),
      ...grants.map(({ id, role, name }) => ({ grantId: id, role, organizationName: name })),
    ],
  }
}

/** Who acts: the person signed in, in the role in use, or a visitor. */
export async function currentActor(): Promise<Actor> {
  return (await readSession())?.actor ?? VISITOR
}
