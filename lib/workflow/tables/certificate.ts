import type { Transition } from '../transition'

/** The course of a certificate (M17). What replaced it or took it away is final. */
export const CERTIFICATE_TABLE = [
  {
    from: [null],
    event: 'issue',
    to: 'valid',
    by: ['bureau', 'system'],
    guards: ['not_self', 'ledgers_current'],
    effects: ['notify_person'],
    clause: 'M17',
  },
  {
    from: ['valid'],
    event: 'supersede',
    to: 'superseded',
    by: ['bureau', 'system'],
    guards: ['reason'],
    effects: ['notify_person'],
    clause: 'M20',
  },
  {
    from: ['valid'],
    event: 'revoke',
    to: 'revoked',
    by: ['bureau', 'system'],
    guards: ['reason'],
    // the person is told of the year or term that is revoked with it
    effects: [],
    clause: 'M20',
  },
] as const satisfies readonly Transition<'certificate'>[]
