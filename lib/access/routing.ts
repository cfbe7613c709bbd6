import { CITY } from './regions'
import type { EmploymentKind, RecordPath, TitleLevel, UnitLevel } from './types'

export interface CertificationCase {
  employmentKind: EmploymentKind
  /** The unit's level; null for freelancers. */
  unitLevel: UnitLevel | null
  /** The county of the unit, or of the person where there is none. */
  regionCode: string
  /** The unit's 主管部门, where it names one. */
  authorityId: string | null
  /** The title applied for this year; without an application the title held. */
  titleSeries: string | null
  titleLevel: TitleLevel | null
  applyingThisYear: boolean
  /** Site setting: the title series of N6.3; by default `ROUTED_SERIES`. */
  routedSeries?: readonly string[]
}

export interface CompetentBureau {
  /** Region of the bureau that certifies. */
  regionCode: string
  /** Id of the industry authority that reviews the professional hours first; null where none does. */
  authorityFirst: string | null
  clause: 'N6.1' | 'N6.2' | 'N6.3' | 'N6.4'
}

/**
 * Default of the setting: the title series of N6.3, by the names stored with people's titles. Partial: our copy of the clause has lost the
 * first name and part of the second; the first is inferred.
 */
export const ROUTED_SERIES = ['高等学校教师', '中小学教师', '卫生技术'] as const

/**
 * Which bureau certifies a person's year, and by which clause; the first rule that applies decides.
 * Municipal public institutions and social organisations: the city, after the authority where the unit names one (N6.1). Applicants of this
 * year for 副高 or above in a routed series: the city (N6.3). Enterprises: the county, whatever their level (N6.4). All others: the county
 * (N6.2).
 */
export function competentBureau(person: CertificationCase): CompetentBureau {
  const isEnterprise = person.employmentKind === 'state_enterprise' || person.employmentKind === 'non_public_enterprise'
  const isInstitution = person.employmentKind === 'public_institution' || person.employmentKind === 'social_organization'
  if (isInstitution && person.unitLevel === 'municipal') return { regionCode: CITY, authorityFirst: person.authorityId, clause: 'N6.1' }
  if (isRouted(person)) return { regionCode: CITY, authorityFirst: null, clause: 'N6.3' }
  return { regionCode: person.regionCode, authorityFirst: null, clause: isEnterprise ? 'N6.4' : 'N6.2' }
}

function isRouted(person: CertificationCase): boolean {
  const series: readonly string[] = person.routedSeries ?? ROUTED_SERIES
  const high = person.titleLevel === 'deputy_senior' || person.titleLevel === 'senior'
  return person.applyingThisYear && high && person.titleSeries !== null && series.includes(person.titleSeries)
}

/**
 * Whether the employer or the bureau checks a record that is submitted today. State enterprises and public institutions: the employer
 * (M14.1); non-public enterprises and freelancers: the bureau (M14.2); social organisations, which M14 does not name: the employer.
 * Where the unit has no officer to decide, the bureau does: `unitHasOfficer` must not count the person, since nobody decides on their own
 * record.
 */
export function recordPath(person: { employmentKind: EmploymentKind; unitHasOfficer: boolean }): RecordPath {
  switch (person.employmentKind) {
    case 'non_public_enterprise':
    case 'freelance':
      return 'bureau'
    case 'state_enterprise':
    case 'public_institution':
    case 'social_organization':
      return person.unitHasOfficer ? 'employer' : 'bureau'
  }
}
