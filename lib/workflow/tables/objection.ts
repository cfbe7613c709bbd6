import { APPEAL_DAYS, FINDING_DAYS, type Transition } from '../transition'

const finding = { workingDays: FINDING_DAYS, since: 'today' } as const
const appealable = { workingDays: APPEAL_DAYS, since: 'today' } as const
const appealWindow = { workingDays: APPEAL_DAYS, since: 'decidedOn' } as const

/** The course of an objection to a publicized record. It stops the record only once its contact is confirmed. */
export const OBJECTION_TABLE = [
  {
    from: [null],
    event: 'raise',
    to: 'unconfirmed',
    by: ['anyone'],
    when: ['contact_new'],
    guards: ['reason', 'contact', 'period_running'],
    effects: ['mail_contact'],
    clause: 'M14.1',
  },
  {
    from: [null],
    event: 'raise',
    to: 'open',
    by: ['anyone'],
    when: ['contact_known'],
    guards: ['reason', 'contact', 'period_running'],
    effects: ['notify_employer', 'notify_person'],
    deadline: finding,
    clause: 'M14.1',
  },
  {
    // raised within the period; the confirmation may come after it
    from: ['unconfirmed'],
    event: 'confirm_contact',
    to: 'open',
    by: ['objector'],
    guards: ['period_running'],
    effects: ['notify_employer', 'notify_person'],
    deadline: finding,
    clause: 'M14.1',
  },
  {
    from: ['open'],
    event: 'dismiss',
    to: 'dismissed',
    by: ['finder'],
    guards: ['not_self', 'not_own_entry', 'finding'],
    effects: ['mail_contact', 'notify_person'],
    deadline: appealable,
    clause: 'M14.1',
  },
  {
    from: ['open'],
    event: 'uphold',
    to: 'upheld',
    by: ['finder'],
    guards: ['not_self', 'not_own_entry', 'finding'],
    effects: ['mail_contact', 'notify_person'],
    deadline: appealable,
    clause: 'M14.1',
  },
  {
    from: ['dismissed'],
    event: 'appeal',
    to: 'appealed',
    by: ['objector'],
    within: appealWindow,
    guards: ['reason', 'appeal_once', 'level_above_exists'],
    effects: ['notify_person'],
    deadline: finding,
    clause: null,
  },
  {
    // together with the record's own appeal
    from: ['upheld'],
    event: 'appeal',
    to: 'appealed',
    by: ['person'],
    within: appealWindow,
    guards: ['reason', 'appeal_once', 'level_above_exists'],
    effects: ['mail_contact'],
    deadline: finding,
    clause: null,
  },
  {
    from: ['appealed'],
    event: 'allow',
    to: 'final',
    by: ['level_above'],
    guards: ['not_self', 'not_own_entry', 'not_own_decision', 'finding'],
    effects: ['mail_contact', 'notify_person', 'notify_employer'],
    clause: null,
  },
  {
    from: ['appealed'],
    event: 'refuse',
    to: 'final',
    by: ['level_above'],
    guards: ['not_self', 'not_own_entry', 'not_own_decision', 'finding'],
    effects: ['mail_contact', 'notify_person', 'notify_employer'],
    clause: null,
  },
] as const satisfies readonly Transition<'objection'>[]
