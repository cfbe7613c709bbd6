import { FIRST_YEAR, LAST_YEAR, plainDate } from '@/lib/calendar/plain-date'
import { compareRuleSets } from '@/lib/rules/compare-rule-sets'
import { boundsOf, categoryOf, FIGURE_KEYS, isOnStep } from '@/lib/rules/figure-bounds'
import { rulingDay } from '@/lib/rules/lookup'
import { basisOf, SETTINGS, type Sources } from '@/lib/rules/setting-basis'
import { CATEGORIES, type Figure, type RuleSet, type RuleSettings } from '@/lib/rules/types'

/** What can be wrong with a rule set; each has its sentence in both languages (`ruleVersions.problem`). */
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

/** What is wrong and where: `figures.training`, `publicDeadlines.2025`, `settings.denyAtShare`, `fromYear`. */
export interface RuleSetProblem {
  code: RuleSetProblemCode
  at: string
  values: Record<string, string | number>
}

/** What the draft is held against; without `base` nothing is asked about documents. */
export interface Circumstances {
  base?: RuleSet
  baseSources?: Sources
  sources?: Sources
  /** Credit years that the rule set would rule and in which people are certified already. */
  certified?: readonly { year: number; people: number }[]
}

const MAX_SHARE = 10

/** Everything that keeps a rule set from being published, all of it at once, in the order in which it is shown. */
export function ruleSetProblems(
  set: RuleSet,
  { base, baseSources = {}, sources = {}, certified = [] }: Circumstances = {},
): RuleSetProblem[] {
  const problems: RuleSetProblem[] = []
  const note = (code: RuleSetProblemCode, at: string, values: RuleSetProblem['values'] = {}) => problems.push({ code, at, values })
  checkYears(set, note)
  for (const { year, people } of certified) note('year_certified', 'fromYear', { year: String(year), people })
  checkPresence(set, note)
  for (const figure of set.figures) checkFigure(figure, note)
  checkWindows(set, note)
  checkMinimums(set, note)
  checkDeadlines(set, note)
  checkSettings(set.settings, note)
  if (base) checkSources(changedPlaces(base, set, baseSources, sources), sources, note)
  return problems
}

type Note = (code: RuleSetProblemCode, at: string, values?: RuleSetProblem['values']) => void

function checkYears({ fromYear, untilYear }: RuleSet, note: Note): void {
  if (untilYear !== undefined && untilYear < fromYear)
    note('years_reversed', 'fromYear', { from: String(fromYear), until: String(untilYear) })
}

/** Each key has a row on the ruling day of every year the set serves: looked at where a row begins or ends. */
function checkPresence(set: RuleSet, note: Note): void {
  const absent = FIGURE_KEYS.flatMap((key) => {
    const year = yearWithout(set, key)
    return year === null ? [] : [{ key, year }]
  })
  const lost = CATEGORIES.filter((category) => {
    const keys = FIGURE_KEYS.filter((key) => categoryOf(key) === category)
    return keys.every((key) => !set.figures.some((figure) => figure.key === key))
  })
  for (const category of lost) note('category_missing', `figures.${category}`, { category })
  for (const { key, year } of absent) {
    const category = categoryOf(key)
    if (category === null || !lost.includes(category)) note('figure_missing', `figures.${key}`, { key, year: String(year) })
  }
}

/** The first year served in which the key has no row; null where it always has one. */
function yearWithout({ fromYear, untilYear = LAST_YEAR, figures }: RuleSet, key: string): number | null {
  const rows = figures.filter((figure) => figure.key === key)
  const turns = rows.flatMap(({ from, until }) => [yearOfText(from), ...(until ? [yearOfText(until), yearOfText(until) + 1] : [])])
  const years = [fromYear, ...turns, ...turns.map((year) => year - 1), untilYear].filter((year) => year >= fromYear && year <= untilYear)
  return years.sort((a, b) => a - b).find((year) => !rows.some((row) => isInForce(row, year))) ?? null
}

function isInForce({ from, until }: Figure, year: number): boolean {
  const on = rulingDay(Math.min(Math.max(year, FIRST_YEAR), LAST_YEAR))
  return from <= on && (until === undefined || until >= on)
}

function yearOfText(date: string): number {
  return Number(date.slice(0, 4))
}

function checkFigure(figure: Figure, note: Note): void {
  const { key, value, unit, from, until, clause } = figure
  const at = `figures.${key}`
  const bounds = boundsOf(key)
  if (until !== undefined && until < from) note('figure_period_reversed', at, { key, from, until })
  if (clause.trim() === '') note('clause_missing', at, { at })
  if (!bounds) {
    note('figure_unknown', at, { key })
    return
  }
  if (unit !== bounds.unit) note('figure_other_unit', at, { key, unit: bounds.unit })
  if (value === null) {
    if (!bounds.optional) note('figure_without_number', at, { key })
  } else if (value < 0) note('figure_negative', at, { key, value })
  else if (value < bounds.least || value > bounds.most) {
    note('figure_out_of_bounds', at, { key, value, least: bounds.least, most: bounds.most })
  } else if (!isOnStep(value, bounds.step)) note('figure_off_step', at, { key, value, step: bounds.step })
}

function checkWindows({ figures }: RuleSet, note: Note): void {
  for (const key of new Set(figures.map((figure) => figure.key))) {
    const rows = figures.filter((figure) => figure.key === key).sort((a, b) => (a.from < b.from ? -1 : 1))
    for (const [place, row] of rows.entries()) {
      const next = rows[place + 1]
      if (next && (row.until === undefined || row.until >= next.from)) note('windows_overlap', `figures.${key}`, { key, from: next.from })
    }
  }
}

function checkMinimums({ figures, fromYear }: RuleSet, note: Note): void {
  const figureNow = (key: string) => figures.find((figure) => figure.key === key && isInForce(figure, fromYear))?.value
  const [professional, total] = [figureNow('minimum.professional'), figureNow('minimum.total')]
  if (professional != null && total != null && professional > total) {
    note('professional_above_total', 'figures.minimum.professional', { professional, total })
  }
}

/** Study for a year is completed in it or in the one after. */
function checkDeadlines({ publicDeadlines }: RuleSet, note: Note): void {
  const seen = new Set<number>()
  for (const { year, until, clause } of publicDeadlines) {
    const at = `publicDeadlines.${year}`
    if (seen.has(year)) note('deadline_twice', at, { year: String(year) })
    seen.add(year)
    const [least, most] = [plainDate(`${year}-12-31`), plainDate(`${Math.min(year + 1, LAST_YEAR)}-12-31`)]
    if (until < least || until > most) note('deadline_out_of_year', at, { year: String(year), until, least, most })
    if (clause.trim() === '') note('clause_missing', at, { at })
  }
}

function checkSettings({ denyAtShare, warnAtShare, transition }: RuleSettings, note: Note): void {
  for (const [name, share] of Object.entries({ denyAtShare, warnAtShare })) {
    if (!(share > 0 && share <= MAX_SHARE)) note('share_out_of_bounds', `settings.${name}`, { name, value: share, most: MAX_SHARE })
  }
  if (warnAtShare > denyAtShare) note('shares_reversed', 'settings.warnAtShare', { warn: warnAtShare, deny: denyAtShare })
  if (transition && (transition.until < 2025 || transition.until > 2099)) {
    note('transition_over', 'settings.transition', { until: String(transition.until) })
  }
}

/** Whatever differs from the version that the draft started from names the document it rests on. */
function checkSources(changed: readonly string[], sources: Sources, note: Note): void {
  for (const at of changed) if (!sources[at]?.document.trim()) note('document_missing', at, { at })
  if (changed.length === 0) note('nothing_changed', '', {})
}

/** Where the draft differs from the version it started from: a setting also where it only became surer. */
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
