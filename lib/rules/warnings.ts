import { type Credit, countedTenths } from '@/lib/rules/credit'
import { dayNumber } from '@/lib/rules/span'
import type { YearWarning } from '@/lib/rules/types'

/** At most one warning of each code, in the order of `WARNING_CODES`, ids in input order. */
export function warningsOf(credits: readonly Credit[]): YearWarning[] {
  const warnings: YearWarning[] = []
  const overlapping = overlappingTrainings(credits)
  if (overlapping.length > 0) warnings.push({ code: 'overlapping_days', records: overlapping })
  const uncertain: string[] = []
  for (const credit of credits) {
    if (credit.rate.status !== 'legible' && countedTenths(credit) > 0) uncertain.push(credit.record.id)
  }
  if (uncertain.length > 0) warnings.push({ code: 'provisional_figure', records: uncertain })
  return warnings
}

interface Span {
  id: string
  from: number
  to: number
  overlaps: boolean
}

/** The counted trainings that share a calendar day with another one: nobody attends two at once, so that a date is probably wrong. */
function overlappingTrainings(credits: readonly Credit[]): string[] {
  const spans: Span[] = []
  for (const { record, reason } of credits) {
    if (record.category !== 'training' || reason !== null) continue
    spans.push({ id: record.id, from: dayNumber(record.startedOn), to: dayNumber(record.completedOn), overlaps: false })
  }
  if (spans.length < 2) return []
  let latest: Span | undefined
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    if (latest && span.from <= latest.to) {
      span.overlaps = true
      latest.overlaps = true
    }
    if (!latest || span.to > latest.to) latest = span
  }
  return spans.filter((span) => span.overlaps).map((span) => span.id)
}
