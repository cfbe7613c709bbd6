import 'server-only'
import type { EmploymentKind } from '@/lib/access/types'
import type { PlainDate } from '@/lib/calendar/plain-date'
import { invalid } from '../input/errors'
import { choice, date, optionalText } from '../input/fields'
import { findOrganization } from '../organization/find-organization'

export const EMPLOYED = ['employer', 'freelance'] as const

/** Where a person works: at an employer, named in full or by its credit code, or for themself. */
export const employmentShape = {
  employed: choice(EMPLOYED),
  organization: optionalText(100),
  department: optionalText(40),
  employedFrom: date(),
}

interface EmploymentInput {
  employed: (typeof EMPLOYED)[number]
  organization: string
  department: string
  employedFrom: PlainDate
}

/** The columns of an employment: kind and region are the employer's, a freelancer's region is their own. */
export async function employmentColumns(input: EmploymentInput, ownRegion: string, today: PlainDate) {
  if (input.employedFrom > today) throw invalid({ employedFrom: { key: 'date_future' } })
  const at = { department: input.department || null, from_on: input.employedFrom }
  if (input.employed === 'freelance') return { ...at, kind: 'freelance' as EmploymentKind, organization_id: null, region_code: ownRegion }
  const employer = await findOrganization(input.organization, 'employer')
  if (!employer.employerKind) throw invalid({ organization: { key: 'office_kind' } })
  return { ...at, kind: employer.employerKind as EmploymentKind, organization_id: employer.id, region_code: employer.regionCode }
}
