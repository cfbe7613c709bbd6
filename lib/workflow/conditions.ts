import { isBureau } from './actor-rules'
import type { Condition } from './transition'
import type { TransitionContext } from './types'

const CONDITIONS: { readonly [C in Condition]: (context: TransitionContext) => boolean } = {
  others_open: (context) => (context.openObjections ?? 0) > 0,
  no_others_open: (context) => (context.openObjections ?? 0) === 0,
  on_appeal: (context) => context.objectionAppeal === true,
  not_on_appeal: (context) => context.objectionAppeal !== true,
  from_rejected: (context) => context.appealedFrom === 'rejected',
  from_revoked: (context) => context.appealedFrom === 'revoked',
  outside: (context) => context.outside === true,
  inside: (context) => context.outside !== true,
  contact_known: (context) => context.contactConfirmed === true,
  contact_new: (context) => context.contactConfirmed !== true,
  by_bureau: (context) => isBureau(context.by),
  by_authority: (context) => context.by === 'authority_reviewer',
  about_training: (context) => context.aboutRecord !== true,
  about_record: (context) => context.aboutRecord === true,
}

/** Whether all conditions of a transition hold in the context; true where it has none. */
export function applies(conditions: readonly Condition[] | undefined, context: TransitionContext): boolean {
  return (conditions ?? []).every((condition) => CONDITIONS[condition](context))
}
