import type { Role } from '@/lib/access/types'
import { addDays } from '@/lib/calendar/plain-date'
import { addWorkingDays } from '@/lib/calendar/working-days'
import { type ActorRule, FINDING_DAYS } from './transition'
import type { DecidedBy, Refusal, TransitionContext } from './types'

type Actor = TransitionContext['by']

/** Whether the role is a bureau's reviewer. Which bureau is not looked at: lib/access checks the jurisdiction. */
export function isBureau(by: Actor): by is Extract<Role, 'county_reviewer' | 'city_reviewer'> {
  return by === 'county_reviewer' || by === 'city_reviewer'
}

/** The level at which the role decides, to know who hears an appeal against the decision; null for roles that do not decide. */
export function levelOf(by: Actor): DecidedBy | null {
  if (by === 'employer_officer') return 'employer'
  if (by === 'county_reviewer') return 'county'
  return by === 'city_reviewer' ? 'city' : null
}

/**
 * Whether the employer or the bureau acts on a record. The bureau does on the bureau path (M14.2), after an escalation, and where the
 * employer's only officer is the person whom the record concerns.
 */
export function inCharge(context: Pick<TransitionContext, 'path' | 'inBureauHands' | 'officerConflicted'>): 'employer' | 'bureau' {
  return context.path === 'bureau' || context.inBureauHands || context.officerConflicted ? 'bureau' : 'employer'
}

const ENTERS_FOR_OTHERS: readonly Actor[] = ['employer_officer', 'provider_officer', 'county_reviewer', 'city_reviewer']

/** Null where the actor satisfies the rule, else a refusal: `not_yours`, for a finder also `too_late` or `too_early`. */
export function checkActorRule(rule: ActorRule, context: TransitionContext, event: string): Refusal | null {
  const notYours: Refusal = { code: 'not_yours', detail: { event, role: context.by } }
  if (rule === 'finder') return checkFinder(context, notYours)
  return holds(rule, context) ? null : notYours
}

function holds(rule: Exclude<ActorRule, 'finder'>, context: TransitionContext): boolean {
  const { by } = context
  switch (rule) {
    case 'person':
      return by === 'practitioner' && context.isSelf
    case 'creator':
      return context.enteredByActor && ENTERS_FOR_OTHERS.includes(by)
    case 'objector':
      return context.enteredByActor && by !== 'system'
    case 'employer':
      return by === 'employer_officer'
    case 'provider':
      return by === 'provider_officer'
    case 'authority':
      return by === 'authority_reviewer'
    case 'bureau':
      return isBureau(by)
    case 'administrator':
      return by === 'administrator'
    case 'in_charge':
      return inCharge(context) === 'employer' ? by === 'employer_officer' : isBureau(by)
    case 'level_above':
      return isLevelAbove(context)
    case 'anyone':
      return by !== 'system'
    case 'system':
      return by === 'system'
  }
}

function isLevelAbove(context: TransitionContext): boolean {
  if (context.decidedBy === 'employer') return isBureau(context.by)
  return context.decidedBy === 'county' && context.by === 'city_reviewer'
}

/** The employer has 15 working days for its finding; only after them the bureau may act in its place. */
function checkFinder(context: TransitionContext, notYours: Refusal): Refusal | null {
  const { by, today, calendar, waitingSince } = context
  if (context.objectionAppeal) return isLevelAbove(context) ? null : notYours
  if (inCharge(context) === 'bureau') return isBureau(by) ? null : notYours
  const until = waitingSince ? addWorkingDays(calendar, waitingSince, FINDING_DAYS).on : null
  if (by === 'employer_officer') {
    if (until === null || today <= until) return null
    return { code: 'too_late', detail: { until, workingDays: FINDING_DAYS } }
  }
  if (!isBureau(by) || until === null) return notYours
  return today > until ? null : { code: 'too_early', detail: { from: addDays(until, 1), workingDays: FINDING_DAYS } }
}
