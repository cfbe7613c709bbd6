import type { TermYear } from '@/lib/rules/types'

const YEAR = /^t(\d{4})$/
const MOST = 9_999.9

/** What was typed of the years to come (`t2026`, `p2026`); what is no number is left out, as in every address. */
export function assumedOf(given: Record<string, string | string[] | undefined>): TermYear[] {
  return Object.keys(given).flatMap((name) => {
    const year = Number(YEAR.exec(name)?.[1] ?? 0)
    const total = hoursOf(given[name])
    if (year === 0 || total === null) return []
    return [{ year, total, professional: Math.min(total, hoursOf(given[`p${year}`]) ?? 0) }]
  })
}

function hoursOf(typed: string | string[] | undefined): number | null {
  const text = (Array.isArray(typed) ? typed[0] : typed)?.normalize('NFKC').trim() ?? ''
  if (!/^\d{1,4}(\.\d)?$/.test(text)) return null
  return Math.min(MOST, Number(text))
}
