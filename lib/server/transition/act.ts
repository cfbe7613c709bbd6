import 'server-only'
import type { Actor } from '@/lib/access/types'
import { EFFECTS, type Effect } from '@/lib/workflow/types'
import { commitTransitions } from './commit-transitions'
import { withoutRepeats } from './notification-rows'
import { mergePlans, type Plan } from './plan'
import { type DecidedStep, decideStep, type Step } from './step'

/** Who acts, and when. */
export interface Act {
  actor: Actor
  now: Date
}

/** What an effect leads to: further steps, which are decided and have effects of their own, and rows beside them. */
export type Following = Partial<Plan> & { steps?: readonly Step[] }

/** Performs one effect for all steps of an act that declare it, so that ten thousand cost as few round trips as one. */
export type EffectHandler = (steps: readonly DecidedStep[], act: Act) => Following | Promise<Following>
export type EffectHandlers = { readonly [E in Effect]: EffectHandler }

/** The steps in the order in which they shall stand in the log, and what the use case writes beside them. */
export type ActInput = Following & { steps: readonly Step[] }

/**
 * Decides the steps, performs every effect that the workflow declares, decides what follows from those, and so on until nothing follows.
 * Answers the whole plan, not yet committed. Throws `refused` where the workflow forbids a step.
 */
export async function planAct(handlers: EffectHandlers, act: Act, { steps, ...beside }: ActInput): Promise<Plan> {
  let plan = mergePlans(beside)
  let next: readonly Step[] = steps
  while (next.length > 0) {
    const decided = next.map((step) => decideStep(step, act.actor, act.now) as DecidedStep)
    const following: Following[] = []
    for (const effect of EFFECTS) {
      const declaring = decided.filter(({ granted }) => granted.effects.includes(effect))
      if (declaring.length > 0) following.push(await handlers[effect](declaring, act))
    }
    plan = mergePlans(plan, { transitions: decided.map(({ write }) => write) }, ...following)
    next = following.flatMap((one) => one.steps ?? [])
  }
  const { notification } = plan.inserts
  return notification ? { ...plan, inserts: { ...plan.inserts, notification: withoutRepeats(notification) } } : plan
}

/** Plans the act and commits it in one statement: all of it or nothing. */
export async function performAct(handlers: EffectHandlers, act: Act, input: ActInput): Promise<Plan> {
  const plan = await planAct(handlers, act, input)
  await commitTransitions(act.actor, plan, act.now)
  return plan
}
