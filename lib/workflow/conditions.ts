import { isBureau } from './actor-rules'
import type { Condition } from './transition'
import type { TransitionContext } from './types'

const CONDITIONS: { readonly [C in Condition]: (facts: TransitionContext) => boolean } = {
  others_open: (f) => (f.openObjections ?? 0) > 0,
  no_others_open: (f) => (f.openObjections ?? 0) === 0,
  on_appeal: (f) => f.objectionAppeal === true,
  not_on_appeal: (f) => f.objectionAppeal !== true,
  from_rejected: (f) => f.appealedFrom === 'rejected',
  from_revoked: (f) => f.appealedFrom === 'revoked',
  outside: (f) => f.outside === true,
  inside: (f) => f.outside !== true,
  contact_known: (f) => f.contactConfirmed === true,
  contact_new: (f) => f.contactConfirmed !== true,
  by_bureau: (f) => isBureau(f.by),
  by_authority: (f) => f.by === 'authority_reviewer',
  about_training: (f) => f.aboutRecord !== true,
  about_record: (f) => f.aboutRecord === true,
}

/** Whether this row is the one that applies to the facts. */
export function applies(conditions: readonly Condition[] | undefined, facts: TransitionContext): boolean {
  return (conditions ?? []).every((condition) => CONDITIONS[condition](facts))
}
