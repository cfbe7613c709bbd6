import type { RecordPath, Role } from '@/lib/access/types'
import type { PlainDate } from '@/lib/calendar/plain-date'
import type { DatedAnswer, WorkCalendar } from '@/lib/calendar/working-days'
import type { Machine, StateOf } from './states'

/**
 * What a transition causes besides the new state. Each has exactly one handler (lib/server/consequence/effects.ts), and what the handlers
 * write is committed in the same statement. An office learns what has come to its desk from its queue and the count in the menu, so that
 * there is no effect for that.
 */
export const EFFECTS = [
  'ledger', // the ledgers of every year that the record counts in
  'recompute', // all ledgers that a published rule set concerns, in the background
  'notify_person', // whose record, year or certificate it is, unless they acted themselves
  'notify_creator', // the office that entered it on the person's behalf
  'notify_employer', // the officers of the employer
  'notify_filer', // the provider or employer that filed the training
  'mail_contact', // the objector, at the contact that was given
  'issue_certificate',
  'revoke_certificate',
  'supersede_certificate',
] as const
export type Effect = (typeof EFFECTS)[number]

/** Why something may not happen. Every code has its wording in both languages; the detail fills it. */
export const REFUSAL_CODES = [
  'not_from_here', // { state, event }
  'not_yours', // { event, role }: someone else acts here
  'own_record', // one's own record, year, or an objection against oneself
  'own_entry', // what one entered oneself
  'own_decision', // an appeal against one's own decision
  'reason_missing',
  'finding_missing',
  'evidence_missing',
  'fields_missing', // { fields: 'assessment, content' }
  'contact_missing',
  'contact_unconfirmed',
  'year_unchosen', // two credit years are possible and none was chosen
  'path_missing', // whether the employer or the bureau checks it is not known
  'wrong_path', // { path }
  'period_runs', // { endsOn, from }: may be done from that day
  'period_short', // { days, least }
  'period_unknown',
  'batch_empty',
  'objection_open', // { count }
  'too_early', // { from, workingDays }
  'too_late', // { until, workingDays? }
  'once_only',
  'decision_unknown', // what is appealed against, or when it was decided, is not known
  'outside_way', // against the city's decision: administrative reconsideration, not here
  'not_met', // the year or term does not reach its hours
  'still_met', // a request is dropped only where the ledger fell below
  'provisional_unconfirmed', // { lines: '2' } lines that rest on a figure that is not law yet
  'being_recounted', // rules have changed, and not every ledger follows them yet
  'authority_review_missing',
  'authority_review_not_needed',
  'not_entered_by_other', // "not mine" of what one entered oneself
  'already_in_bureau_hands',
  'year_certified', // the year is certified: it is revoked or corrected, not reopened line by line
  'number_missing', // of a filing from outside the city
  'records_linked', // { count } records of people rest on the filing
  'outcome_missing', // of a case
  'unsound', // { problems } of a rule set
  'training_not_filed', // a roster is of a filed training
  'roster_empty',
  'rows_wrong', // { count } rows of a roster
] as const
export type RefusalCode = (typeof REFUSAL_CODES)[number]
export interface Refusal {
  code: RefusalCode
  detail: Record<string, string | number>
}

/** Whose decision an appeal goes against. */
export type DecidedBy = 'employer' | 'county' | 'city'

/** What is known when something is about to happen. A fact that is left out counts as absent, never as given. */
export interface TransitionContext {
  by: Role | 'system'
  today: PlainDate
  calendar: WorkCalendar
  /** The actor's own: their record, year, certificate; for an objection, that it is against their own record. */
  isSelf: boolean
  /** The actor entered it: created the record on behalf, raised the objection, entered the filing, requested the year. */
  enteredByActor: boolean

  /** Given with the act. */
  reason?: string | null
  finding?: string | null
  contact?: string | null

  /** The record as it stands. */
  evidence?: number
  missingFields?: readonly string[]
  creditYearOpenChoice?: boolean
  path?: RecordPath | null
  inBureauHands?: boolean
  createdByOther?: boolean
  /** The employer's only officer is the person whom it concerns: the bureau decides in the officer's place. */
  officerConflicted?: boolean
  /** The day the present wait began: `Sets.waitingSince` of the last transition that set it. */
  waitingSince?: PlainDate | null
  yearCertified?: boolean

  /** Publicity. */
  periodEndsOn?: PlainDate | null
  publicityDays?: number
  minimumPublicityDays?: number
  recordCount?: number
  /** Objections open or under appeal, besides the one being decided. */
  openObjections?: number
  contactConfirmed?: boolean
  /** The day an objection was raised, where its contact is confirmed later. */
  raisedOn?: PlainDate | null
  /** The objector's appeal against a dismissal is what is being decided. */
  objectionAppeal?: boolean

  /** Appeals. */
  decidedOn?: PlainDate | null
  decidedBy?: DecidedBy | null
  decidedByActor?: boolean
  appealsUsed?: number
  appealedFrom?: 'rejected' | 'revoked' | null

  /** A year or a term. */
  met?: boolean
  /** A term's last day. */
  termEndsOn?: PlainDate | null
  authorityRequired?: boolean
  /** Deciding lines that rest on a partial or provisional figure. */
  provisionalLines?: number
  provisionalConfirmed?: boolean
  /** A change of the rules is being carried into the ledgers: what stands in one may be of before. */
  recounting?: boolean

  /** A filing; of a change of one that is on file, the days as they would be. */
  startsOn?: PlainDate | null
  endsOn?: PlainDate | null
  /** Records that rest on it, drafts and those that were lost left out. */
  linkedRecords?: number
  outside?: boolean
  outsideNumber?: string | null

  /** A rule set: what keeps it from being published. */
  problems?: number

  /** A case. */
  outcome?: 'correction' | 'revocation' | 'nothing' | null
  /** A registered record is what it is about; else a training. */
  aboutRecord?: boolean

  /** A roster: whether its training stands filed, its rows, and those that cannot become a record. */
  trainingFiled?: boolean
  rowCount?: number
  rowsWrong?: number
}

/** What the workflow assigns to the thing with the transition besides the state; `lib/server/transition/assigned-columns.ts` writes all of it. */
export interface Patch {
  path?: RecordPath
  inBureauHands?: boolean
  decidedBy?: DecidedBy | null
  decidedOn?: PlainDate | null
  appealedFrom?: 'rejected' | 'revoked' | null
  appealsUsed?: number
  /** The request is over: its bureau, authority and employer no longer have it before them. */
  requestEnded?: true
  /** Whoever has to act now has had it since today. */
  waitingSince?: PlainDate
}

export interface Granted<M extends Machine = Machine> {
  ok: true
  to: StateOf<M>
  /** Until when whoever is next should have acted; null where nothing runs. */
  due: DatedAnswer | null
  effects: readonly Effect[]
  patch: Patch
  /** Of regulation.md; null where no clause speaks of it. */
  clause: string | null
}
export interface Refused {
  ok: false
  /** The first of `refusals`. */
  refusal: Refusal
  /** All that stands in the way, at once. */
  refusals: readonly Refusal[]
}
export type Decision<M extends Machine = Machine> = Granted<M> | Refused
