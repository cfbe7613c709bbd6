import { addDays } from '@/lib/calendar/plain-date'
import { countWorkingDays } from '@/lib/calendar/working-days'
import { isBureau } from './actor-rules'
import { type Guard, MINIMUM_PUBLICITY_DAYS } from './transition'
import type { Refusal, RefusalCode, TransitionContext } from './types'

/** Given with the act itself, in the form that asks for them: a button may be shown before they are there. */
export const GIVEN_WITH_THE_ACT: ReadonlySet<Guard> = new Set([
  'reason',
  'finding',
  'contact',
  'outcome',
  'outside_number',
  'provisional_confirmed',
])

type Check = (facts: TransitionContext) => Refusal | null

function unless(
  holds: (facts: TransitionContext) => boolean,
  code: RefusalCode,
  detail: (facts: TransitionContext) => Refusal['detail'] = () => ({}),
): Check {
  return (facts) => (holds(facts) ? null : { code, detail: detail(facts) })
}

const hasText = (text: string | null | undefined) => text !== null && text !== undefined && text.trim() !== ''

const CHECKS: { readonly [N in Guard]: Check } = {
  reason: unless((f) => hasText(f.reason), 'reason_missing'),
  finding: unless((f) => hasText(f.finding), 'finding_missing'),
  contact: unless((f) => hasText(f.contact), 'contact_missing'),
  outcome: unless((f) => hasText(f.outcome), 'outcome_missing'),
  outside_number: unless((f) => hasText(f.outsideNumber), 'number_missing'),
  provisional_confirmed: unless(
    (f) => f.provisionalLines === 0 || (f.provisionalConfirmed === true && hasText(f.reason)),
    'provisional_unconfirmed',
    (f) => ({ lines: f.provisionalLines ?? 0 }),
  ),
  ledgers_current: unless((f) => f.recounting === false, 'being_recounted'),
  not_self: unless((f) => !f.isSelf, 'own_record'),
  not_own_entry: unless((f) => !f.enteredByActor, 'own_entry'),
  not_own_entry_of_bureau: unless((f) => !(isBureau(f.by) && f.enteredByActor), 'own_entry'),
  not_own_decision: unless((f) => !f.decidedByActor, 'own_decision'),
  evidence: unless((f) => (f.evidence ?? 0) > 0, 'evidence_missing'),
  fields: unless(
    (f) => f.missingFields?.length === 0,
    'fields_missing',
    (f) => ({ fields: f.missingFields?.join(', ') ?? '' }),
  ),
  year_chosen: unless((f) => f.creditYearOpenChoice !== true, 'year_unchosen'),
  path_known: unless((f) => f.path === 'employer' || f.path === 'bureau', 'path_missing'),
  employer_path: unless(
    (f) => f.path === 'employer',
    'wrong_path',
    (f) => ({ path: f.path ?? '' }),
  ),
  bureau_path: unless(
    (f) => f.path === 'bureau',
    'wrong_path',
    (f) => ({ path: f.path ?? '' }),
  ),
  period_known: unless((f) => f.periodEndsOn != null, 'period_unknown'),
  period_running: refusePeriodEnded,
  period_over: refusePeriodRunning,
  period_in_full: refusePartOfPeriod,
  period_long_enough: (f) => refuseShort(f.publicityDays ?? 0, f),
  records_in_batch: unless((f) => (f.recordCount ?? 0) > 0, 'batch_empty'),
  none_open: unless(
    (f) => f.openObjections === 0,
    'objection_open',
    (f) => ({ count: f.openObjections ?? '?' }),
  ),
  contact_confirmed: unless((f) => f.contactConfirmed === true, 'contact_unconfirmed'),
  appeal_once: unless(
    (f) => (f.appealsUsed ?? 0) === 0,
    'once_only',
    (f) => ({ used: f.appealsUsed ?? 0 }),
  ),
  level_above_exists: refuseOutsideWay,
  created_by_other: unless((f) => f.createdByOther === true, 'not_entered_by_other'),
  not_in_bureau_hands: unless((f) => f.inBureauHands !== true, 'already_in_bureau_hands'),
  year_not_certified: unless((f) => f.yearCertified !== true, 'year_certified'),
  met: unless((f) => f.met === true, 'not_met'),
  fell_below: unless((f) => f.met === false, 'still_met'),
  term_over: unless(
    (f) => f.termEndsOn != null && f.termEndsOn <= f.today,
    'too_early',
    (f) => ({ from: f.termEndsOn ?? '', workingDays: 0 }),
  ),
  authority_not_needed: unless((f) => f.authorityRequired === false, 'authority_review_missing'),
  authority_needed: unless((f) => f.authorityRequired === true, 'authority_review_not_needed'),
  before_first_day: unless(
    (f) => f.startsOn != null && f.today <= f.startsOn,
    'too_late',
    (f) => ({ until: f.startsOn ?? '' }),
  ),
  sound: unless(
    (f) => f.problems === 0,
    'unsound',
    (f) => ({ problems: f.problems ?? '?' }),
  ),
  not_over: unless(
    (f) => f.endsOn != null && f.today <= f.endsOn,
    'too_late',
    (f) => ({ until: f.endsOn ?? '' }),
  ),
  last_day_reached: unless(
    (f) => f.endsOn != null && f.today >= f.endsOn,
    'too_early',
    (f) => ({ from: f.endsOn ?? '' }),
  ),
  none_linked: unless(
    (f) => f.linkedRecords === 0,
    'records_linked',
    (f) => ({ count: f.linkedRecords ?? '?' }),
  ),
  training_filed: unless((f) => f.trainingFiled === true, 'training_not_filed'),
  rows_present: unless((f) => (f.rowCount ?? 0) > 0, 'roster_empty'),
  rows_clean: unless(
    (f) => f.rowsWrong === 0,
    'rows_wrong',
    (f) => ({ count: f.rowsWrong ?? '?' }),
  ),
}

/** Null where the need is met, else why not, with its figures. */
export function checkGuard(need: Guard, facts: TransitionContext): Refusal | null {
  return CHECKS[need](facts)
}

/** An objection counts by the day it was raised: its contact may be confirmed after the period. */
function refusePeriodEnded(facts: TransitionContext): Refusal | null {
  if (!facts.periodEndsOn) return { code: 'period_unknown', detail: {} }
  const raisedOn = facts.raisedOn ?? facts.today
  return raisedOn <= facts.periodEndsOn ? null : { code: 'too_late', detail: { until: facts.periodEndsOn } }
}

/** Over from the first instant after its last day. */
function refusePeriodRunning(facts: TransitionContext): Refusal | null {
  if (!facts.periodEndsOn) return { code: 'period_unknown', detail: {} }
  if (facts.today > facts.periodEndsOn) return null
  return { code: 'period_runs', detail: { endsOn: facts.periodEndsOn, from: addDays(facts.periodEndsOn, 1) } }
}

/** A record stands the whole period: none joins a batch whose days have begun to run out. */
function refusePartOfPeriod(facts: TransitionContext): Refusal | null {
  if (!facts.periodEndsOn) return { code: 'period_unknown', detail: {} }
  return refuseShort(countWorkingDays(facts.calendar, facts.today, facts.periodEndsOn).days, facts)
}

function refuseShort(days: number, facts: TransitionContext): Refusal | null {
  const least = Math.max(facts.minimumPublicityDays ?? MINIMUM_PUBLICITY_DAYS, 1)
  return Number.isInteger(days) && days >= least ? null : { code: 'period_short', detail: { days, least } }
}

/** Against the city's own decision the way leads outside: reconsideration or the court. */
function refuseOutsideWay(facts: TransitionContext): Refusal | null {
  if (!facts.decidedBy) return { code: 'decision_unknown', detail: {} }
  return facts.decidedBy === 'city' ? { code: 'outside_way', detail: {} } : null
}
