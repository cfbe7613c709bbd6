import { publicityPeriod } from '@/lib/calendar/working-days'
import { levelOf } from './actor-rules'
import type { Mark } from './transition'
import type { Facts, Sets } from './types'

/** What is to be stored with the transition out of `state`. */
export function setsOf(marks: readonly Mark[], state: string | null, facts: Facts): Sets {
  return Object.assign({}, ...marks.map((mark) => MARKS[mark](facts, state)))
}

const MARKS: { readonly [M in Mark]: (facts: Facts, state: string | null) => Sets } = {
  path: pathOf,
  bureau_path: () => ({ path: 'bureau' }),
  bureau_hands: () => ({ inBureauHands: true }),
  decision: (facts) => ({ decidedBy: levelOf(facts.by), decidedOn: facts.today }),
  appeal: (facts, state) => ({
    ...(state === 'rejected' || state === 'revoked' ? { appealedFrom: state } : {}),
    appealsUsed: (facts.appealsUsed ?? 0) + 1,
    appealTo: facts.decidedBy === 'county' ? 'city' : 'bureau',
  }),
  appeal_again: () => ({ appealsUsed: 0 }),
  lock_option: () => ({ optionLocked: true }),
  unlock_option: () => ({ optionLocked: false }),
  period: (facts) =>
    facts.publicityDays === undefined ? {} : { periodEndsOn: publicityPeriod(facts.calendar, facts.today, facts.publicityDays).endsOn },
}

/** Of the employment on the day of submission; what an appeal took from the employer stays with the bureau. */
function pathOf(facts: Facts): Sets {
  if (facts.appealedFrom === 'rejected' && (facts.appealsUsed ?? 0) > 0) return { path: 'bureau' }
  return facts.path ? { path: facts.path } : {}
}
