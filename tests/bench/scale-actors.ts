import type { Actor, Role } from '@/lib/access/types'
import { pool } from '@/lib/server/database/db'

/** Who measures: the largest of each kind in the scale data. */
export interface ScaleActors {
  practitioner: Actor
  officer: Actor
  county: Actor
  city: Actor
  administrator: Actor
}

export async function scaleActors(): Promise<ScaleActors> {
  const county = await office(
    `SELECT g.* FROM role_grant g JOIN organization o ON o.id = g.organization_id WHERE g.role = 'county_reviewer' AND o.region_code =
       (SELECT region_code FROM hour_record WHERE state = 'submitted' AND path = 'bureau' AND region_code <> '341200' GROUP BY 1 ORDER BY count(*) DESC LIMIT 1)`,
  )
  const officer = await office(
    `SELECT g.* FROM role_grant g WHERE g.role = 'employer_officer' AND g.organization_id =
       (SELECT organization_id FROM hour_record WHERE state = 'submitted' AND path = 'employer' GROUP BY 1 ORDER BY count(*) DESC LIMIT 1)`,
  )
  const city = await office(`SELECT g.* FROM role_grant g WHERE g.role = 'city_reviewer'`)
  const { rows } = await pool.query<{ id: string; person_id: string }>(
    `SELECT a.id, a.person_id FROM account a JOIN year y ON y.person_id = a.person_id WHERE y.state = 'certified' LIMIT 1`,
  )
  const [person] = rows
  if (!person) throw new Error('nobody is certified in the scale data')
  return {
    practitioner: practitioner(person.id, person.person_id),
    officer,
    county,
    city,
    administrator: { ...city, role: 'administrator' },
  }
}

export function practitioner(accountId: string, personId: string): Actor {
  return { accountId, personId, role: 'practitioner', grantId: null, organizationId: null, regionCode: null }
}

interface Grant {
  id: string
  account_id: string
  role: Role
  organization_id: string
  region_code: string
}

async function office(sql: string): Promise<Actor> {
  const { rows } = await pool.query<Grant>(
    `SELECT grants.*, o.region_code FROM (${sql}) grants JOIN organization o ON o.id = grants.organization_id LIMIT 1`,
  )
  const [grant] = rows
  if (!grant) throw new Error('an office is missing in the scale data')
  return {
    accountId: grant.account_id,
    personId: null,
    role: grant.role,
    grantId: grant.id,
    organizationId: grant.organization_id,
    regionCode: grant.region_code,
  }
}
