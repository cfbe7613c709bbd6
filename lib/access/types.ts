/** The roles. An account may hold several and acts in one of them at a time. */
export const ROLES = [
  'practitioner',
  'employer_officer',
  'provider_officer',
  'authority_reviewer',
  'county_reviewer',
  'city_reviewer',
  'leader',
  'administrator',
  'auditor',
  'visitor',
] as const
export type Role = (typeof ROLES)[number]

/** Who holds trainings: files them, reports who attended, answers who is missing. */
export const TRAINING_HOLDERS = ['provider_officer', 'employer_officer'] as const satisfies readonly Role[]
/** Who decides in a bureau's name. */
export const BUREAU_REVIEWERS = ['county_reviewer', 'city_reviewer'] as const satisfies readonly Role[]

/** Whether the role is one of `roles`. */
export function isOneOf(roles: readonly Role[], role: Role): boolean {
  return roles.includes(role)
}

/** Who acts: an account in one of its roles, or a visitor without an account. */
export interface Actor {
  accountId: string | null
  personId: string | null
  role: Role
  grantId: string | null
  /** The employer, provider or authority the role belongs to. */
  organizationId: string | null
  /** `341200` for the city bureau, a county's code, null where the role has no region. */
  regionCode: string | null
}

/** 国有企业, 事业单位, 社会团体, 非公企业, 自由职业 */
export const EMPLOYMENT_KINDS = [
  'state_enterprise',
  'public_institution',
  'social_organization',
  'non_public_enterprise',
  'freelance',
] as const
export type EmploymentKind = (typeof EMPLOYMENT_KINDS)[number]

/** municipal: the unit belongs to the city itself (市直). county: to a county, district or county-level city. */
export const UNIT_LEVELS = ['municipal', 'county'] as const
export type UnitLevel = (typeof UNIT_LEVELS)[number]

/** 员, 助理, 中级, 副高, 正高; in rising order. */
export const TITLE_LEVELS = ['junior_member', 'assistant', 'intermediate', 'deputy_senior', 'senior'] as const
export type TitleLevel = (typeof TITLE_LEVELS)[number]

/** Who checks a record: employer, followed by publicity (M14.1), or bureau, by verification (M14.2). */
export const RECORD_PATHS = ['employer', 'bureau'] as const
export type RecordPath = (typeof RECORD_PATHS)[number]
