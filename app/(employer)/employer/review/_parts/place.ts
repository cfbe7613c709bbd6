import 'server-only'
import { buildUrl } from '@/lib/server/input/search'

/** What the page can say is now the case. */
export const DONE = ['accepted', 'returned', 'rejected'] as const

/** The queue after a decision; one record that was decided is named, so that it can be opened again. */
export function queueAfter(done: (typeof DONE)[number], count: number, record: readonly string[]): string {
  return buildUrl('/employer/review', { done, count, was: record.length === 1 ? record[0] : null })
}
