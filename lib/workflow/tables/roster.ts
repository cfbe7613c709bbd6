import type { Transition } from '../transition'

/** The course of a roster: who attended a filed training, as its provider or employer reports it (N3.2). A draft is taken whole or not at all. */
export const ROSTER_TABLE = [
  {
    from: [null],
    event: 'create',
    to: 'draft',
    by: ['provider', 'employer', 'bureau'],
    guards: ['training_filed', 'last_day_reached'],
    effects: [],
    clause: 'N3.2',
  },
  {
    from: ['draft'],
    event: 'confirm',
    to: 'confirmed',
    by: ['provider', 'employer', 'bureau'],
    guards: ['training_filed', 'last_day_reached', 'rows_present', 'rows_clean'],
    effects: [],
    clause: 'N3.2',
  },
  { from: ['draft'], event: 'discard', to: 'discarded', by: ['provider', 'employer'], guards: [], effects: [], clause: null },
  // what nobody accepted yet is withdrawn with it; accepted records stand
  {
    from: ['confirmed'],
    event: 'take_back',
    to: 'taken_back',
    by: ['provider', 'employer'],
    guards: ['reason'],
    effects: [],
    clause: null,
  },
] as const satisfies readonly Transition<'roster'>[]
