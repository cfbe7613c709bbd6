import { figureOf, numberOf, publicDeadlineOf, rateOf, rulingDay } from '@/lib/rules/lookup'
import { isInTenths, toTenths } from '@/lib/rules/tenths'
import { CATEGORIES, type Category, OPTIONS, type Platform, type RuleSet, STATUSES, type Status } from '@/lib/rules/types'

/** The credit for one unit of a category and option, in tenths of an hour. */
export interface Rate {
  readonly tenths: number
  readonly clause: string
  readonly status: Status
}

type RatesByOption = Readonly<Record<string, Rate>>

/** The figures of a rule set for one credit year, looked up once so that crediting never searches rows. Hours in tenths. */
export interface YearRules {
  readonly ruleSet: RuleSet
  readonly year: number
  readonly firstDay: string
  readonly lastDay: string
  readonly lastPublicDay: string
  readonly minimumTotal: number | null
  readonly minimumProfessional: number | null
  readonly minimumPublic: number | null
  readonly publicCoursewareCap: number
  readonly publicFill: number
  /** By category, then by option ('' where the category has none). */
  readonly rates: Readonly<Record<Category, RatesByOption>>
  readonly papersByOtherAuthors: RatesByOption
  readonly presentedConferences: RatesByOption
  readonly labelledCourseware: Rate
  readonly platforms: ReadonlyMap<string, readonly Platform[]>
}

const rulesBySet = new WeakMap<RuleSet, Map<number, YearRules>>()
let lastUsed: YearRules | undefined

/**
 * The figures of the rule set for the credit year, cached for each pair. Throws a RangeError where a row is missing, doubled or not in
 * steps of 0.1.
 */
export function yearRules(ruleSet: RuleSet, year: number): YearRules {
  // A recount of many people asks for the same pair again and again.
  if (lastUsed && lastUsed.ruleSet === ruleSet && lastUsed.year === year) return lastUsed
  let byYear = rulesBySet.get(ruleSet)
  if (!byYear) {
    byYear = new Map()
    rulesBySet.set(ruleSet, byYear)
  }
  let rules = byYear.get(year)
  if (!rules) {
    rules = buildYearRules(ruleSet, year)
    byYear.set(year, rules)
  }
  lastUsed = rules
  return rules
}

/** The less certain of two statuses. */
export function lessCertain(a: Status, b: Status): Status {
  return STATUSES.indexOf(a) > STATUSES.indexOf(b) ? a : b
}

/** A share of the hours in whole tenths, rounded down, so that rounding never grants hours that were not spent. */
export function shareOf(tenths: number, factor: number): number {
  return Math.floor(tenths * factor + 1e-6)
}

function buildYearRules(ruleSet: RuleSet, year: number): YearRules {
  const on = rulingDay(year)

  function tenthsOf(key: string): number {
    const hours = numberOf(ruleSet, key, on)
    if (!isInTenths(hours)) throw new RangeError(`${ruleSet.id}: ${key} is not in steps of 0.1`)
    return toTenths(hours)
  }

  function minimum(key: string): number | null {
    return figureOf(ruleSet, key, on).value === null ? null : tenthsOf(key)
  }

  function rate(category: Category, option: string): Rate {
    const figure = rateOf(ruleSet, category, option, on)
    return { tenths: tenthsOf(figure.key), clause: figure.clause, status: figure.status }
  }

  function ratesOf(category: Category): RatesByOption {
    const options: readonly string[] = OPTIONS[category]
    return Object.fromEntries((options.length === 0 ? [''] : options).map((option) => [option, rate(category, option)]))
  }

  const rates = Object.fromEntries(CATEGORIES.map((category) => [category, ratesOf(category)])) as Record<Category, RatesByOption>
  const otherAuthor = figureOf(ruleSet, 'paper.other_author', on)
  const otherAuthorShare = numberOf(ruleSet, 'paper.other_author', on)
  const presented = figureOf(ruleSet, 'conference.presented', on)
  const presentedTenths = tenthsOf('conference.presented')
  const labelled = figureOf(ruleSet, 'courseware.labelled', on)

  return {
    ruleSet,
    year,
    firstDay: `${year}-01-01`,
    lastDay: on,
    lastPublicDay: publicDeadlineOf(ruleSet, year)?.until ?? on,
    minimumTotal: minimum('minimum.total'),
    minimumProfessional: minimum('minimum.professional'),
    minimumPublic: minimum('minimum.public'),
    publicCoursewareCap: tenthsOf('cap.public_courseware'),
    publicFill: tenthsOf('fill.public'),
    rates,
    papersByOtherAuthors: withFactor(rates.paper, otherAuthor.status, (tenths) => shareOf(tenths, otherAuthorShare)),
    presentedConferences: withFactor(rates.conference, presented.status, (tenths) => tenths + presentedTenths),
    labelledCourseware: { tenths: tenthsOf('courseware.labelled'), clause: labelled.clause, status: labelled.status },
    platforms: platformsByCode(ruleSet),
  }
}

function platformsByCode(ruleSet: RuleSet): Map<string, Platform[]> {
  const byCode = new Map<string, Platform[]>()
  for (const platform of ruleSet.platforms) byCode.set(platform.code, [...(byCode.get(platform.code) ?? []), platform])
  return byCode
}

function withFactor(rates: RatesByOption, status: Status, change: (tenths: number) => number): RatesByOption {
  return Object.fromEntries(
    Object.entries(rates).map(([option, rate]) => [
      option,
      { tenths: change(rate.tenths), clause: rate.clause, status: lessCertain(rate.status, status) },
    ]),
  )
}
