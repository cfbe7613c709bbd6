import type { Machine } from './states'

/** The events of each machine. Stored events keep these names: add new ones, never rename. */
export const EVENTS = {
  record: [
    'create',
    'import',
    'arrive',
    'submit',
    'return',
    'accept',
    'publicize',
    'take_out',
    'object',
    'dismiss',
    'uphold',
    'confirm',
    'verify',
    'escalate',
    'reject',
    'appeal',
    'allow',
    'refuse',
    'withdraw',
    'disown',
    'reopen',
    'correct',
    'revoke',
    'take_back',
  ],
  batch: ['create', 'open', 'confirm', 'cancel'],
  objection: ['raise', 'confirm_contact', 'dismiss', 'uphold', 'appeal', 'allow', 'refuse'],
  filing: ['create', 'enter', 'submit', 'approve', 'verify', 'return', 'refuse', 'amend', 'withdraw', 'cancel', 'hold'],
  year: ['create', 'request', 'authority_review', 'certify', 'return', 'withdraw', 'drop', 'revoke', 'reopen'],
  term: ['create', 'request', 'authority_review', 'certify', 'return', 'withdraw', 'drop', 'recount', 'revoke', 'reopen'],
  certificate: ['issue', 'supersede', 'revoke'],
  case: ['raise', 'answer', 'close'],
  rule_set: ['create', 'edit', 'publish', 'discard'],
  roster: ['create', 'confirm', 'discard', 'take_back'],
  historic: ['create', 'submit', 'verify', 'return', 'withdraw', 'reopen', 'revoke'],
} as const

export type EventOf<M extends Machine> = (typeof EVENTS)[M][number]
export type RecordEvent = EventOf<'record'>
export type YearEvent = EventOf<'year'>
