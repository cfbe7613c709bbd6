import { levelOf } from './actor-rules'
import type { Assignment } from './transition'
import type { Patch, TransitionContext } from './types'

/** What is to be stored with the transition out of `state`. */
export function patchOf(marks: readonly Assignment[], state: string | null, facts: TransitionContext): Patch {
  return Object.assign({}, ...marks.map((mark) => ASSIGNMENTS[mark](facts, state)))
}

const ASSIGNMENTS: { readonly [M in Assignment]: (facts: TransitionContext, state: string | null) => Patch } = {
  path: pathOf,
  bureau_path: () => ({ path: 'bureau' }),
  bureau_hands: () => ({ inBureauHands: true }),
  decision: (facts) => ({ decidedBy: levelOf(facts.by), decidedOn: facts.today }),
  appeal: (facts, state) => ({
    ...(state === 'rejected' || state === 'revoked' ? { appealedFrom: state } : {}),
    appealsUsed: (facts.appealsUsed ?? 0) + 1,
  }),
  appeal_again: () => ({ appealsUsed: 0 }),
  end_request: () => ({ requestEnded: true }),
}

/** Of the employment on the day of submission; what an appeal took from the employer stays with the bureau. */
function pathOf(facts: TransitionContext): Patch {
  if (facts.appealedFrom === 'rejected' && (facts.appealsUsed ?? 0) > 0) return { path: 'bureau' }
  return facts.path ? { path: facts.path } : {}
}
