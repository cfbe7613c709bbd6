import 'server-only'
import type { PlainDate } from '@/lib/calendar/plain-date'
import { evaluateTerm, termYears } from '@/lib/rules/evaluate-term'
import { planTerm, type TermPlan } from '@/lib/rules/plan-term'
import type { RuleSet, TermCase, TermResult } from '@/lib/rules/types'
import { isInGroup } from '@/lib/workflow/state-groups'
import type { HistoricState, YearState } from '@/lib/workflow/states'

/** A credit year's ledger, as far as a term asks for it. */
export interface YearFigures {
  id: string
  year: number
  state: YearState
  total: number
  professional: number
}

/** A past year's paper hours. */
export interface HistoricFigures {
  id: string
  year: number
  state: HistoricState
  total: number
  professional: number
}

export interface Span {
  from: PlainDate
  to: PlainDate
}

/**
 * Where a year's hours come from. `certified`, `ledger`: registered in this portal, with the year certified or not. `historic`: on paper,
 * verified. `revoked`: its certification was taken away, so that its hours count for nothing until it is open again. `none`: nothing.
 */
export const YEAR_SOURCES = ['certified', 'ledger', 'historic', 'revoked', 'none'] as const
export type YearSource = (typeof YEAR_SOURCES)[number]

export interface TermYearRow {
  year: number
  total: number
  professional: number
  source: YearSource
  /** The ledger's or the historic year's. */
  id: string | null
}

/** What is kept with a term: the rules' answer, and where each year's hours came from. */
export interface EvaluatedTerm extends TermResult {
  sources: TermYearRow[]
}

/** The hours of one calendar year. A certified ledger stands before paper, paper before a ledger that nobody has certified; they are never added up. */
function sourceOf(year: number, years: readonly YearFigures[], historic: readonly HistoricFigures[]): TermYearRow {
  const ledger = years.find((row) => row.year === year)
  const paper = historic.find((row) => row.year === year && isInGroup('historic', row.state, 'counts'))
  const figures = (row: YearFigures | HistoricFigures, source: YearSource): TermYearRow => ({
    year,
    total: row.total,
    professional: row.professional,
    source,
    id: row.id,
  })
  if (ledger && isInGroup('year', ledger.state, 'certified')) return figures(ledger, 'certified')
  if (paper) return figures(paper, 'historic')
  if (ledger && isInGroup('year', ledger.state, 'revoked')) return { year, total: 0, professional: 0, source: 'revoked', id: ledger.id }
  if (ledger && ledger.total > 0) return figures(ledger, 'ledger')
  return { year, total: 0, professional: 0, source: 'none', id: null }
}

/** The term as its years stand now; null where it covers no calendar year. */
export function evaluateTermFor(
  span: Span,
  years: readonly YearFigures[],
  historic: readonly HistoricFigures[],
  sets: readonly RuleSet[],
): EvaluatedTerm | null {
  const input = termCase(span, years, historic, sets)
  if (input === null) return null
  return { ...evaluateTerm(input.term, { sets }), sources: input.sources }
}

/** What is left of the term, over those of its years that are still to be filled. */
export function planOf(
  span: Span,
  years: readonly YearFigures[],
  historic: readonly HistoricFigures[],
  sets: readonly RuleSet[],
  yearsLeft: readonly number[],
): TermPlan | null {
  const input = termCase(span, years, historic, sets)
  return input === null ? null : planTerm(input.term, yearsLeft, { sets })
}

export function termCase(
  { from, to }: Span,
  years: readonly YearFigures[],
  historic: readonly HistoricFigures[],
  sets: readonly RuleSet[],
): { term: TermCase; sources: TermYearRow[] } | null {
  const sources = termYears({ from, to }, { sets }).map((year) => sourceOf(year, years, historic))
  if (sources.length === 0) return null
  return {
    term: { kind: 'term', from, to, years: sources.map(({ year, total, professional }) => ({ year, total, professional })) },
    sources,
  }
}
