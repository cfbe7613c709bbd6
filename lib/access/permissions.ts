import type { Role } from './types'

/**
 * Which targets a role's permission covers.
 * self: their own · organization: their employer's or provider's · entered: what they entered · authority: of units and filings under
 * their authority · office: of their own bureau (the city's: municipal units and routed people) · territory: of the county, for the
 * city of all counties · appeals: decisions of the level below · all: everything · public: what is open to everyone
 */
export type PermissionScope = 'self' | 'organization' | 'entered' | 'authority' | 'office' | 'territory' | 'appeals' | 'all' | 'public'

type ScopeByRole = Partial<Record<Role, PermissionScope>>

/** A bureau decides in its own office only: the city's reviewer does not act in place of a county. */
const bureau = { county_reviewer: 'office', city_reviewer: 'office' } as const satisfies ScopeByRole
/** Reading covers a bureau's whole territory, more than it may decide on. */
const bureauReads = { county_reviewer: 'territory', city_reviewer: 'territory' } as const satisfies ScopeByRole
const everyone = {
  practitioner: 'public',
  employer_officer: 'public',
  provider_officer: 'public',
  authority_reviewer: 'public',
  county_reviewer: 'public',
  city_reviewer: 'public',
  leader: 'public',
  administrator: 'public',
  auditor: 'public',
  visitor: 'public',
} as const satisfies ScopeByRole
const administration = { administrator: 'all' } as const satisfies ScopeByRole

/** For each action the roles that may take it, each with its scope. A role that is not listed may not. */
const PERMISSIONS = {
  // records
  record_see: {
    practitioner: 'self',
    employer_officer: 'organization',
    provider_officer: 'entered',
    authority_reviewer: 'authority',
    ...bureauReads,
    auditor: 'all',
  },
  record_create: { practitioner: 'self', employer_officer: 'organization', provider_officer: 'organization', ...bureau },
  record_import: { employer_officer: 'organization' },
  record_edit: {
    practitioner: 'self',
    employer_officer: 'entered',
    provider_officer: 'entered',
    county_reviewer: 'entered',
    city_reviewer: 'entered',
  },
  record_submit: {
    practitioner: 'self',
    employer_officer: 'entered',
    provider_officer: 'entered',
    county_reviewer: 'entered',
    city_reviewer: 'entered',
  },
  record_withdraw: { practitioner: 'self' },
  record_disown: { practitioner: 'self' },
  record_escalate: { practitioner: 'self' },
  record_appeal: { practitioner: 'self' },
  record_review: { employer_officer: 'organization', ...bureau },
  record_return: { employer_officer: 'organization', ...bureau },
  record_reject: { employer_officer: 'organization', ...bureau },
  record_publicize: { employer_officer: 'organization', ...bureau },
  record_take_out: { employer_officer: 'organization', ...bureau },
  record_confirm: { employer_officer: 'organization', ...bureau },
  record_verify: bureau,
  record_reopen: bureau,
  record_correct: bureau,
  record_revoke: bureau,
  // publicity
  publicity_see: everyone,
  batch_see: { employer_officer: 'organization', ...bureauReads, auditor: 'all' },
  batch_open: { employer_officer: 'organization', ...bureau },
  batch_confirm: { employer_officer: 'organization', ...bureau },
  batch_cancel: { employer_officer: 'organization', ...bureau },
  objection_raise: everyone,
  objection_appeal: everyone,
  objection_see: { employer_officer: 'organization', ...bureauReads, auditor: 'all' },
  objection_decide: { employer_officer: 'organization', ...bureau },
  appeal_see: { ...bureauReads, auditor: 'all' },
  appeal_decide: { county_reviewer: 'appeals', city_reviewer: 'appeals' },
  // years, terms, certificates
  year_see: { practitioner: 'self', employer_officer: 'organization', authority_reviewer: 'authority', ...bureauReads, auditor: 'all' },
  year_choose: { practitioner: 'self' },
  year_request: { practitioner: 'self', employer_officer: 'organization' },
  year_withdraw: { practitioner: 'self', employer_officer: 'organization' },
  year_authority_review: { authority_reviewer: 'authority' },
  year_certify: bureau,
  year_return: { authority_reviewer: 'authority', ...bureau },
  year_revoke: bureau,
  year_reopen: { practitioner: 'self', ...bureau },
  certificate_see: { practitioner: 'self', employer_officer: 'organization', ...bureauReads, auditor: 'all' },
  certificate_print: { practitioner: 'self', ...bureau },
  // hours of past years, proved on paper
  historic_see: { practitioner: 'self', ...bureauReads, auditor: 'all' },
  historic_enter: { practitioner: 'self' },
  historic_verify: bureau,
  // people and organisations
  person_see: {
    practitioner: 'self',
    employer_officer: 'organization',
    authority_reviewer: 'authority',
    ...bureauReads,
    administrator: 'all',
    auditor: 'all',
  },
  person_edit_contact: { practitioner: 'self', ...administration },
  person_edit: administration,
  person_reveal_number: { practitioner: 'self', ...bureau, ...administration },
  organization_see: {
    employer_officer: 'organization',
    provider_officer: 'organization',
    authority_reviewer: 'authority',
    ...bureauReads,
    administrator: 'all',
    auditor: 'all',
  },
  organization_edit: administration,
  organization_set_publicity: { employer_officer: 'organization', ...administration },
  role_grant: administration,
  // trainings
  filing_see: {
    employer_officer: 'organization',
    provider_officer: 'organization',
    authority_reviewer: 'authority',
    ...bureauReads,
    auditor: 'all',
  },
  filing_submit: { employer_officer: 'organization', provider_officer: 'organization', ...bureau },
  filing_enter: { practitioner: 'self', employer_officer: 'organization', provider_officer: 'organization', ...bureau },
  filing_approve: { authority_reviewer: 'authority', ...bureau },
  filing_verify: bureau,
  roster_report: { employer_officer: 'organization', provider_officer: 'organization' },
  case_see: { practitioner: 'self', employer_officer: 'organization', provider_officer: 'organization', ...bureauReads, auditor: 'all' },
  case_raise: { practitioner: 'self' },
  case_answer: { employer_officer: 'organization', provider_officer: 'organization', ...bureau },
  case_close: { practitioner: 'self', ...bureau },
  // statistics, administration, audit
  figures_see: {
    employer_officer: 'organization',
    authority_reviewer: 'authority',
    ...bureauReads,
    leader: 'territory',
    administrator: 'all',
    auditor: 'all',
  },
  settings_edit: administration,
  platform_edit: administration,
  calendar_edit: administration,
  rules_edit: administration,
  rules_publish: administration,
  audit_see: { auditor: 'all' },
} as const satisfies Record<string, ScopeByRole>

export type Action = keyof typeof PERMISSIONS
export const ACTIONS = Object.keys(PERMISSIONS) as Action[]

/** Nobody decides on their own record or year, nor on an objection against themselves, nor grants themselves a role. */
export const NEVER_ON_ONESELF: ReadonlySet<Action> = new Set<Action>([
  'record_import',
  'record_review',
  'record_return',
  'record_reject',
  'record_publicize',
  'record_take_out',
  'record_confirm',
  'record_verify',
  'record_reopen',
  'record_correct',
  'record_revoke',
  'objection_decide',
  'appeal_decide',
  'year_authority_review',
  'year_certify',
  'year_return',
  'year_revoke',
  'historic_verify',
  'case_answer',
  'role_grant',
])

/** Nobody verifies or approves what they entered themselves. */
export const NEVER_ON_OWN_ENTRY: ReadonlySet<Action> = new Set<Action>([
  'record_verify',
  'filing_approve',
  'filing_verify',
  'objection_decide',
  'rules_publish',
])

/** The scope in which the role holds the permission; null where it does not hold it. */
export function permissionScopeOf(role: Role, action: Action): PermissionScope | null {
  const scopes: ScopeByRole = PERMISSIONS[action]
  return scopes[role] ?? null
}
