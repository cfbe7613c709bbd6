import 'server-only'
import type { Role, UnitLevel } from '@/lib/access/types'
import { invalid } from '../input/errors'
import type { OrganizationKind } from '../organization/organization-input'

/** The offices that can be given, and the kind of organisation each belongs to. */
export const OFFICE_ROLES = [
  'employer_officer',
  'provider_officer',
  'authority_reviewer',
  'county_reviewer',
  'city_reviewer',
  'leader',
  'administrator',
  'auditor',
] as const satisfies readonly Role[]
export type OfficeRole = (typeof OFFICE_ROLES)[number]

const KIND_OF: Record<OfficeRole, OrganizationKind> = {
  employer_officer: 'employer',
  provider_officer: 'provider',
  authority_reviewer: 'authority',
  county_reviewer: 'bureau',
  city_reviewer: 'bureau',
  leader: 'bureau',
  administrator: 'bureau',
  auditor: 'bureau',
}
const OF_THE_CITY: readonly OfficeRole[] = ['city_reviewer', 'administrator', 'auditor']

export function organizationKindOf(role: OfficeRole): OrganizationKind {
  return KIND_OF[role]
}

/** City reviewers, administrators and auditors belong to the city's bureau, county reviewers to a county's. */
export function requireFittingLevel(role: OfficeRole, unitLevel: UnitLevel): void {
  const isCity = unitLevel === 'municipal'
  if (OF_THE_CITY.includes(role) && !isCity) throw invalid({ organization: { key: 'office_city' } })
  if (role === 'county_reviewer' && isCity) throw invalid({ organization: { key: 'office_county' } })
}
