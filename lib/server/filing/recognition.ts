import 'server-only'
import type { PlainDate } from '@/lib/calendar/plain-date'
import { isInGroup } from '@/lib/workflow/state-groups'
import type { FilingState } from '@/lib/workflow/states'

/**
 * What a filing means for hours (N3.2), as the rules take it: a record counts where the filing was approved on or before the day the record
 * begins. in_time: approved on or before the training's first day. late: approved while it ran, what began before that day is worth nothing.
 * too_late: approved after its last day, nothing counts. cancelled: it was on file and will not be held.
 */
export type Recognition = 'in_time' | 'late' | 'too_late' | 'cancelled'

/** Null while it is on nobody's register. */
export function recognitionOf({
  state,
  startsOn,
  endsOn,
  approvedOn,
}: {
  state: FilingState
  startsOn: PlainDate
  endsOn: PlainDate
  approvedOn: PlainDate | null
}): Recognition | null {
  if (isInGroup('filing', state, 'cancelled')) return 'cancelled'
  if (!isInGroup('filing', state, 'register') || approvedOn === null) return null
  if (approvedOn <= startsOn) return 'in_time'
  return approvedOn <= endsOn ? 'late' : 'too_late'
}
