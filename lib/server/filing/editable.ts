import 'server-only'
import type { Actor } from '@/lib/access/types'
import { decideBeforeInput } from '@/lib/workflow/decide'
import { isInGroup } from '@/lib/workflow/state-groups'
import type { TransitionContext } from '@/lib/workflow/types'
import { forbidden, refused } from '../input/errors'
import { type FilingForDecision, filingContext, loadFiling, mayAct } from './load-filing'

export interface EditableFiling extends FilingForDecision {
  /** The training is on file: what is saved prepares a change of it. */
  changing: boolean
}

/** The filing where this actor may write in it now: a draft, one that came back, or the preparation of a change. */
export async function loadEditable(actor: Actor, id: string, now: Date): Promise<EditableFiling> {
  const filing = await loadFiling(actor, id)
  const changing = isInGroup('filing', filing.state, 'changeable')
  const event = changing ? 'amend' : filing.outside ? 'enter' : 'submit'
  if (!mayAct(actor, filing, event)) throw forbidden()
  // Whether it could be handed in once everything is said: what is still missing, or over, is for the pages of the form to put right.
  const said: TransitionContext = { ...(await filingContext(actor, filing, now)), missingFields: [], evidence: 1 }
  const decision = decideBeforeInput('filing', filing.state, event, changing ? said : { ...said, endsOn: said.today })
  if (!decision.ok) throw refused(decision.refusals, id)
  return { ...filing, changing }
}
