import type { EventOf } from './events'
import type { Machine, StateOf } from './states'
import type { Effect } from './types'

/** Who may act. Some are fixed by the role, some by who the thing waits for just then. */
export type ActorRule =
  | 'person' // whose it is
  | 'creator' // who entered it on the person's behalf
  | 'objector' // who raised the objection, an account or not
  | 'employer'
  | 'provider'
  | 'authority'
  | 'bureau'
  | 'administrator'
  | 'in_charge' // the employer, or the bureau on its path, after an escalation, or where the only officer is concerned
  | 'finder' // of an objection: who is in charge, after 15 working days the bureau; on appeal the level above
  | 'level_above' // the bureau against an employer, the city against a county
  | 'anyone'
  | 'system'

/** What must hold. `reason`, `finding` and the like are given with the act; the others are facts of the thing. */
export type Guard =
  | 'reason'
  | 'finding'
  | 'contact'
  | 'outcome'
  | 'outside_number'
  | 'provisional_confirmed'
  | 'ledgers_current'
  | 'not_self'
  | 'not_own_entry'
  | 'not_own_entry_of_bureau'
  | 'not_own_decision'
  | 'evidence'
  | 'fields'
  | 'year_chosen'
  | 'path_known'
  | 'employer_path'
  | 'bureau_path'
  | 'period_known'
  | 'period_running'
  | 'period_over'
  | 'period_in_full'
  | 'period_long_enough'
  | 'records_in_batch'
  | 'none_open'
  | 'contact_confirmed'
  | 'appeal_once'
  | 'level_above_exists'
  | 'created_by_other'
  | 'not_in_bureau_hands'
  | 'year_not_certified'
  | 'met'
  | 'fell_below'
  | 'term_over'
  | 'authority_not_needed'
  | 'authority_needed'
  | 'before_first_day'
  | 'last_day_reached'
  | 'not_over'
  | 'none_linked'
  | 'sound'
  | 'training_filed'
  | 'rows_present'
  | 'rows_clean'

/** Which of several rows of one event applies. Exactly one of them does: a test holds that. */
export type Condition =
  | 'others_open'
  | 'no_others_open'
  | 'on_appeal'
  | 'not_on_appeal'
  | 'from_rejected'
  | 'from_revoked'
  | 'outside'
  | 'inside'
  | 'contact_known'
  | 'contact_new'
  | 'by_bureau'
  | 'by_authority'
  | 'about_training'
  | 'about_record'

/** The event is open for so many working days since a day, or only after so many. */
export interface Limit {
  workingDays: number
  since: 'decidedOn' | 'waitingSince' | 'periodEndsOn'
}

/** Until when whoever is next should act. */
export type Deadline = { workingDays: number; since: 'today' | 'waitingSince'; only?: 'bureau' } | { periodEnd: true } // the last day of the publicity

/** What is stored with the state. */
export type Assignment =
  | 'path' // as the context says; the bureau's once an appeal brought the record back
  | 'bureau_path'
  | 'bureau_hands'
  | 'decision' // by which level and when, for an appeal
  | 'appeal'
  | 'appeal_again' // a new decision: it may be appealed though an earlier one was
  | 'end_request' // of a certification: which bureau and authority had it, and since when

export interface Transition<M extends Machine> {
  from: readonly (StateOf<M> | null)[]
  event: EventOf<M>
  to: StateOf<M>
  by: readonly ActorRule[]
  when?: readonly Condition[]
  /** Not before so many working days. */
  after?: Limit
  /** Not later than so many working days. */
  within?: Limit
  guards: readonly Guard[]
  effects: readonly Effect[]
  deadline?: Deadline
  assignments?: readonly Assignment[]
  /** Of regulation.md; null where no clause speaks of it and the rule is the product's own. */
  clause: string | null
}

/** Working days; which of them are law is said in the table of regulation.md. */
export const VERIFY_DAYS = 5 // M14.2, partial
export const FINDING_DAYS = 15
export const SILENCE_DAYS = 10
export const APPEAL_DAYS = 15
/** M14.1: the length of the publicity is lost; provisional. A unit may set a longer one. */
export const MINIMUM_PUBLICITY_DAYS = 5
