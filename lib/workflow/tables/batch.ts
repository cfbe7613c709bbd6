import type { Transition } from '../transition'

/** The course of a publicity batch (公示, M14.1). Whether its period has ended is computed from its dates. */
export const BATCH_TABLE = [
  { from: [null], event: 'create', to: 'draft', by: ['in_charge'], guards: [], effects: [], clause: 'M14.1' },
  {
    from: ['draft'],
    event: 'open',
    to: 'open',
    by: ['in_charge'],
    guards: ['records_in_batch', 'period_long_enough'],
    effects: [],
    deadline: { periodEnd: true },
    clause: 'M14.1',
  },
  // records under objection stay behind and are confirmed one by one: the others go on
  { from: ['open'], event: 'confirm', to: 'confirmed', by: ['in_charge'], guards: ['period_over'], effects: [], clause: 'M14.1' },
  { from: ['draft'], event: 'cancel', to: 'cancelled', by: ['in_charge'], guards: [], effects: [], clause: 'M14.1' },
  // not while an objection waits for its finding: a cancelled publicity would make it vanish
  { from: ['open'], event: 'cancel', to: 'cancelled', by: ['in_charge'], guards: ['reason', 'none_open'], effects: [], clause: 'M14.1' },
] as const satisfies readonly Transition<'batch'>[]
