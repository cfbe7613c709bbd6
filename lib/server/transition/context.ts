import 'server-only'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai } from '@/lib/calendar/plain-date'
import type { WorkCalendar } from '@/lib/calendar/working-days'
import type { TransitionContext } from '@/lib/workflow/types'
import { readWorkCalendar } from '../runtime/read-work-calendar'

/** What is known of any event by an actor; the builder of each machine adds what it knows of the thing. */
export function actorContext(
  actor: Actor,
  now: Date,
  calendar: WorkCalendar,
  { isSelf = false, enteredByActor = false }: Partial<Pick<TransitionContext, 'isSelf' | 'enteredByActor'>> = {},
): TransitionContext {
  return { by: actor.role, today: dateInShanghai(now), calendar, isSelf, enteredByActor }
}

/** The context of what follows by itself from another event. */
export async function systemContext(now: Date, given: Partial<TransitionContext> = {}): Promise<TransitionContext> {
  return { by: 'system', today: dateInShanghai(now), calendar: await readWorkCalendar(), isSelf: false, enteredByActor: false, ...given }
}
