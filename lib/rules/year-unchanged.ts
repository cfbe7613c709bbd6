import type { YearResult } from '@/lib/rules/types'

/**
 * Why a record leaves the year as it is. not_chosen: another option is the year's. cap: the 公需 courseware is full. met: the year is met
 * without it. same: what it adds takes another's place.
 */
export type Unchanged = 'not_chosen' | 'cap' | 'met' | 'same'

/** Why the record `id` would not change the year; null where it does, or where a gate of its own stops it (its line says so). */
export function unchangedBecause(before: YearResult, after: YearResult, id: string): Unchanged | null {
  const line = after.lines.find((candidate) => candidate.id === id)
  if (!line) return null
  const same = before.totals.total === after.totals.total && before.totals.professional === after.totals.professional
  if (line.reason === 'another_option_chosen') return 'not_chosen'
  if (line.reason === 'public_courseware_cap' && line.counted === 0) return 'cap'
  if (line.counted === 0) return null
  if (same) return 'same'
  return before.met ? 'met' : null
}
