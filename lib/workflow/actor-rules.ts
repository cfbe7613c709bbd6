import type { Role } from '@/lib/access/types'
import { addDays } from '@/lib/calendar/plain-date'
import { addWorkingDays } from '@/lib/calendar/working-days'
import { type ActorRule, FINDING_DAYS } from './transition'
import type { DecidedBy, Refusal, TransitionContext } from './types'

type Actor = TransitionContext['by']

/** A county's or the city's reviewer. Which county is a question of lib/access. */
export function isBureau(by: Actor): by is Extract<Role, 'county_reviewer' | 'city_reviewer'> {
  return by === 'county_reviewer' || by === 'city_reviewer'
}

/** At which level the actor decides, for the appeal against it; null where they decide nothing. */
export function levelOf(by: Actor): DecidedBy | null {
  if (by === 'employer_officer') return 'employer'
  if (by === 'county_reviewer') return 'county'
  return by === 'city_reviewer' ? 'city' : null
}

/** Whose hands a record is in: the employer's on its path, else the bureau's (escalated, or its only officer is concerned). */
export function inCharge(facts: Pick<TransitionContext, 'path' | 'inBureauHands' | 'officerConflicted'>): 'employer' | 'bureau' {
  return facts.path === 'bureau' || facts.inBureauHands || facts.officerConflicted ? 'bureau' : 'employer'
}

const ENTERS_FOR_OTHERS: readonly Actor[] = ['employer_officer', 'provider_officer', 'county_reviewer', 'city_reviewer']

/** Null where the actor is this party; else why not. `event` names it in the refusal. */
export function checkActorRule(party: ActorRule, facts: TransitionContext, event: string): Refusal | null {
  const notYours: Refusal = { code: 'not_yours', detail: { event, role: facts.by } }
  if (party === 'finder') return refuseFinder(facts, notYours)
  return holds(party, facts) ? null : notYours
}

function holds(party: Exclude<ActorRule, 'finder'>, facts: TransitionContext): boolean {
  const { by } = facts
  switch (party) {
    case 'person':
      return by === 'practitioner' && facts.isSelf
    case 'creator':
      return facts.enteredByActor && ENTERS_FOR_OTHERS.includes(by)
    case 'objector':
      return facts.enteredByActor && by !== 'system'
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
      return inCharge(facts) === 'employer' ? by === 'employer_officer' : isBureau(by)
    case 'level_above':
      return isLevelAbove(facts)
    case 'anyone':
      return by !== 'system'
    case 'system':
      return by === 'system'
  }
}

function isLevelAbove(facts: TransitionContext): boolean {
  if (facts.decidedBy === 'employer') return isBureau(facts.by)
  return facts.decidedBy === 'county' && facts.by === 'city_reviewer'
}

/** The employer has 15 working days for its finding; after them it is the bureau's, who may not act before. */
function refuseFinder(facts: TransitionContext, notYours: Refusal): Refusal | null {
  const { by, today, calendar, waitingSince } = facts
  if (facts.objectionAppeal) return isLevelAbove(facts) ? null : notYours
  if (inCharge(facts) === 'bureau') return isBureau(by) ? null : notYours
  const until = waitingSince ? addWorkingDays(calendar, waitingSince, FINDING_DAYS).on : null
  if (by === 'employer_officer') {
    if (until === null || today <= until) return null
    return { code: 'too_late', detail: { until, workingDays: FINDING_DAYS } }
  }
  if (!isBureau(by) || until === null) return notYours
  return today > until ? null : { code: 'too_early', detail: { from: addDays(until, 1), workingDays: FINDING_DAYS } }
}
