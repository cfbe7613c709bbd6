/** The states of each machine. Their names are also those of the database's enums and of the message keys. */
export const RECORD_STATES = [
  'draft',
  'submitted',
  'returned',
  'accepted',
  'publicized',
  'objected',
  'registered',
  'rejected',
  'appealed',
  'refused',
  'withdrawn',
  'revoked',
] as const
export const BATCH_STATES = ['draft', 'open', 'confirmed', 'cancelled'] as const
export const OBJECTION_STATES = ['unconfirmed', 'open', 'dismissed', 'upheld', 'appealed', 'final'] as const
export const FILING_STATES = [
  'draft',
  'submitted',
  'approved_by_bureau',
  'approved_by_authority',
  'filed',
  'returned',
  'refused',
  'amended',
  'change_approved_by_bureau',
  'change_approved_by_authority',
  'cancelled',
  'held',
] as const
export const YEAR_STATES = ['open', 'requested', 'authority_reviewed', 'certified', 'revoked', 'returned'] as const
export const TERM_STATES = YEAR_STATES
export const CERTIFICATE_STATES = ['valid', 'superseded', 'revoked'] as const
export const HISTORIC_STATES = ['draft', 'entered', 'verified', 'returned', 'withdrawn'] as const
export const CASE_STATES = ['open', 'answered', 'closed'] as const
export const RULE_SET_STATES = ['draft', 'published', 'discarded'] as const
export const ROSTER_STATES = ['draft', 'confirmed', 'discarded', 'taken_back'] as const

export const STATES = {
  record: RECORD_STATES,
  batch: BATCH_STATES,
  objection: OBJECTION_STATES,
  filing: FILING_STATES,
  year: YEAR_STATES,
  term: TERM_STATES,
  certificate: CERTIFICATE_STATES,
  case: CASE_STATES,
  rule_set: RULE_SET_STATES,
  roster: ROSTER_STATES,
  historic: HISTORIC_STATES,
} as const

export const MACHINES = [
  'record',
  'batch',
  'objection',
  'filing',
  'year',
  'term',
  'certificate',
  'case',
  'rule_set',
  'roster',
  'historic',
] as const
export type Machine = (typeof MACHINES)[number]
export type StateOf<M extends Machine> = (typeof STATES)[M][number]
export type RecordState = StateOf<'record'>
export type BatchState = StateOf<'batch'>
export type ObjectionState = StateOf<'objection'>
export type FilingState = StateOf<'filing'>
export type YearState = StateOf<'year'>
export type TermState = StateOf<'term'>
export type CertificateState = StateOf<'certificate'>
export type CaseState = StateOf<'case'>
export type RuleSetState = StateOf<'rule_set'>
export type RosterState = StateOf<'roster'>
export type HistoricState = StateOf<'historic'>
