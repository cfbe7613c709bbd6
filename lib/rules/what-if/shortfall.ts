import type { PlainDate } from '@/lib/calendar/plain-date'
import { evaluateYear } from '@/lib/rules/evaluate-year'
import type { Category, RecordInput, ResultLine, RuleSet, Status, Subject, YearCase, YearResult } from '@/lib/rules/types'
import { achievementsFor, type Candidate, daysFor, participationFor } from '@/lib/rules/what-if/candidates'
import type { Entry } from '@/lib/rules/what-if/entry'

/** One activity that fills a shortfall: how much of it, and the hours that the year would gain. */
export interface Suggestion {
  kind: Candidate['kind'] | 'achievement' | 'choose'
  category: Category
  subject: Subject | null
  option: string | null
  /** Days, lectures, hours; 1 for an achievement. */
  amount: number
  /** The credit hours that would count. */
  hours: number
  /** The name of the platform; null where none is needed. */
  platform: string | null
  clause: string
  status: Status
  /** The entry to add; null where only another of the year's options is to be chosen. */
  entry: Entry | null
  /** The id of the option to choose; `ADDED_ID` for the added entry; null where the choice does not change. */
  choice: string | null
}

/** Missing credit hours of a subject, or of the total alone (any), and the activities of which each fills them. */
export interface Shortfall {
  subject: Subject | 'any'
  hours: number
  /** The last day has passed: only records completed by then can still be entered. */
  over: boolean
  suggestions: Suggestion[]
}

/**
 * How a year can meet its minimums: with one suggestion of each of the `shortfalls`, or with one of the `complete` suggestions alone. Both
 * are empty where nothing is missing.
 */
export interface Suggestions {
  shortfalls: Shortfall[]
  complete: Suggestion[]
}

/** The id of a suggested entry in a trial evaluation. */
export const ADDED_ID = 'added'

const MAX_COMPLETE = 3

/**
 * Suggests how the missing hours of a year could be filled. Each suggestion is verified by evaluating the year with it, and its amount is
 * the smallest that suffices. Activities that cannot be completed from `today` (Asia/Shanghai) to the last day of the year are left out.
 * Throws as `evaluateYear` does.
 */
export function suggestionsFor(input: YearCase, ruleSet: RuleSet, today: PlainDate): Suggestions {
  const base = evaluateYear(input, { ruleSet })
  if (base.met) return { shortfalls: [], complete: [] }
  const year: YearContext = { input, ruleSet, today, base }
  const complete = completeSuggestions(year)
  // Where only one record counts in a year, suggestions cannot be combined: each must suffice alone.
  if (scopeOf(year) === 'all')
    return {
      shortfalls: [],
      complete: [...complete, ...suggestionsOf(year, 'professional', base.required.total ?? 0, isMet)].slice(0, MAX_COMPLETE),
    }
  return { shortfalls: shortfallsOf(year), complete }
}

interface YearContext {
  input: YearCase
  ruleSet: RuleSet
  today: PlainDate
  base: YearResult
}

type IsFilled = (result: YearResult) => boolean
const isMet: IsFilled = (result) => result.met

function scopeOf({ input, ruleSet }: YearContext) {
  return input.settings?.oneOptionScope ?? ruleSet.settings.oneOptionScope
}

function shortfallsOf(year: YearContext): Shortfall[] {
  const { shortfall, totals } = year.base
  const rest = minus(shortfall.total, shortfall.professional + shortfall.public)
  const shortfalls: Shortfall[] = []
  if (shortfall.professional > 0)
    shortfalls.push(shortfallOf(year, 'professional', shortfall.professional, (result) => result.shortfall.professional === 0))
  if (shortfall.public > 0) shortfalls.push(shortfallOf(year, 'public', shortfall.public, (result) => result.shortfall.public === 0))
  if (rest > 0) shortfalls.push(shortfallOf(year, 'any', rest, (result) => minus(result.totals.total, totals.total) >= rest))
  return shortfalls
}

function shortfallOf(year: YearContext, subject: Shortfall['subject'], hours: number, isFilled: IsFilled): Shortfall {
  const days = daysFor(subject === 'any' ? 'public' : subject, year.input, year.ruleSet, year.today)
  return { subject, hours, over: days?.over ?? true, suggestions: suggestionsOf(year, subject, hours, isFilled) }
}

/** For hours of either subject: public ones, which need no filing; teaching as professional, as is usual. */
function suggestionsOf(year: YearContext, subject: Shortfall['subject'], hours: number, isFilled: IsFilled): Suggestion[] {
  const { input, ruleSet, today } = year
  const candidates =
    subject === 'any'
      ? [
          ...participationFor('public', input, ruleSet, today).filter(({ kind }) => kind !== 'teaching'),
          ...participationFor('professional', input, ruleSet, today).filter(({ kind }) => kind === 'teaching'),
        ]
      : participationFor(subject, input, ruleSet, today)
  return candidates.flatMap((candidate) => smallestSuggestion(year, candidate, hours, isFilled) ?? [])
}

/**
 * The smallest amount that fills the shortfall; null where none does, because of a cap or the remaining days. Found by bisection: amounts
 * that are too little are all smaller than those that suffice or are too much, and the smallest of these decides.
 */
function smallestSuggestion(year: YearContext, candidate: Candidate, hours: number, isFilled: IsFilled): Suggestion | null {
  const { shortfall, required } = year.base
  const stepsFor = (wanted: number) => Math.max(1, Math.ceil(wanted / (candidate.rate * candidate.step) - 1e-9))
  let low = 0
  let high = stepsFor(shortfall.total + shortfall.professional + shortfall.public + (required.total ?? 0)) + 1
  let first = trial(year, candidate, high, isFilled)
  // The missing hours divided by the rate are usually the answer: that amount and the one below it are tried first.
  const guesses = [stepsFor(hours), stepsFor(hours) - 1]
  while (high - low > 1) {
    const guess = guesses.shift() ?? 0
    const steps = guess > low && guess < high ? guess : (low + high) >> 1
    const tried = trial(year, candidate, steps, isFilled)
    if (tried === 'less') low = steps
    else {
      high = steps
      first = tried
    }
  }
  return typeof first === 'object' ? first : null
}

function trial(year: YearContext, candidate: Candidate, steps: number, isFilled: IsFilled): Suggestion | 'less' | 'too_much' {
  const amount = Math.round(steps * candidate.step * 10) / 10
  const entry = candidate.entry(amount)
  if (!entry) return 'too_much'
  const choice = scopeOf(year) === 'all' ? ADDED_ID : null
  const { result, line } = evaluateWith(year, entry, choice)
  if (!line || line.counted < line.hours) return 'too_much'
  if (!isFilled(result)) return 'less'
  return { ...suggestionOf(candidate.kind, entry, line), amount, platform: candidate.platform?.name ?? null, choice }
}

/** Suggestions that suffice alone: another of the year's options, or one more achievement, those with the fewest hours first. */
function completeSuggestions(year: YearContext): Suggestion[] {
  const suggestions = otherChoices(year)
  if (scopeOf(year) === 'same_achievement' || suggestions.length === 0) {
    for (const { entry, hours } of achievementsFor(year.input, year.ruleSet, year.today)) {
      if (suggestions.length >= MAX_COMPLETE) break
      if (hours < year.base.shortfall.total) continue
      const choice = scopeOf(year) === 'same_achievement' ? null : ADDED_ID
      const { result, line } = evaluateWith(year, entry, choice)
      if (line && result.met) suggestions.push({ ...suggestionOf('achievement', entry, line), choice })
    }
  }
  return suggestions
}

function otherChoices({ input, ruleSet, base }: YearContext): Suggestion[] {
  const { selected, options } = base.choice
  if (selected === null) return []
  for (const { id } of options) {
    const record = input.records.find((each) => each.id === id)
    if (id === selected || !record) continue
    const result = evaluateYear({ ...input, choice: id }, { ruleSet })
    const line = result.lines.find((each) => each.id === id)
    if (line && result.met) return [{ ...suggestionOf('choose', record, line), entry: null, choice: id }]
  }
  return []
}

function evaluateWith(
  { input, ruleSet }: YearContext,
  entry: Entry,
  choice: string | null,
): { result: YearResult; line: ResultLine | undefined } {
  const records = [...input.records, { ...entry, id: ADDED_ID } as RecordInput]
  const tried = evaluateYear({ ...input, records, choice: choice ?? input.choice }, { ruleSet })
  return { result: tried, line: tried.lines.at(-1) }
}

function suggestionOf(kind: Suggestion['kind'], entry: Entry, line: ResultLine): Suggestion {
  return {
    kind,
    category: entry.category,
    subject: 'subject' in entry ? entry.subject : null,
    option: 'option' in entry ? entry.option : null,
    amount: 1,
    hours: line.counted,
    platform: null,
    clause: line.clause,
    status: line.status,
    entry,
    choice: null,
  }
}

/** The difference of two hour figures, exact to a tenth. */
function minus(a: number, b: number): number {
  return Math.round((a - b) * 10) / 10
}
