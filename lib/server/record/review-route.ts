import 'server-only'
import { officeRegion } from '@/lib/access/regions'
import { recordPath } from '@/lib/access/routing'
import type { EmploymentKind, RecordPath, UnitLevel } from '@/lib/access/types'
import type { PlainDate } from '@/lib/calendar/plain-date'
import { pool } from '../database/db'

/** Where a person stands on a day: what fixes who checks a record and which bureau it belongs to. */
export interface ReviewRoute {
  employmentKind: EmploymentKind
  organizationId: string | null
  organizationName: string | null
  unitLevel: UnitLevel | null
  /** The county of the unit, or of the person where there is none. */
  countyCode: string
  /** Of the unit, where it names one. */
  authorityId: string | null
  path: RecordPath
  /** The bureau's: the city's own for municipal units. */
  regionCode: string
}

export interface ReviewRouteRow {
  kind: EmploymentKind | null
  organization_id: string | null
  organization_name: string | null
  unit_level: UnitLevel | null
  region_code: string
  authority_id: string | null
  has_officer: boolean
}

/** The statement of a placement, with the parameters that hold the person and the day. */
export function reviewRouteSql(person: string, on: string): string {
  return `SELECT e.kind, e.organization_id, o.name AS organization_name, o.unit_level, coalesce(o.region_code, e.region_code, p.region_code) AS region_code, o.authority_id,
      EXISTS (SELECT FROM role_grant g JOIN account a ON a.id = g.account_id WHERE g.organization_id = e.organization_id
        AND g.role = 'employer_officer' AND g.ended_at IS NULL AND a.active AND a.person_id IS DISTINCT FROM p.id) AS has_officer
    FROM person p LEFT JOIN LATERAL (SELECT * FROM employment e WHERE e.person_id = p.id AND e.from_on <= ${on}
      AND (e.until_on IS NULL OR e.until_on >= ${on}) ORDER BY e.from_on DESC, e.id DESC LIMIT 1) e ON true
    LEFT JOIN organization o ON o.id = e.organization_id WHERE p.id = ${person}`
}

/** The employment that holds on the day (the latest begun, of several); without one the person is placed by territory, as a freelancer is (M14.2). */
export async function reviewRouteOf(personId: string, on: PlainDate): Promise<ReviewRoute> {
  const { rows } = await pool.query<ReviewRouteRow>({ name: 'placement', text: reviewRouteSql('$1', '$2'), values: [personId, on] })
  return toReviewRoute(rows[0])
}

export function toReviewRoute(row: ReviewRouteRow | null | undefined): ReviewRoute {
  if (!row) throw new Error('a record without its person')
  const employmentKind = row.kind ?? 'freelance'
  return {
    employmentKind,
    organizationId: row.organization_id,
    organizationName: row.organization_name,
    unitLevel: row.unit_level,
    countyCode: row.region_code,
    authorityId: row.authority_id,
    path: recordPath({ employmentKind, unitHasOfficer: row.has_officer }),
    regionCode: officeRegion({ regionCode: row.region_code, unitLevel: row.unit_level }) ?? row.region_code,
  }
}
