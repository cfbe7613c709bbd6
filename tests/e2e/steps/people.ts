import type { Sql } from '../../support/e2e'

export interface Somebody extends Record<string, unknown> {
  login: string
  name: string
  person: string
  organization: string | null
}

const EMPTY = `NOT EXISTS (SELECT 1 FROM hour_record r WHERE r.person_id = p.id)
  AND NOT EXISTS (SELECT 1 FROM role_grant g JOIN account b ON b.id = g.account_id WHERE b.person_id = p.id)
  AND NOT EXISTS (SELECT 1 FROM title_application t WHERE t.person_id = p.id)
  AND a.login_name LIKE 'person%'`

const SOMEBODY = `SELECT a.login_name AS login, p.name, p.id AS person, e.organization_id AS organization
  FROM person p JOIN account a ON a.person_id = p.id JOIN employment e ON e.person_id = p.id AND e.until_on IS NULL
  LEFT JOIN organization o ON o.id = e.organization_id`

async function first(sql: Sql, text: string, what: string): Promise<Somebody> {
  const [row] = await sql<Somebody>(`${text} ORDER BY a.login_name LIMIT 1`)
  if (!row) throw new Error(`nobody left in the demonstration: ${what}`)
  return row
}

/** Somebody of a county unit that has an officer, with nothing logged yet. */
export function ofCountyUnit(sql: Sql): Promise<Somebody> {
  return first(
    sql,
    `${SOMEBODY} WHERE ${EMPTY} AND o.unit_level = 'county' AND o.employer_kind = 'public_institution' AND o.publicity_in_public
       AND EXISTS (SELECT 1 FROM role_grant g WHERE g.organization_id = o.id AND g.role = 'employer_officer' AND g.ended_at IS NULL)`,
    'county unit with an officer',
  )
}

/** Somebody without an officer over them, a freelancer where there is one: their records go to the county bureau. */
export function onBureauPath(sql: Sql): Promise<Somebody> {
  return first(
    sql,
    `${SOMEBODY} WHERE ${EMPTY} AND (e.organization_id IS NULL OR (o.unit_level = 'county' AND o.employer_kind = 'non_public_enterprise'
       AND NOT EXISTS (SELECT 1 FROM role_grant g WHERE g.organization_id = o.id AND g.role = 'employer_officer')))`,
    'bureau path',
  )
}

/** Somebody with records who plays no other part; each number is another person. */
export async function someoneBusy(sql: Sql, number: number): Promise<Somebody> {
  const [row] = await sql<Somebody>(
    `${SOMEBODY} WHERE a.login_name LIKE 'person%' AND EXISTS (SELECT 1 FROM hour_record r WHERE r.person_id = p.id)
       AND NOT EXISTS (SELECT 1 FROM role_grant g WHERE g.account_id = a.id) ORDER BY a.login_name DESC LIMIT 1 OFFSET $1`,
    [number],
  )
  if (!row) throw new Error('nobody left in the demonstration')
  return row
}

/** The login of an officer of the organisation. */
export async function officerOf(sql: Sql, organization: string | null): Promise<string> {
  const [row] = await sql<{ login: string }>(
    `SELECT a.login_name AS login FROM role_grant g JOIN account a ON a.id = g.account_id
     WHERE g.organization_id = $1 AND g.role = 'employer_officer' AND g.ended_at IS NULL ORDER BY 1 LIMIT 1`,
    [organization],
  )
  if (!row) throw new Error('no officer')
  return row.login
}

/** Logins of the reviewers of a region, the city's for its own. */
export async function reviewersOf(sql: Sql, region: string | null): Promise<string[]> {
  const rows = await sql<{ login: string }>(
    `SELECT a.login_name AS login FROM role_grant g JOIN account a ON a.id = g.account_id JOIN organization o ON o.id = g.organization_id
     WHERE o.region_code = $1 AND g.role IN ('county_reviewer', 'city_reviewer') AND g.ended_at IS NULL ORDER BY 1`,
    [region],
  )
  return rows.map((row) => row.login)
}

/** Which bureau certifies the year that was asked for. */
export async function yearOf(sql: Sql, person: string): Promise<{ id: string; region: string | null }> {
  const [row] = await sql<{ id: string; region: string | null }>(
    'SELECT id, region_code AS region FROM year WHERE person_id = $1 AND year = 2025',
    [person],
  )
  if (!row) throw new Error('no year')
  return row
}
