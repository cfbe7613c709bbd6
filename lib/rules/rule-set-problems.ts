import { FIRST_YEAR, LAST_YEAR, plainDate } from '@/lib/calendar/plain-date'
import { compareRuleSets } from '@/lib/rules/compare-rule-sets'
import { boundsOf, categoryOf, FIGURE_KEYS, isMultipleOf } from '@/lib/rules/figure-bounds'
import { rulingDay } from '@/lib/rules/lookup'
import { basisOf, SETTINGS, type Sources } from '@/lib/rules/setting-basis'
import { CATEGORIES, type Figure, type RuleSet, type RuleSettings } from '@/lib/rules/types'

/** What can be wrong with a rule set; each code has its message in both languages (`ruleVersions.problem`). */
export const RULE_SET_PROBLEMS = [
  'figure_negative',
  'figure_out_of_bounds',
  'figure_off_step',
  'figure_without_number',
  'figure_unknown',
  'figure_missing',
  'figure_other_unit',
  'figure_period_reversed',
  'category_missing',
  'windows_overlap',
  'deadline_twice',
  'deadline_out_of_year',
  'professional_above_total',
  'share_out_of_bounds',
  'shares_reversed',
  'transition_over',
  'years_reversed',
  'clause_missing',
  'document_missing',
  'year_certified',
  'nothing_changed',
] as const
export type RuleSetProblemCode = (typeof RULE_SET_PROBLEMS)[number]

/** A problem and its place (`at`): `figures.training`, `publicDeadlines.2025`, `settings.denyAtShare`, `fromYear`. */
export interface RuleSetProblem {
  code: RuleSetProblemCode
  at: string
  values: Record<string, string | number>
}

/** What a draft is compared with. Without `base` no source documents are required. */
export interface RuleSetContext {
  base?: RuleSet
  baseSources?: Sources
  sources?: Sources
  /** Credit years that the rule set would serve and in which people are certified already. */
  certified?: readonly { year: number; people: number }[]
}

const MAX_SHARE = 10

/** All problems that prevent a rule set from being published, in the order in which they are shown. Does not throw. */
export function ruleSetProblems(
  set: RuleSet,
  { base, baseSources = {}, sources = {}, certified = [] }: RuleSetContext = {},
): RuleSetProblem[] {
  const problems: RuleSetProblem[] = []
  const report = (code: RuleSetProblemCode, at: string, values: RuleSetProblem['values'] = {}) => problems.push({ code, at, values })
  checkYears(set, report)
  for (const { year, people } of certified) report('year_certified', 'fromYear', { year: String(year), people })
  checkPresence(set, report)
  for (const figure of set.figures) checkFigure(figure, report)
  checkWindows(set, report)
  checkMinimums(set, report)
  checkDeadlines(set, report)
  checkSettings(set.settings, report)
  if (base) checkSources(changedPlaces(base, set, baseSources, sources), sources, report)
  return problems
}

type Report = (code: RuleSetProblemCode, at: string, values?: RuleSetProblem['values']) => void

function checkYears({ fromYear, untilYear }: RuleSet, report: Report): void {
  if (untilYear !== undefined && untilYear < fromYear)
    report('years_reversed', 'fromYear', { from: String(fromYear), until: String(untilYear) })
}

/** Each key needs a row on the ruling day of every year that the set serves. */
function checkPresence(set: RuleSet, report: Report): void {
  const absent = FIGURE_KEYS.flatMap((key) => {
    const year = firstYearWithout(set, key)
    return year === null ? [] : [{ key, year }]
  })
  const lost = CATEGORIES.filter((category) => {
    const keys = FIGURE_KEYS.filter((key) => categoryOf(key) === category)
    return keys.every((key) => !set.figures.some((figure) => figure.key === key))
  })
  for (const category of lost) report('category_missing', `figures.${category}`, { category })
  for (const { key, year } of absent) {
    const category = categoryOf(key)
    if (category === null || !lost.includes(category)) report('figure_missing', `figures.${key}`, { key, year: String(year) })
  }
}

/**
 * The first served year in which the key has no row; null where it always has one. Only years next to the first or last day of a row are
 * checked: between them nothing changes.
 */
function firstYearWithout({ fromYear, untilYear = LAST_YEAR, figures }: RuleSet, key: string): number | null {
  const rows = figures.filter((figure) => figure.key === key)
  const changes = rows.flatMap(({ from, until }) => [yearOfText(from), ...(until ? [yearOfText(until), yearOfText(until) + 1] : [])])
  const years = [fromYear, ...changes, ...changes.map((year) => year - 1), untilYear].filter(
    (year) => year >= fromYear && year <= untilYear,
  )
  return years.sort((a, b) => a - b).find((year) => !rows.some((row) => isInForce(row, year))) ?? null
}

function isInForce({ from, until }: Figure, year: number): boolean {
  const on = rulingDay(Math.min(Math.max(year, FIRST_YEAR), LAST_YEAR))
  return from <= on && (until === undefined || until >= on)
}

function yearOfText(date: string): number {
  return Number(date.slice(0, 4))
}

function checkFigure(figure: Figure, report: Report): void {
  const { key, value, unit, from, until, clause } = figure
  const at = `figures.${key}`
  const bounds = boundsOf(key)
  if (until !== undefined && until < from) report('figure_period_reversed', at, { key, from, until })
  if (clause.trim() === '') report('clause_missing', at, { at })
  if (!bounds) {
    report('figure_unknown', at, { key })
    return
  }
  if (unit !== bounds.unit) report('figure_other_unit', at, { key, unit: bounds.unit })
  if (value === null) {
    if (!bounds.optional) report('figure_without_number', at, { key })
  } else if (value < 0) report('figure_negative', at, { key, value })
  else if (value < bounds.least || value > bounds.most) {
    report('figure_out_of_bounds', at, { key, value, least: bounds.least, most: bounds.most })
  } else if (!isMultipleOf(value, bounds.step)) report('figure_off_step', at, { key, value, step: bounds.step })
}

function checkWindows({ figures }: RuleSet, report: Report): void {
  for (const key of new Set(figures.map((figure) => figure.key))) {
    const rows = figures.filter((figure) => figure.key === key).sort((a, b) => (a.from < b.from ? -1 : 1))
    for (const [place, row] of rows.entries()) {
      const next = rows[place + 1]
      if (next && (row.until === undefined || row.until >= next.from)) report('windows_overlap', `figures.${key}`, { key, from: next.from })
    }
  }
}

function checkMinimums({ figures, fromYear }: RuleSet, report: Report): void {
  const figureNow = (key: string) => figures.find((figure) => figure.key === key && isInForce(figure, fromYear))?.value
  const [professional, total] = [figureNow('minimum.professional'), figureNow('minimum.total')]
  if (professional != null && total != null && professional > total) {
    report('professional_above_total', 'figures.minimum.professional', { professional, total })
  }
}

/** A deadline for 公需 study lies between 31 December of its year and 31 December of the next. */
function checkDeadlines({ publicDeadlines }: RuleSet, report: Report): void {
  const seen = new Set<number>()
  for (const { year, until, clause } of publicDeadlines) {
    const at = `publicDeadlines.${year}`
    if (seen.has(year)) report('deadline_twice', at, { year: String(year) })
    seen.add(year)
    const [least, most] = [plainDate(`${year}-12-31`), plainDate(`${Math.min(year + 1, LAST_YEAR)}-12-31`)]
    if (until < least || until > most) report('deadline_out_of_year', at, { year: String(year), until, least, most })
    if (clause.trim() === '') report('clause_missing', at, { at })
  }
}

function checkSettings({ denyAtShare, warnAtShare, transition }: RuleSettings, report: Report): void {
  for (const [name, share] of Object.entries({ denyAtShare, warnAtShare })) {
    if (!(share > 0 && share <= MAX_SHARE)) report('share_out_of_bounds', `settings.${name}`, { name, value: share, most: MAX_SHARE })
  }
  if (warnAtShare > denyAtShare) report('shares_reversed', 'settings.warnAtShare', { warn: warnAtShare, deny: denyAtShare })
  if (transition && (transition.until < 2025 || transition.until > 2099)) {
    report('transition_over', 'settings.transition', { until: String(transition.until) })
  }
}

/** Every change against the version that the draft started from must name its source document. */
function checkSources(changed: readonly string[], sources: Sources, report: Report): void {
  for (const at of changed) if (!sources[at]?.document.trim()) report('document_missing', at, { at })
  if (changed.length === 0) report('nothing_changed', '', {})
}

/** The places in which a draft differs from the version it started from; a setting also where only its clause or status changed. */
export function changedPlaces(base: RuleSet, set: RuleSet, baseSources: Sources = {}, sources: Sources = {}): string[] {
  const difference = compareRuleSets({ ...base, platforms: [] }, { ...set, platforms: [] })
  return [
    ...new Set([
      ...difference.figures.map(({ key }) => `figures.${key}`),
      ...difference.publicDeadlines.map(({ key }) => `publicDeadlines.${key}`),
      ...difference.settings.map(({ key }) => `settings.${key}`),
      ...SETTINGS.filter((name) => !isSameBasis(basisOf(name, baseSources), basisOf(name, sources))).map((name) => `settings.${name}`),
    ]),
  ]
}

function isSameBasis(one: ReturnType<typeof basisOf>, other: ReturnType<typeof basisOf>): boolean {
  return one.clause === other.clause && one.status === other.status
}
