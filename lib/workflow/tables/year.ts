import type { Transition } from '../transition'

/** The course of a person's credit year (N6). Whether it is met is computed from the ledger, not a state. */
export const YEAR_TABLE = [
  { from: [null], event: 'create', to: 'open', by: ['system', 'person', 'employer', 'bureau'], guards: [], effects: [], clause: 'N3.1' },
  {
    from: ['open', 'returned'],
    event: 'request',
    to: 'requested',
    by: ['person', 'employer'],
    guards: ['met'],
    // by the employer: the person is told
    effects: ['notify_person'],
    clause: 'N6.5',
  },
  {
    from: ['requested'],
    event: 'authority_review',
    to: 'authority_reviewed',
    by: ['authority'],
    guards: ['not_self', 'authority_needed', 'met'],
    effects: [],
    clause: 'N6.1',
  },
  {
    from: ['requested'],
    event: 'certify',
    to: 'certified',
    by: ['bureau'],
    guards: ['not_self', 'met', 'authority_not_needed', 'provisional_confirmed'],
    effects: ['issue_certificate', 'notify_person', 'notify_employer'],
    clause: 'N6.5',
  },
  {
    from: ['authority_reviewed'],
    event: 'certify',
    to: 'certified',
    by: ['bureau'],
    guards: ['not_self', 'met', 'provisional_confirmed'],
    effects: ['issue_certificate', 'notify_person', 'notify_employer'],
    clause: 'N6.5',
  },
  {
    from: ['requested', 'authority_reviewed'],
    event: 'return',
    to: 'returned',
    by: ['bureau', 'authority'],
    guards: ['not_self', 'reason'],
    effects: ['notify_person', 'notify_employer'],
    clause: 'N6.5',
  },
  {
    from: ['requested', 'authority_reviewed'],
    event: 'withdraw',
    to: 'open',
    by: ['person', 'creator'],
    guards: [],
    effects: [],
    assignments: ['end_request'],
    clause: 'N6.5',
  },
  {
    from: ['requested', 'authority_reviewed'],
    event: 'drop',
    to: 'open',
    by: ['system'],
    guards: ['fell_below'],
    effects: ['notify_person'],
    assignments: ['end_request'],
    clause: 'N6.5',
  },
  {
    from: ['certified'],
    event: 'revoke',
    to: 'revoked',
    by: ['bureau', 'system'],
    guards: ['not_self', 'reason'],
    effects: ['revoke_certificate', 'notify_person', 'notify_employer'],
    clause: 'M20',
  },
  {
    from: ['revoked'],
    event: 'reopen',
    to: 'open',
    by: ['person', 'bureau', 'system'],
    guards: [],
    effects: [],
    assignments: ['end_request'],
    clause: null,
  },
] as const satisfies readonly Transition<'year'>[]

/** A term is certified the same way over its years (N8.1). */
export const TERM_TABLE: readonly Transition<'term'>[] = [
  ...YEAR_TABLE.map(
    (row): Transition<'term'> => ({
      ...row,
      guards: row.event === 'request' ? ['met', 'term_over'] : row.guards,
      clause: 'N8.1',
    }),
  ),
  // The hours of one of its years changed and still suffice: the certificate is replaced by one with the new figures.
  {
    from: ['certified'],
    event: 'recount',
    to: 'certified',
    by: ['system'],
    guards: ['reason', 'met'],
    effects: ['supersede_certificate'],
    clause: 'N8.1',
  },
]
