import { CITY } from './regions'
import type { EmploymentKind, RecordPath, TitleLevel, UnitLevel } from './types'

export interface CertificationCase {
  employmentKind: EmploymentKind
  /** Of the unit; null for freelancers. */
  unitLevel: UnitLevel | null
  /** The county of the unit, or of the person where there is none. */
  regionCode: string
  /** The unit's 主管部门, where it names one. */
  authorityId: string | null
  /** What the person applies for this year; without an application what they hold. */
  titleSeries: string | null
  titleLevel: TitleLevel | null
  applyingThisYear: boolean
  /** Setting: the series of N6.3; the first is inferred, its name lost. */
  routedSeries?: readonly string[]
}

export interface CompetentBureau {
  /** Whose bureau certifies. */
  regionCode: string
  /** The authority that reviews professional hours before it; null where none does. */
  authorityFirst: string | null
  clause: 'N6.1' | 'N6.2' | 'N6.3' | 'N6.4'
}

/** The three series of N6.3, by the names people's titles carry; a setting, partial: the first and part of the second are lost. */
export const ROUTED_SERIES = ['高等学校教师', '中小学教师', '卫生技术'] as const

/**
 * Which bureau certifies a person's year, and which clause says so.
 * Municipal units that are no enterprise: the city, after the authority where the unit names one (N6.1). Those applying this year for
 * 副高 or above in a routed series: the city (N6.3). Enterprises: the territory, whatever their level (N6.4). All others: the county (N6.2).
 */
export function competentBureau(person: CertificationCase): CompetentBureau {
  const enterprise = person.employmentKind === 'state_enterprise' || person.employmentKind === 'non_public_enterprise'
  const unit = person.employmentKind === 'public_institution' || person.employmentKind === 'social_organization'
  if (unit && person.unitLevel === 'municipal') return { regionCode: CITY, authorityFirst: person.authorityId, clause: 'N6.1' }
  if (isRouted(person)) return { regionCode: CITY, authorityFirst: null, clause: 'N6.3' }
  return { regionCode: person.regionCode, authorityFirst: null, clause: enterprise ? 'N6.4' : 'N6.2' }
}

function isRouted(person: CertificationCase): boolean {
  const series: readonly string[] = person.routedSeries ?? ROUTED_SERIES
  const high = person.titleLevel === 'deputy_senior' || person.titleLevel === 'senior'
  return person.applyingThisYear && high && person.titleSeries !== null && series.includes(person.titleSeries)
}

/**
 * Who checks a record submitted today. State enterprises and public institutions: the employer (M14.1); non-public enterprises and
 * freelancers: the bureau (M14.2); social organisations: M14 does not name them. Without an officer to decide, the bureau does:
 * `unitHasOfficer` asks for one besides the person, since nobody decides on their own record.
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
