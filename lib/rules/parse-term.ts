import { z } from 'zod'
import { termYears } from '@/lib/rules/evaluate-term'
import { anObject, date, isDate, isObject, needs, share, sum, year } from '@/lib/rules/fields'
import type { Findings } from '@/lib/rules/findings'
import type { TermCase, TermYear } from '@/lib/rules/types'

const schema = z.strictObject({
  kind: z.literal('term'),
  from: date,
  to: date,
  years: z.array(z.unknown(), { error: needs('a list of years') }),
  settings: z.strictObject({ denyAtShare: share.optional(), warnAtShare: share.optional() }, anObject).optional(),
})

const yearSchema = z.strictObject({ year, total: sum, professional: sum }, anObject)

/** The parsed case; null where it has problems, which are all added to `findings`. */
export function parseTerm(input: Record<string, unknown>, findings: Findings): TermCase | null {
  const head = schema.safeParse(input)
  if (head.error) findings.addAll([], head.error)
  const covered = coveredYears(input, findings)
  const years = Array.isArray(input.years) ? parseYears(input.years, covered, findings) : []
  return head.success && !findings.found ? { ...head.data, years } : null
}

/** The term's calendar years; null where they cannot be determined, so that the given years are not compared with them. */
function coveredYears({ from, to }: Record<string, unknown>, findings: Findings): ReadonlySet<number> | null {
  if (!isDate(from) || !isDate(to)) return null
  const years = termYears({ from, to })
  if (years.length > 0) return new Set(years)
  findings.add(
    ['to'],
    from > to ? `is ${to}: needs a day not before from, ${from}` : 'the term covers no calendar year: needs 183 days of one',
  )
  return null
}

function parseYears(inputs: readonly unknown[], covered: ReadonlySet<number> | null, findings: Findings): TermYear[] {
  const years: TermYear[] = []
  const given = new Set<number>()
  for (const [index, input] of inputs.entries()) {
    const path = ['years', index]
    const read = yearSchema.safeParse(input)
    if (read.error) findings.addAll(path, read.error)
    else years.push(read.data)
    if (!isObject(input)) continue
    checkProfessional(input, path, findings)
    const calendarYear = year.safeParse(input.year)
    if (!calendarYear.success) continue
    if (given.has(calendarYear.data)) findings.add([...path, 'year'], `${calendarYear.data} is given twice`)
    else if (covered && !covered.has(calendarYear.data)) findings.add([...path, 'year'], `${calendarYear.data} is no year of the term`)
    given.add(calendarYear.data)
  }
  return years
}

/** Checks the raw fields, so that the problem is reported together with others of the same year. */
function checkProfessional(input: Record<string, unknown>, path: readonly PropertyKey[], findings: Findings): void {
  const total = sum.safeParse(input.total)
  const professional = sum.safeParse(input.professional)
  if (total.success && professional.success && professional.data > total.data) {
    findings.add([...path, 'professional'], `is ${professional.data}: needs at most the total, ${total.data}`)
  }
}
