import { addDays } from '@/lib/calendar/plain-date'
import { countWorkingDays } from '@/lib/calendar/working-days'
import { isBureau } from './actor-rules'
import { type Guard, MINIMUM_PUBLICITY_DAYS } from './transition'
import type { Refusal, RefusalCode, TransitionContext } from './types'

/** Guards on fields of the event's own form: its button is shown before they are filled in. */
export const INPUT_GUARDS: ReadonlySet<Guard> = new Set([
  'reason',
  'finding',
  'contact',
  'outcome',
  'outside_number',
  'provisional_confirmed',
])

type Check = (context: TransitionContext) => Refusal | null

function unless(
  holds: (context: TransitionContext) => boolean,
  code: RefusalCode,
  detail: (context: TransitionContext) => Refusal['detail'] = () => ({}),
): Check {
  return (context) => (holds(context) ? null : { code, detail: detail(context) })
}

const hasText = (text: string | null | undefined) => text !== null && text !== undefined && text.trim() !== ''

const CHECKS: { readonly [G in Guard]: Check } = {
  reason: unless((context) => hasText(context.reason), 'reason_missing'),
  finding: unless((context) => hasText(context.finding), 'finding_missing'),
  contact: unless((context) => hasText(context.contact), 'contact_missing'),
  outcome: unless((context) => hasText(context.outcome), 'outcome_missing'),
  outside_number: unless((context) => hasText(context.outsideNumber), 'number_missing'),
  provisional_confirmed: unless(
    (context) => context.provisionalLines === 0 || (context.provisionalConfirmed === true && hasText(context.reason)),
    'provisional_unconfirmed',
    (context) => ({ lines: context.provisionalLines ?? 0 }),
  ),
  ledgers_current: unless((context) => context.recounting === false, 'being_recounted'),
  not_self: unless((context) => !context.isSelf, 'own_record'),
  not_own_entry: unless((context) => !context.enteredByActor, 'own_entry'),
  not_own_entry_of_bureau: unless((context) => !(isBureau(context.by) && context.enteredByActor), 'own_entry'),
  not_own_decision: unless((context) => !context.decidedByActor, 'own_decision'),
  evidence: unless((context) => (context.evidence ?? 0) > 0, 'evidence_missing'),
  fields: unless(
    (context) => context.missingFields?.length === 0,
    'fields_missing',
    (context) => ({ fields: context.missingFields?.join(', ') ?? '' }),
  ),
  year_chosen: unless((context) => context.creditYearOpenChoice !== true, 'year_unchosen'),
  path_known: unless((context) => context.path === 'employer' || context.path === 'bureau', 'path_missing'),
  employer_path: unless(
    (context) => context.path === 'employer',
    'wrong_path',
    (context) => ({ path: context.path ?? '' }),
  ),
  bureau_path: unless(
    (context) => context.path === 'bureau',
    'wrong_path',
    (context) => ({ path: context.path ?? '' }),
  ),
  period_known: unless((context) => context.periodEndsOn != null, 'period_unknown'),
  period_running: checkPeriodRunning,
  period_over: checkPeriodOver,
  period_in_full: checkFullPeriod,
  period_long_enough: (context) => checkPeriodLength(context.publicityDays ?? 0, context),
  records_in_batch: unless((context) => (context.recordCount ?? 0) > 0, 'batch_empty'),
  none_open: unless(
    (context) => context.openObjections === 0,
    'objection_open',
    (context) => ({ count: context.openObjections ?? '?' }),
  ),
  contact_confirmed: unless((context) => context.contactConfirmed === true, 'contact_unconfirmed'),
  appeal_once: unless(
    (context) => (context.appealsUsed ?? 0) === 0,
    'once_only',
    (context) => ({ used: context.appealsUsed ?? 0 }),
  ),
  level_above_exists: checkLevelAbove,
  created_by_other: unless((context) => context.createdByOther === true, 'not_entered_by_other'),
  not_in_bureau_hands: unless((context) => context.inBureauHands !== true, 'already_in_bureau_hands'),
  year_not_certified: unless((context) => context.yearCertified !== true, 'year_certified'),
  met: unless((context) => context.met === true, 'not_met'),
  fell_below: unless((context) => context.met === false, 'still_met'),
  term_over: unless(
    (context) => context.termEndsOn != null && context.termEndsOn <= context.today,
    'too_early',
    (context) => ({ from: context.termEndsOn ?? '', workingDays: 0 }),
  ),
  authority_not_needed: unless((context) => context.authorityRequired === false, 'authority_review_missing'),
  authority_needed: unless((context) => context.authorityRequired === true, 'authority_review_not_needed'),
  before_first_day: unless(
    (context) => context.startsOn != null && context.today <= context.startsOn,
    'too_late',
    (context) => ({ until: context.startsOn ?? '' }),
  ),
  sound: unless(
    (context) => context.problems === 0,
    'unsound',
    (context) => ({ problems: context.problems ?? '?' }),
  ),
  not_over: unless(
    (context) => context.endsOn != null && context.today <= context.endsOn,
    'too_late',
    (context) => ({ until: context.endsOn ?? '' }),
  ),
  last_day_reached: unless(
    (context) => context.endsOn != null && context.today >= context.endsOn,
    'too_early',
    (context) => ({ from: context.endsOn ?? '' }),
  ),
  none_linked: unless(
    (context) => context.linkedRecords === 0,
    'records_linked',
    (context) => ({ count: context.linkedRecords ?? '?' }),
  ),
  training_filed: unless((context) => context.trainingFiled === true, 'training_not_filed'),
  rows_present: unless((context) => (context.rowCount ?? 0) > 0, 'roster_empty'),
  rows_clean: unless(
    (context) => context.rowsWrong === 0,
    'rows_wrong',
    (context) => ({ count: context.rowsWrong ?? '?' }),
  ),
}

/** Null where the guard holds, else the refusal with the numbers and dates that its message needs. */
export function checkGuard(guard: Guard, context: TransitionContext): Refusal | null {
  return CHECKS[guard](context)
}

/** For an objection the day counts on which it was raised: its contact may be confirmed after the period. */
function checkPeriodRunning(context: TransitionContext): Refusal | null {
  if (!context.periodEndsOn) return { code: 'period_unknown', detail: {} }
  const raisedOn = context.raisedOn ?? context.today
  return raisedOn <= context.periodEndsOn ? null : { code: 'too_late', detail: { until: context.periodEndsOn } }
}

/** The period is over from the day after its last day. */
function checkPeriodOver(context: TransitionContext): Refusal | null {
  if (!context.periodEndsOn) return { code: 'period_unknown', detail: {} }
  if (context.today > context.periodEndsOn) return null
  return { code: 'period_runs', detail: { endsOn: context.periodEndsOn, from: addDays(context.periodEndsOn, 1) } }
}

/** Every record is publicized for the full minimum period: it cannot join a batch with fewer working days left. */
function checkFullPeriod(context: TransitionContext): Refusal | null {
  if (!context.periodEndsOn) return { code: 'period_unknown', detail: {} }
  return checkPeriodLength(countWorkingDays(context.calendar, context.today, context.periodEndsOn).days, context)
}

function checkPeriodLength(days: number, context: TransitionContext): Refusal | null {
  const least = Math.max(context.minimumPublicityDays ?? MINIMUM_PUBLICITY_DAYS, 1)
  return Number.isInteger(days) && days >= least ? null : { code: 'period_short', detail: { days, least } }
}

/** A decision of the city cannot be appealed in this system: it leads to administrative reconsideration or the court. */
function checkLevelAbove(context: TransitionContext): Refusal | null {
  if (!context.decidedBy) return { code: 'decision_unknown', detail: {} }
  return context.decidedBy === 'city' ? { code: 'outside_way', detail: {} } : null
}
