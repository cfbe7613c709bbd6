import { plainDate } from '@/lib/calendar/plain-date'
import { stateCouncilCalendar } from '@/lib/calendar/state-council'
import type { TransitionContext } from '@/lib/workflow/types'

/** Facts in which nothing is given but who acts and when: a stranger to the thing, on Thursday 2025-11-13. */
export function facts(by: TransitionContext['by'], more: Partial<TransitionContext> = {}): TransitionContext {
  return { by, today: plainDate('2025-11-13'), calendar: stateCouncilCalendar, isSelf: false, enteredByActor: false, ...more }
}
