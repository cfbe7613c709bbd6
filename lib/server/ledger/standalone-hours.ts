import 'server-only'
import type { ResultLine } from '@/lib/rules/types'

/** What the activity is worth by itself: nothing where a gate of its own stops it. What other records leave of it is the year's matter. */
export function standaloneHours(line: Pick<ResultLine, 'hours' | 'outcome'>): number {
  return line.outcome === 'not_recognised' || line.outcome === 'out_of_year' ? 0 : line.hours
}
