import type { PlainDate } from '@/lib/calendar/plain-date'
import { evaluateYear } from '@/lib/rules/evaluate-year'
import type { Category, RecordInput, ResultLine, RuleSet, Status, Subject, YearCase, YearResult } from '@/lib/rules/types'
import { achievementsFor, type Candidate, daysFor, participationFor } from '@/lib/rules/what-if/candidates'
import type { Entry } from '@/lib/rules/what-if/entry'

/** One thing to do that fills what is missing: so much of it, and what the year would gain. */
export interface Suggestion {
  kind: Candidate['kind'] | 'achievement' | 'choose'
  category: Category
  subject: Subject | null
  option: string | null
  /** Days, lectures, hours; 1 for an achievement. */
  amount: number
  /** What it would count. */
  hours: number
  /** The platform, by its name. */
  platform: string | null
  clause: string
  status: Status
  /** What to add; null where another of the year's options is to be chosen. */
  entry: Entry | null
  /** The id of the option to choose with it; `ADDED` for what is added; null where the choice stays. */
  choice: string | null
}

/** Hours that are missing, for a subject or for the total alone, and what fills exactly them. */
export interface Shortfall {
  subject: Subject | 'any'
  hours: number
  /** The year is over: only what was done in it can still be listed. */
  over: boolean
  ways: Suggestion[]
}

/** `gaps`: one way of each fills the year. `whole`: each alone does. Both are empty where nothing is missing. */
export interface Missing {
  gaps: Shortfall[]
  whole: Suggestion[]
}

/** The id under which a way's entry is tried. */
export const ADDED = 'added'

const MAX_WHOLE = 3

/**
 * What is still missing of the year, said as what could be done. Every way was tried: the year was evaluated with it, and a step less
 * does not do. `today` leaves out what can no longer be held in the days that are left.
 */
export function missingOf(input: YearCase, ruleSet: RuleSet, today: PlainDate): Missing {
  const base = evaluateYear(input, { ruleSet })
  if (base.met) return { gaps: [], whole: [] }
  const year: Asked = { input, ruleSet, today, base }
  const whole = wholeWays(year)
  // Where one item a year counts and no more, no way adds to another.
  if (scopeOf(year) === 'all')
    return { gaps: [], whole: [...whole, ...waysOf(year, 'professional', base.required.total ?? 0, isMet)].slice(0, MAX_WHOLE) }
  return { gaps: gapsOf(year), whole }
}

interface Asked {
  input: YearCase
  ruleSet: RuleSet
  today: PlainDate
  base: YearResult
}

type Fills = (result: YearResult) => boolean
const isMet: Fills = (result) => result.met

function scopeOf({ input, ruleSet }: Asked) {
  return input.settings?.oneOptionScope ?? ruleSet.settings.oneOptionScope
}

function gapsOf(year: Asked): Shortfall[] {
  const { shortfall, totals } = year.base
  const rest = less(shortfall.total, shortfall.professional + shortfall.public)
  const gaps: Shortfall[] = []
  if (shortfall.professional > 0)
    gaps.push(gap(year, 'professional', shortfall.professional, (result) => result.shortfall.professional === 0))
  if (shortfall.public > 0) gaps.push(gap(year, 'public', shortfall.public, (result) => result.shortfall.public === 0))
  if (rest > 0) gaps.push(gap(year, 'any', rest, (result) => less(result.totals.total, totals.total) >= rest))
  return gaps
}

function gap(year: Asked, subject: Shortfall['subject'], hours: number, fills: Fills): Shortfall {
  const days = daysFor(subject === 'any' ? 'public' : subject, year.input, year.ruleSet, year.today)
  return { subject, hours, over: days?.over ?? true, ways: waysOf(year, subject, hours, fills) }
}

/** For hours of either subject what is easier: public ones, which need no filing; teaching as it usually is. */
function waysOf(year: Asked, subject: Shortfall['subject'], hours: number, fills: Fills): Suggestion[] {
  const { input, ruleSet, today } = year
  const candidates =
    subject === 'any'
      ? [
          ...participationFor('public', input, ruleSet, today).filter(({ kind }) => kind !== 'teaching'),
          ...participationFor('professional', input, ruleSet, today).filter(({ kind }) => kind === 'teaching'),
        ]
      : participationFor(subject, input, ruleSet, today)
  return candidates.flatMap((candidate) => leastOf(year, candidate, hours, fills) ?? [])
}

/**
 * The least amount that fills; null where none does, as beyond a cap or the days that are left. More never fills less, and what is too
 * much stays so: the amounts that are not yet enough come first, and the first after them decides.
 */
function leastOf(year: Asked, candidate: Candidate, hours: number, fills: Fills): Suggestion | null {
  const { shortfall, required } = year.base
  const stepsFor = (wanted: number) => Math.max(1, Math.ceil(wanted / (candidate.rate * candidate.step) - 1e-9))
  let low = 0
  let high = stepsFor(shortfall.total + shortfall.professional + shortfall.public + (required.total ?? 0)) + 1
  let first = trial(year, candidate, high, fills)
  // Hour for hour is usually exact: it and the step before are looked at first.
  const guesses = [stepsFor(hours), stepsFor(hours) - 1]
  while (high - low > 1) {
    const guess = guesses.shift() ?? 0
    const steps = guess > low && guess < high ? guess : (low + high) >> 1
    const tried = trial(year, candidate, steps, fills)
    if (tried === 'less') low = steps
    else {
      high = steps
      first = tried
    }
  }
  return typeof first === 'object' ? first : null
}

function trial(year: Asked, candidate: Candidate, steps: number, fills: Fills): Suggestion | 'less' | 'too_much' {
  const amount = Math.round(steps * candidate.step * 10) / 10
  const entry = candidate.entry(amount)
  if (!entry) return 'too_much'
  const choice = scopeOf(year) === 'all' ? ADDED : null
  const { result, line } = evaluateWith(year, entry, choice)
  if (!line || line.counted < line.hours) return 'too_much'
  if (!fills(result)) return 'less'
  return { ...wayOf(candidate.kind, entry, line), amount, platform: candidate.platform?.name ?? null, choice }
}

/** What fills the year at one stroke: another of its options, or an achievement more, the least ones that do. */
function wholeWays(year: Asked): Suggestion[] {
  const ways = otherChoices(year)
  if (scopeOf(year) === 'same_achievement' || ways.length === 0) {
    for (const { entry, hours } of achievementsFor(year.input, year.ruleSet, year.today)) {
      if (ways.length >= MAX_WHOLE) break
      if (hours < year.base.shortfall.total) continue
      const choice = scopeOf(year) === 'same_achievement' ? null : ADDED
      const { result, line } = evaluateWith(year, entry, choice)
      if (line && result.met) ways.push({ ...wayOf('achievement', entry, line), choice })
    }
  }
  return ways
}

function otherChoices({ input, ruleSet, base }: Asked): Suggestion[] {
  const { selected, options } = base.choice
  if (selected === null) return []
  for (const { id } of options) {
    const record = input.records.find((each) => each.id === id)
    if (id === selected || !record) continue
    const result = evaluateYear({ ...input, choice: id }, { ruleSet })
    const line = result.lines.find((each) => each.id === id)
    if (line && result.met) return [{ ...wayOf('choose', record, line), entry: null, choice: id }]
  }
  return []
}

function evaluateWith(
  { input, ruleSet }: Asked,
  entry: Entry,
  choice: string | null,
): { result: YearResult; line: ResultLine | undefined } {
  const records = [...input.records, { ...entry, id: ADDED } as RecordInput]
  const tried = evaluateYear({ ...input, records, choice: choice ?? input.choice }, { ruleSet })
  return { result: tried, line: tried.lines.at(-1) }
}

function wayOf(kind: Suggestion['kind'], entry: Entry, line: ResultLine): Suggestion {
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

/** Exact to a tenth. */
function less(a: number, b: number): number {
  return Math.round((a - b) * 10) / 10
}
