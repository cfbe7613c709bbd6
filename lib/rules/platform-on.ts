import type { PlainDate } from '@/lib/calendar/plain-date'
import type { Platform, Subject } from '@/lib/rules/types'

/** Whether a course completed on the platform on a given day counts in a subject, and if not, the closest reason. */
export type PlatformAnswer = 'counts' | 'other_subject' | 'over' | 'not_yet'

/**
 * Whether a platform is recognised for a subject on a day (N3.3). `windows` are all rows of the platform: it counts where one of them
 * covers the day and the subject. Otherwise: other_subject where a window covers the day, over where one has ended, else not_yet. Null
 * where there is no window.
 */
export function platformOn(windows: readonly Platform[], subject: Subject, on: PlainDate): PlatformAnswer | null {
  const open = windows.filter(({ from, until }) => from <= on && (until === undefined || on <= until))
  if (open.some(({ subjects }) => subjects.includes(subject))) return 'counts'
  if (open.length > 0) return 'other_subject'
  if (windows.length === 0) return null
  return windows.some(({ until }) => until !== undefined && until < on) ? 'over' : 'not_yet'
}
