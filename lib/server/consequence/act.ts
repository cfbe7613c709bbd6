import 'server-only'
import type { Actor } from '@/lib/access/types'
import { type ActInput, performAct, planAct } from '../transition/act'
import type { Plan } from '../transition/plan'
import { EFFECT_HANDLERS } from './effects'

/**
 * The one way to change a state: decides the steps, performs every effect that the workflow declares for them, and commits all of it in one
 * statement. Throws `refused` with everything that stands in the way, `conflict` where somebody else was first.
 */
export function act(actor: Actor, input: ActInput, now: Date): Promise<Plan> {
  return performAct(EFFECT_HANDLERS, { actor, now }, input)
}

/** What `act` would write, for a page that shows it before it is done. */
export function previewAct(actor: Actor, input: ActInput, now: Date): Promise<Plan> {
  return planAct(EFFECT_HANDLERS, { actor, now }, input)
}
