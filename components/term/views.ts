import type { DrawnYear } from './types'

interface TermEvaluation {
  sources: readonly Omit<DrawnYear, 'open'>[]
  required: { total: number }
  rush: 'warn' | 'deny' | null
}

/** The years for chart and table; `left` are those in which hours can still be earned. */
export function drawnYears({ sources }: Pick<TermEvaluation, 'sources'>, left: readonly number[] = []): DrawnYear[] {
  return sources.map(({ year, total, professional, source }) => ({ year, total, professional, source, open: left.includes(year) }))
}

/** The year with the most hours, of several the earliest, as the check against rushed terms determines it. */
export function largestYear({ sources }: Pick<TermEvaluation, 'sources'>): { year: number; total: number } {
  const [first, ...rest] = sources
  if (!first) return { year: 0, total: 0 }
  return rest.reduce((most, row) => (row.total > most.total ? row : most), first)
}
