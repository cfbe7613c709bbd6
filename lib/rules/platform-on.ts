import type { PlainDate } from '@/lib/calendar/plain-date'
import type { Platform, Subject } from '@/lib/rules/types'

/** Whether what was completed there on a day counts in a subject; if not, the reason that comes nearest. */
export type PlatformAnswer = 'counts' | 'other_subject' | 'over' | 'not_yet'

/**
 * A platform's answer for a day and subject, over all its windows (N3.3): it counts where one window holds the day and the subject; else a
 * window that holds the day tells that the subject is another, else the platform is over or has not begun. Null where there is no window.
 */
export function platformOn(windows: readonly Platform[], subject: Subject, on: PlainDate): PlatformAnswer | null {
  const holding = windows.filter(({ from, until }) => from <= on && (until === undefined || on <= until))
  if (holding.some(({ subjects }) => subjects.includes(subject))) return 'counts'
  if (holding.length > 0) return 'other_subject'
  if (windows.length === 0) return null
  return windows.some(({ until }) => until !== undefined && until < on) ? 'over' : 'not_yet'
}
