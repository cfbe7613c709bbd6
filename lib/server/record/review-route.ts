import 'server-only'
import { officeRegion } from '@/lib/access/regions'
import { recordPath } from '@/lib/access/routing'
import type { EmploymentKind, RecordPath, UnitLevel } from '@/lib/access/types'
import type { PlainDate } from '@/lib/calendar/plain-date'
import { type Builder, statement } from '../database/statement'
import { employmentOn } from '../person/employment-on'

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

/** The person's row, for a statement of its own or a part of one. */
export function reviewRouteRow(db: Builder, personId: string, on: PlainDate) {
  return db
    .selectFrom('person as p')
    .leftJoinLateral(
      (eb) => employmentOn(db, eb.ref('p.id'), on).as('job'),
      (join) => join.onTrue(),
    )
    .leftJoin('organization as o', 'o.id', 'job.organization_id')
    .select((eb) => [
      'job.kind as employmentKind',
      'job.organization_id as organizationId',
      'o.name as organizationName',
      'o.unit_level as unitLevel',
      eb.fn.coalesce('o.region_code', 'job.region_code', 'p.region_code').as('countyCode'),
      'o.authority_id as authorityId',
      eb
        .exists(
          eb
            .selectFrom('role_grant as g')
            .innerJoin('account as a', 'a.id', 'g.account_id')
            .whereRef('g.organization_id', '=', 'job.organization_id')
            .where('g.role', '=', 'employer_officer')
            .where('g.ended_at', 'is', null)
            .where('a.active', '=', true)
            .whereRef('a.person_id', 'is distinct from', 'p.id'),
        )
        .$castTo<boolean>()
        .as('hasOfficer'),
    ])
    .where('p.id', '=', personId)
}

const ofPerson = statement('placement', (db, given: { personId: string; on: PlainDate }) => reviewRouteRow(db, given.personId, given.on))
type Row = Awaited<ReturnType<typeof ofPerson>>[number]

/** The employment that holds on the day (the latest begun, of several); without one the person is placed by territory, as a freelancer is (M14.2). */
export async function reviewRouteOf(personId: string, on: PlainDate): Promise<ReviewRoute> {
  const [row] = await ofPerson({ personId, on })
  return toReviewRoute(row)
}

export function toReviewRoute(row: Row | null | undefined): ReviewRoute {
  if (!row) throw new Error('a record without its person')
  const { hasOfficer, ...place } = row
  const employmentKind = place.employmentKind ?? 'freelance'
  return {
    ...place,
    employmentKind,
    path: recordPath({ employmentKind, unitHasOfficer: hasOfficer }),
    regionCode: officeRegion({ regionCode: place.countyCode, unitLevel: place.unitLevel }) ?? place.countyCode,
  }
}
