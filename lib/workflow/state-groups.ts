import { addDays, type PlainDate } from '@/lib/calendar/plain-date'
import { addWorkingDays, type DatedAnswer, type WorkCalendar } from '@/lib/calendar/working-days'
import type { Machine, RecordState, StateOf } from './states'
import { tableOf } from './tables/all'
import { SILENCE_DAYS } from './transition'

/** What is asked of states elsewhere: queues, boards, ledgers. Nothing outside compares a state. */
const STATE_GROUPS = {
  record: {
    /** In the employer's queue where it is in its hands (`path` employer, not escalated). */
    review: ['submitted'],
    /** Accepted and waiting for a publicity batch. */
    awaiting_publicity: ['accepted'],
    /** In the bureau's queue where it is in its hands (`path` bureau, or escalated). */
    bureau_queue: ['submitted', 'accepted', 'publicized', 'objected'],
    /** In the queue of verification, on the bureau path. */
    verification: ['submitted'],
    /** On the publicity board while the batch is open. */
    publicity_board: ['publicized', 'objected'],
    awaiting_confirmation: ['publicized'],
    awaiting_finding: ['objected'],
    awaiting_appeal_decision: ['appealed'],
    appealable: ['rejected', 'revoked'],
    /** In the ledger. */
    counts: ['registered'],
    /** Hours the person may still get: "waiting" in the bar. */
    pending: ['submitted', 'accepted', 'publicized', 'objected', 'appealed'],
    /** The person may change what it says. */
    editable: ['draft', 'returned'],
    draft: ['draft'],
    returned: ['returned'],
    /** Was decided against, or taken back: hours will not come of it as it stands. */
    lost: ['rejected', 'refused', 'withdrawn', 'revoked'],
    /** Decided against, rightly or not: its hours do not count, and the person is told why. */
    decided_against: ['rejected', 'refused', 'revoked'],
    escalatable: ['submitted', 'accepted', 'publicized'],
    withdrawn: ['withdrawn'],
    /** Stands in the way of a second record of the same thing. */
    live: ['draft', 'submitted', 'returned', 'accepted', 'publicized', 'objected', 'registered', 'appealed'],
  },
  batch: { being_made: ['draft'], public: ['open'], done: ['confirmed', 'cancelled'], confirmed: ['confirmed'] },
  objection: {
    /** Stops its record. */
    blocking: ['open', 'appealed'],
    awaiting_contact: ['unconfirmed'],
    awaiting_finding: ['open'],
    /** Brought its record down; the person may appeal. */
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
    /** On file: in the public register, and in force. A change leaves it there as it was until both have agreed to the change. */
    register: ['filed', 'held', 'amended', 'change_approved_by_bureau', 'change_approved_by_authority'],
    /** Said on the public register: also what was on file and will not be held. */
    listed: ['filed', 'held', 'amended', 'change_approved_by_bureau', 'change_approved_by_authority', 'cancelled'],
    to_come: ['filed', 'amended', 'change_approved_by_bureau', 'change_approved_by_authority'],
    /** A change of what is on file waits to be agreed to. */
    changing: ['amended', 'change_approved_by_bureau', 'change_approved_by_authority'],
    changeable: ['filed'],
    came_back: ['returned'],
    refused: ['refused'],
    cancelled: ['cancelled'],
    held: ['held'],
    /** Who attended may be reported: a change that was never agreed to leaves the training as it was filed. */
    roster: ['filed', 'held', 'amended', 'change_approved_by_bureau', 'change_approved_by_authority'],
  },
  year: {
    requestable: ['open', 'returned'],
    /** In the queue of certification, where no authority has to look first. */
    certification: ['requested', 'authority_reviewed'],
    authority_review: ['requested'],
    authority_reviewed: ['authority_reviewed'],
    certified: ['certified'],
    option_locked: ['requested', 'authority_reviewed', 'certified'],
    returned: ['returned'],
    revoked: ['revoked'],
  },
  term: {
    /** Not decided yet: a new request goes on with it. */
    under_way: ['open', 'returned'],
    /** What its years hold matters to it: the ledgers' changes reach it. */
    rests_on_years: ['requested', 'authority_reviewed', 'certified'],
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
    /** In the bureau's queue. */
    verification: ['entered'],
    /** In the term. */
    counts: ['verified'],
    /** The person may change its numbers and its scan. */
    editable: ['draft', 'returned'],
    withdrawn: ['withdrawn'],
    returned: ['returned'],
    /** Among the person's years; what was taken back is not. */
    live: ['draft', 'entered', 'verified', 'returned'],
    /** Was handed in: others than its person may see it. */
    handed_in: ['entered', 'verified', 'returned'],
  },
} as const satisfies { readonly [M in Machine]: Readonly<Record<string, readonly StateOf<M>[]>> }

export type GroupOf<M extends Machine> = keyof (typeof STATE_GROUPS)[M] & string
export type RecordGroup = GroupOf<'record'>

/** The states of which it is so, for a query's `in`. A copy: the caller may keep it. */
export function statesIn<M extends Machine>(machine: M, question: GroupOf<M>): StateOf<M>[] {
  const answers: Readonly<Record<string, readonly StateOf<M>[]>> = STATE_GROUPS[machine]
  return [...(answers[question] ?? [])]
}

/** Whether it is so of this state. */
export function isInGroup<M extends Machine>(machine: M, state: StateOf<M>, question: GroupOf<M>): boolean {
  return statesIn(machine, question).includes(state)
}

/** `statesWhere('record', …)`. */
export function recordStatesIn(question: RecordGroup): RecordState[] {
  return statesIn('record', question)
}

/** Every question that can be asked of a machine's states. */
export function groupsOf<M extends Machine>(machine: M): GroupOf<M>[] {
  return Object.keys(STATE_GROUPS[machine]) as GroupOf<M>[]
}

/** Nothing leads out of it: computed from the table. */
export function isFinal<M extends Machine>(machine: M, state: StateOf<M>): boolean {
  return !tableOf(machine).some((row) => row.from.includes(state))
}

/** Whether a record in this state is in the ledger. */
export function countsHours(state: RecordState): boolean {
  return isInGroup('record', state, 'counts')
}

/** Whether the person may change what the record says. */
export function isEditable(state: RecordState): boolean {
  return isInGroup('record', state, 'editable')
}

/** Up to when the employer may be silent, and from when the person may turn to the bureau. */
export function silenceEnds(calendar: WorkCalendar, waitingSince: PlainDate): { until: DatedAnswer; escalatableFrom: PlainDate } {
  const until = addWorkingDays(calendar, waitingSince, SILENCE_DAYS)
  return { until, escalatableFrom: addDays(until.on, 1) }
}
