import { addDays, type PlainDate } from '@/lib/calendar/plain-date'
import { addWorkingDays, type DatedAnswer, type WorkCalendar } from '@/lib/calendar/working-days'
import type { Machine, RecordState, StateOf } from './states'
import { tableOf } from './tables/all'
import { SILENCE_DAYS } from './transition'

/**
 * Named groups of states, for queues, boards, ledgers and forms. No code outside lib/workflow and lib/i18n compares a state: it asks for a
 * group.
 */
const STATE_GROUPS = {
  record: {
    /** In the employer's review queue, where the employer is in charge (`path` employer, not escalated). */
    review: ['submitted'],
    /** Accepted and waiting for a publicity batch. */
    awaiting_publicity: ['accepted'],
    /** In the bureau's queue, where the bureau is in charge (`path` bureau, or escalated). */
    bureau_queue: ['submitted', 'accepted', 'publicized', 'objected'],
    /** In the verification queue, on the bureau path (M14.2). */
    verification: ['submitted'],
    /** Shown on the publicity board while the batch is open. */
    publicity_board: ['publicized', 'objected'],
    awaiting_confirmation: ['publicized'],
    awaiting_finding: ['objected'],
    awaiting_appeal_decision: ['appealed'],
    appealable: ['rejected', 'revoked'],
    /** Its hours are in the ledger. */
    counts: ['registered'],
    /** Its hours may still be registered: shown as "waiting" in the year's bar. */
    pending: ['submitted', 'accepted', 'publicized', 'objected', 'appealed'],
    /** The person may edit it. */
    editable: ['draft', 'returned'],
    draft: ['draft'],
    returned: ['returned'],
    /** Rejected, withdrawn or revoked: without a further event it gives no hours. */
    lost: ['rejected', 'refused', 'withdrawn', 'revoked'],
    /** There is a negative decision, whose reason the person is shown. */
    decided_against: ['rejected', 'refused', 'revoked'],
    escalatable: ['submitted', 'accepted', 'publicized'],
    withdrawn: ['withdrawn'],
    /** Prevents a second record of the same activity. */
    live: ['draft', 'submitted', 'returned', 'accepted', 'publicized', 'objected', 'registered', 'appealed'],
  },
  batch: { being_made: ['draft'], public: ['open'], done: ['confirmed', 'cancelled'], confirmed: ['confirmed'] },
  objection: {
    /** Keeps its record from being registered. */
    blocking: ['open', 'appealed'],
    awaiting_contact: ['unconfirmed'],
    awaiting_finding: ['open'],
    /** Its record was rejected or revoked because of it; the person may appeal. */
    upheld: ['upheld'],
    decided: ['dismissed', 'upheld', 'final'],
  },
  filing: {
    editable: ['draft', 'returned'],
    draft: ['draft'],
    bureau_queue: ['submitted', 'approved_by_authority', 'amended', 'change_approved_by_authority'],
    authority_queue: ['submitted', 'approved_by_bureau', 'amended', 'change_approved_by_bureau'],
    /** Waits for the bureau, the authority, or both. */
    waiting: [
      'submitted',
      'approved_by_bureau',
      'approved_by_authority',
      'amended',
      'change_approved_by_bureau',
      'change_approved_by_authority',
    ],
    /** In force and in the public register. While a change is under review, the training stays there as it was approved before. */
    register: ['filed', 'held', 'amended', 'change_approved_by_bureau', 'change_approved_by_authority'],
    /** Listed on the public register, which includes approved trainings that were cancelled. */
    listed: ['filed', 'held', 'amended', 'change_approved_by_bureau', 'change_approved_by_authority', 'cancelled'],
    to_come: ['filed', 'amended', 'change_approved_by_bureau', 'change_approved_by_authority'],
    /** A change of an approved training is under review. */
    changing: ['amended', 'change_approved_by_bureau', 'change_approved_by_authority'],
    changeable: ['filed'],
    came_back: ['returned'],
    refused: ['refused'],
    cancelled: ['cancelled'],
    held: ['held'],
    /** A roster may be reported; under a change that is not approved, for the training as it was approved before. */
    roster: ['filed', 'held', 'amended', 'change_approved_by_bureau', 'change_approved_by_authority'],
  },
  year: {
    requestable: ['open', 'returned'],
    /** In the certification queue; where an authority must review first, only after its review. */
    certification: ['requested', 'authority_reviewed'],
    authority_review: ['requested'],
    authority_reviewed: ['authority_reviewed'],
    certified: ['certified'],
    option_locked: ['requested', 'authority_reviewed', 'certified'],
    returned: ['returned'],
    revoked: ['revoked'],
  },
  term: {
    /** Not requested or returned: a new request continues this term instead of creating another. */
    under_way: ['open', 'returned'],
    /** Changes of its years' ledgers affect it. */
    depends_on_years: ['requested', 'authority_reviewed', 'certified'],
    requestable: ['open', 'returned'],
    certification: ['requested', 'authority_reviewed'],
    authority_review: ['requested'],
    authority_reviewed: ['authority_reviewed'],
    certified: ['certified'],
    option_locked: ['requested', 'authority_reviewed', 'certified'],
    returned: ['returned'],
    revoked: ['revoked'],
  },
  certificate: { valid: ['valid'], superseded: ['superseded'], revoked: ['revoked'] },
  rule_set: { editable: ['draft'], in_force: ['published'], discarded: ['discarded'] },
  case: { awaiting_answer: ['open'], awaiting_person: ['answered'], waiting: ['open', 'answered'] },
  roster: { being_made: ['draft'], confirmed: ['confirmed'], taken_back: ['taken_back'], past: ['confirmed', 'taken_back'] },
  historic: {
    /** In the bureau's verification queue. */
    verification: ['entered'],
    /** Its hours count in the term. */
    counts: ['verified'],
    /** The person may change its hours and its scan. */
    editable: ['draft', 'returned'],
    withdrawn: ['withdrawn'],
    returned: ['returned'],
    /** Shown among the person's years: all but withdrawn ones. */
    live: ['draft', 'entered', 'verified', 'returned'],
    /** Submitted at least once: visible to others than its person. */
    handed_in: ['entered', 'verified', 'returned'],
  },
} as const satisfies { readonly [M in Machine]: Readonly<Record<string, readonly StateOf<M>[]>> }

export type GroupOf<M extends Machine> = keyof (typeof STATE_GROUPS)[M] & string
export type RecordGroup = GroupOf<'record'>

/** The states of a group, as a new array, for the `in` of a query. */
export function statesIn<M extends Machine>(machine: M, group: GroupOf<M>): StateOf<M>[] {
  const groups: Readonly<Record<string, readonly StateOf<M>[]>> = STATE_GROUPS[machine]
  return [...(groups[group] ?? [])]
}

/** Whether the state belongs to the group. */
export function isInGroup<M extends Machine>(machine: M, state: StateOf<M>, group: GroupOf<M>): boolean {
  return statesIn(machine, group).includes(state)
}

/** `statesIn` for records. */
export function recordStatesIn(group: RecordGroup): RecordState[] {
  return statesIn('record', group)
}

/** The names of all groups of a machine. */
export function groupsOf<M extends Machine>(machine: M): GroupOf<M>[] {
  return Object.keys(STATE_GROUPS[machine]) as GroupOf<M>[]
}

/** Whether no transition leads out of the state. */
export function isFinal<M extends Machine>(machine: M, state: StateOf<M>): boolean {
  return !tableOf(machine).some((transition) => transition.from.includes(state))
}

/** Whether the hours of a record in this state are in the ledger. */
export function countsHours(state: RecordState): boolean {
  return isInGroup('record', state, 'counts')
}

/** Whether the person may edit a record in this state. */
export function isEditable(state: RecordState): boolean {
  return isInGroup('record', state, 'editable')
}

/**
 * The last day on which the employer may still leave a record unanswered, 10 working days after `waitingSince`, and the first day on which
 * the person may escalate it to the bureau.
 */
export function silenceEnds(calendar: WorkCalendar, waitingSince: PlainDate): { until: DatedAnswer; escalatableFrom: PlainDate } {
  const until = addWorkingDays(calendar, waitingSince, SILENCE_DAYS)
  return { until, escalatableFrom: addDays(until.on, 1) }
}
