import type { Figure, Platform, PublicDeadline, RuleSet, RuleSettings } from '@/lib/rules/types'

export type ChangeKind = 'added' | 'removed' | 'changed'

/** A row that differs between two rule sets, or that only one of them has. */
export interface RowChange<Row> {
  /** A figure's key, a deadline's year, a platform's code. */
  key: string
  kind: ChangeKind
  before: Row | null
  after: Row | null
  /** Names of the fields that differ; empty where only one rule set has the row. */
  fields: string[]
}

export interface SettingChange {
  key: keyof RuleSettings
  before: RuleSettings[keyof RuleSettings]
  after: RuleSettings[keyof RuleSettings]
}

export interface ServedYears {
  from: number
  /** null: without end. */
  until: number | null
}

/** The differences between two rule sets; what is equal in both is left out. */
export interface RuleSetDifference {
  years: { before: ServedYears; after: ServedYears } | null
  figures: RowChange<Figure>[]
  publicDeadlines: RowChange<PublicDeadline>[]
  platforms: RowChange<Platform>[]
  settings: SettingChange[]
}

/** Compares two rule sets row by row. Each change carries both rows, with their clauses and statuses. */
export function compareRuleSets(before: RuleSet, after: RuleSet): RuleSetDifference {
  return {
    years: yearsChange(servedYears(before), servedYears(after)),
    figures: rowChanges(before.figures, after.figures, (figure) => figure.key, firstDay),
    publicDeadlines: rowChanges(
      before.publicDeadlines,
      after.publicDeadlines,
      (deadline) => String(deadline.year),
      () => '',
    ),
    platforms: rowChanges(before.platforms, after.platforms, (platform) => platform.code, firstDay),
    settings: settingChanges(before.settings, after.settings),
  }
}

/** The number of rows and settings that differ. */
export function countChanges({ years, figures, publicDeadlines, platforms, settings }: RuleSetDifference): number {
  return (years ? 1 : 0) + figures.length + publicDeadlines.length + platforms.length + settings.length
}

function firstDay(row: { from: string }): string {
  return row.from
}

function servedYears({ fromYear, untilYear }: RuleSet): ServedYears {
  return { from: fromYear, until: untilYear ?? null }
}

function yearsChange(before: ServedYears, after: ServedYears): RuleSetDifference['years'] {
  return isSameValue(before, after) ? null : { before, after }
}

function settingChanges(before: RuleSettings, after: RuleSettings): SettingChange[] {
  return differingFields(before, after).map((field) => {
    const key = field as keyof RuleSettings
    return { key, before: before[key], after: after[key] }
  })
}

/** The changes in the order of the old rows, followed by the new rows in their own order. */
function rowChanges<Row extends object>(
  before: readonly Row[],
  after: readonly Row[],
  keyOf: (row: Row) => string,
  dateOf: (row: Row) => string,
): RowChange<Row>[] {
  const keys = new Set([...before, ...after].map(keyOf))
  return [...keys].flatMap((key) =>
    pairs(
      before.filter((row) => keyOf(row) === key),
      after.filter((row) => keyOf(row) === key),
      dateOf,
    ).flatMap((pair) => changeOf(key, pair)),
  )
}

type Pair<Row> = [before: Row | null, after: Row | null]

/**
 * Pairs the old and new rows of one key: first those that begin on the same day, then the remaining ones in order, since a row whose first
 * day was corrected is still the same row.
 */
function pairs<Row>(before: readonly Row[], after: readonly Row[], dateOf: (row: Row) => string): Pair<Row>[] {
  const left = [...after]
  const matched = new Map<Row, Row>()
  for (const row of before) {
    const at = left.findIndex((other) => dateOf(other) === dateOf(row))
    const [partner] = at < 0 ? [] : left.splice(at, 1)
    if (partner) matched.set(row, partner)
  }
  const known = before.map((row): Pair<Row> => [row, matched.get(row) ?? left.shift() ?? null])
  return [...known, ...left.map((row): Pair<Row> => [null, row])]
}

function changeOf<Row extends object>(key: string, [before, after]: Pair<Row>): RowChange<Row>[] {
  if (!before || !after) return [{ key, kind: before ? 'removed' : 'added', before, after, fields: [] }]
  const fields = differingFields(before, after)
  return fields.length === 0 ? [] : [{ key, kind: 'changed', before, after, fields }]
}

/** Compares whatever fields the rows have, so that a field added to rule sets later is compared too. */
function differingFields(before: object, after: object): string[] {
  const [one, other] = [new Map<string, unknown>(Object.entries(before)), new Map<string, unknown>(Object.entries(after))]
  return [...new Set([...one.keys(), ...other.keys()])].filter((field) => !isSameValue(one.get(field), other.get(field)))
}

/** A missing field equals one that is undefined; the order of a list (a platform's subjects) has no meaning. */
function isSameValue(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && containsAll(one, other) && containsAll(other, one)
  }
  if (isPlainObject(one) && isPlainObject(other)) return differingFields(one, other).length === 0
  return one === other
}

function containsAll(list: readonly unknown[], items: readonly unknown[]): boolean {
  return items.every((item) => list.some((candidate) => isSameValue(item, candidate)))
}

function isPlainObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
