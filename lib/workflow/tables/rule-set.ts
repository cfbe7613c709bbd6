import type { Transition } from '../transition'

/** The course of a version of the rules. What is published never changes again; who worked on a draft does not publish it. */
export const RULE_SET_TABLE = [
  { from: [null], event: 'create', to: 'draft', by: ['administrator'], guards: [], effects: [], clause: null },
  { from: ['draft'], event: 'edit', to: 'draft', by: ['administrator'], guards: [], effects: [], clause: null },
  {
    from: ['draft'],
    event: 'publish',
    to: 'published',
    by: ['administrator'],
    guards: ['not_own_entry', 'sound'],
    // whoever's hours change is told by the recomputation
    effects: ['recompute'],
    clause: null,
  },
  { from: ['draft'], event: 'discard', to: 'discarded', by: ['administrator'], guards: [], effects: [], clause: null },
] as const satisfies readonly Transition<'rule_set'>[]
