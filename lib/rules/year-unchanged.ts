import type { YearResult } from '@/lib/rules/types'

/**
 * Why a record does not improve its year. not_chosen: another option is chosen. cap: the cap of 公需 courseware is reached. met: the year
 * meets its minimums without it. same: its hours only replace those of another record.
 */
export type Unchanged = 'not_chosen' | 'cap' | 'met' | 'same'

/** Why the record `id` does not improve the year; null where it does, or where its own line already has a reason. */
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
