import { FINDING_DAYS, type Transition } from '../transition'

/** The course of a case: "not mine" of a registered record, "missing" hours, a dispute of an arrival. */
export const CASE_TABLE = [
  {
    from: [null],
    event: 'raise',
    to: 'open',
    by: ['person'],
    guards: ['reason'],
    effects: [],
    deadline: { workingDays: FINDING_DAYS, since: 'today' },
    clause: null,
  },
  {
    from: ['open'],
    event: 'answer',
    to: 'answered',
    by: ['bureau', 'provider', 'employer'],
    when: ['about_training'],
    guards: ['not_self', 'finding', 'outcome'],
    effects: ['notify_person'],
    clause: null,
  },
  {
    // what is registered is corrected or revoked by the bureau alone
    from: ['open'],
    event: 'answer',
    to: 'answered',
    by: ['bureau'],
    when: ['about_record'],
    guards: ['not_self', 'finding', 'outcome'],
    effects: ['notify_person'],
    clause: null,
  },
  { from: ['open', 'answered'], event: 'close', to: 'closed', by: ['person', 'bureau', 'system'], guards: [], effects: [], clause: null },
] as const satisfies readonly Transition<'case'>[]
