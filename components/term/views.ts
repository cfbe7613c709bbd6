import type { DrawnYear } from './types'

interface Standing {
  sources: readonly Omit<DrawnYear, 'open'>[]
  required: { total: number }
  rush: 'warn' | 'deny' | null
}

/** The years as chart and table take them; `left` are those in which hours can still be earned. */
export function drawnYears({ sources }: Pick<Standing, 'sources'>, left: readonly number[] = []): DrawnYear[] {
  return sources.map(({ year, total, professional, source }) => ({ year, total, professional, source, open: left.includes(year) }))
}

/** The year that holds most, the earliest of several, as the guard looks at it. */
export function largestYear({ sources }: Pick<Standing, 'sources'>): { year: number; total: number } {
  const [first, ...rest] = sources
  if (!first) return { year: 0, total: 0 }
  return rest.reduce((most, row) => (row.total > most.total ? row : most), first)
}
