/**
 * A second reading of who may act (product.md, "People and their reach", "A record") and whom a thing waits for, role by role. It imports
 * nothing of the product.
 */
import { workingDayAfter } from '../../../support/working-days'

export interface Acting {
  by: string
  today: string
  /** Their own record, year, certificate; entered or raised by them. */
  isSelf: boolean
  enteredByActor: boolean
  path: string | null
  inBureauHands: boolean
  officerConflicted: boolean
  decidedBy: string | null
  waitingSince: string | null
  objectionAppeal: boolean
}

const BUREAUS = ['county_reviewer', 'city_reviewer']

/** The employer has it: on its path, not handed to the bureau after silence, and with an officer who is not concerned. */
function employerHasIt({ path, inBureauHands, officerConflicted }: Acting): boolean {
  return path !== 'bureau' && !inBureauHands && !officerConflicted
}

/** All that the actor is to the thing just then. */
export function partsOf(acting: Acting): string[] {
  const { by, isSelf, enteredByActor } = acting
  if (by === 'system') return ['system']
  const parts = ['anyone', ...(enteredByActor ? ['objector'] : [])]
  const office = [...(enteredByActor ? ['creator'] : [])]
  switch (by) {
    case 'practitioner':
      return [...parts, ...(isSelf ? ['person'] : [])]
    case 'employer_officer':
      return [
        ...parts,
        ...office,
        'employer',
        ...(employerHasIt(acting) ? ['in_charge'] : []),
        ...(finding(acting) === 'theirs' ? ['finder'] : []),
      ]
    case 'provider_officer':
      return [...parts, ...office, 'provider']
    case 'county_reviewer':
    case 'city_reviewer':
      return [
        ...parts,
        ...office,
        'bureau',
        ...(employerHasIt(acting) ? [] : ['in_charge']),
        ...(isAbove(acting) ? ['level_above'] : []),
        ...(finding(acting) === 'theirs' ? ['finder'] : []),
      ]
    case 'authority_reviewer':
      return [...parts, 'authority']
    case 'administrator':
      return [...parts, 'administrator']
    default:
      return parts
  }
}

/** "To the county bureau against an employer, to the city against a county"; nobody here is above the city. */
function isAbove({ by, decidedBy }: Acting): boolean {
  if (decidedBy === 'employer') return BUREAUS.includes(by)
  return decidedBy === 'county' && by === 'city_reviewer'
}

/** "A finding is due in 15 working days, then it is the county bureau's"; of an appeal it is the level above's. */
export function finding(acting: Acting): 'theirs' | 'too_late' | 'too_early' | 'not_yours' {
  const { by, today, waitingSince } = acting
  const isBureau = BUREAUS.includes(by)
  if (acting.objectionAppeal) return isAbove(acting) ? 'theirs' : 'not_yours'
  if (!employerHasIt(acting)) return isBureau ? 'theirs' : 'not_yours'
  const over = waitingSince !== null && today > workingDayAfter(waitingSince, 15)
  if (by === 'employer_officer') return over ? 'too_late' : 'theirs'
  if (!isBureau || waitingSince === null) return 'not_yours'
  return over ? 'theirs' : 'too_early'
}

/** Each state: whom it waits for. `reviewer` is the employer or the bureau, whoever has it; `public, then reviewer` changes with the period's end. */
const WAITS: Readonly<Record<string, string>> = {
  record: `draft self; submitted reviewer; returned self; accepted reviewer; publicized public then reviewer; objected reviewer; registered -;
    rejected -; appealed bureau; refused -; withdrawn -; revoked -`,
  batch: 'draft reviewer; open public then reviewer; confirmed -; cancelled -',
  objection: 'unconfirmed objector; open reviewer; dismissed -; upheld -; appealed bureau; final -',
  filing: `draft provider; submitted bureau; approved_by_bureau authority; approved_by_authority bureau; filed provider; returned provider; refused -;
    amended bureau; change_approved_by_bureau authority; change_approved_by_authority bureau; cancelled -; held -`,
  year: 'open self; requested bureau, authority first; authority_reviewed bureau; certified -; revoked self; returned self',
  term: 'open self; requested bureau, authority first; authority_reviewed bureau; certified -; revoked self; returned self',
  certificate: 'valid -; superseded -; revoked -',
  case: 'open bureau; answered self; closed -',
  rule_set: 'draft -; published -; discarded -',
  roster: 'draft provider; confirmed -; discarded -; taken_back -',
  historic: 'draft self; entered bureau; verified -; returned self; withdrawn self',
}

export interface Waiting {
  path: string | null
  inBureauHands: boolean
  periodOver: boolean
  authorityRequired: boolean
}

/** Whom the thing waits for in this state; null: nobody. */
export function waitsFor(machine: string, state: string, { path, inBureauHands, periodOver, authorityRequired }: Waiting): string | null {
  const entries = (WAITS[machine] ?? '').split(';').map((entry) => entry.trim())
  const whom = entries.find((entry) => entry.startsWith(`${state} `))?.slice(state.length + 1)
  if (whom === undefined) throw new Error(`${machine} ${state} is not read`)
  const reviewer = path === 'bureau' || inBureauHands ? 'bureau' : 'employer'
  switch (whom) {
    case '-':
      return null
    case 'reviewer':
      return reviewer
    case 'public then reviewer':
      return periodOver ? reviewer : 'public'
    case 'bureau, authority first':
      return authorityRequired ? 'authority' : 'bureau'
    default:
      return whom
  }
}
