import type { Row } from '../transition'

/** The course of a person's credit year (N6). Whether it is met is computed from the ledger, not a state. */
export const YEAR_TABLE = [
  { from: [null], event: 'create', to: 'open', by: ['system', 'person', 'employer', 'bureau'], needs: [], effects: [], clause: 'N3.1' },
  {
    from: ['open', 'returned'],
    event: 'request',
    to: 'requested',
    by: ['person', 'employer'],
    needs: ['met'],
    effects: ['notify_certifier', 'notify_authority'],
    marks: ['lock_option'],
    clause: 'N6.5',
  },
  {
    from: ['requested'],
    event: 'authority_review',
    to: 'authority_reviewed',
    by: ['authority'],
    needs: ['not_self', 'authority_needed', 'met'],
    effects: ['notify_certifier'],
    clause: 'N6.1',
  },
  {
    from: ['requested'],
    event: 'certify',
    to: 'certified',
    by: ['bureau'],
    needs: ['not_self', 'met', 'authority_not_needed', 'provisional_confirmed'],
    effects: ['issue_certificate', 'notify_person', 'notify_employer'],
    clause: 'N6.5',
  },
  {
    from: ['authority_reviewed'],
    event: 'certify',
    to: 'certified',
    by: ['bureau'],
    needs: ['not_self', 'met', 'provisional_confirmed'],
    effects: ['issue_certificate', 'notify_person', 'notify_employer'],
    clause: 'N6.5',
  },
  {
    from: ['requested', 'authority_reviewed'],
    event: 'return',
    to: 'returned',
    by: ['bureau', 'authority'],
    needs: ['not_self', 'reason'],
    effects: ['notify_person', 'notify_employer'],
    marks: ['unlock_option'],
    clause: 'N6.5',
  },
  {
    from: ['requested', 'authority_reviewed'],
    event: 'withdraw',
    to: 'open',
    by: ['person', 'creator'],
    needs: [],
    effects: ['notify_certifier'],
    marks: ['unlock_option'],
    clause: 'N6.5',
  },
  {
    from: ['requested', 'authority_reviewed'],
    event: 'drop',
    to: 'open',
    by: ['system'],
    needs: ['fell_below'],
    effects: ['notify_person', 'notify_certifier'],
    marks: ['unlock_option'],
    clause: 'N6.5',
  },
  {
    from: ['certified'],
    event: 'revoke',
    to: 'revoked',
    by: ['bureau', 'system'],
    needs: ['not_self', 'reason'],
    effects: ['revoke_certificate', 'notify_person', 'notify_employer'],
    clause: 'M20',
  },
  {
    from: ['revoked'],
    event: 'reopen',
    to: 'open',
    by: ['person', 'bureau', 'system'],
    needs: [],
    effects: [],
    marks: ['unlock_option'],
    clause: null,
  },
] as const satisfies readonly Row<'year'>[]

/** A term is certified the same way over its years (N8.1). */
export const TERM_TABLE: readonly Row<'term'>[] = [
  ...YEAR_TABLE.map(
    (row): Row<'term'> => ({
      ...row,
      needs: row.event === 'request' ? ['met', 'term_over'] : row.needs,
      clause: 'N8.1',
    }),
  ),
  // The hours of one of its years changed and still suffice: the certificate is replaced by one with the new figures.
  {
    from: ['certified'],
    event: 'recount',
    to: 'certified',
    by: ['system'],
    needs: ['reason', 'met'],
    effects: ['supersede_certificate'],
    clause: 'N8.1',
  },
]
