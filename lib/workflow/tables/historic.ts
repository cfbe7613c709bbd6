import type { Transition } from '../transition'

/** The course of a past year's paper hours (N6.0): totals with a scan of the stamped form, looked at by the competent bureau. */
export const HISTORIC_TABLE = [
  { from: [null], event: 'create', to: 'draft', by: ['person'], guards: [], effects: [], clause: 'N6.0' },
  { from: ['draft', 'returned'], event: 'submit', to: 'entered', by: ['person'], guards: ['evidence'], effects: [], clause: 'N6.0' },
  {
    from: ['entered'],
    event: 'verify',
    to: 'verified',
    by: ['bureau'],
    guards: ['not_self'],
    effects: ['notify_person'],
    clause: 'N6.0',
  },
  {
    from: ['entered'],
    event: 'return',
    to: 'returned',
    by: ['bureau'],
    guards: ['not_self', 'reason'],
    effects: ['notify_person'],
    clause: 'N6.0',
  },
  { from: ['draft', 'entered', 'returned'], event: 'withdraw', to: 'withdrawn', by: ['person'], guards: [], effects: [], clause: null },
  // A person has one row for each past year: what was taken back is entered again in it.
  { from: ['withdrawn'], event: 'reopen', to: 'draft', by: ['person'], guards: [], effects: [], clause: null },
  {
    from: ['verified'],
    event: 'revoke',
    to: 'returned',
    by: ['bureau'],
    guards: ['not_self', 'reason'],
    effects: ['notify_person'],
    clause: 'M20',
  },
] as const satisfies readonly Transition<'historic'>[]
