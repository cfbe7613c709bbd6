import type { Figure, Platform, PublicDeadline, RuleSet, RuleSettings } from '@/lib/rules/types'

export type ChangeKind = 'added' | 'removed' | 'changed'

/** A row that one of two rule sets has otherwise than the other, or alone. */
export interface RowChange<Row> {
  /** A figure's key, a deadline's year, a platform's code. */
  key: string
  kind: ChangeKind
  before: Row | null
  after: Row | null
  /** What differs, named by the row's fields; empty where the row stands on one side only. */
  fields: string[]
}

export interface SettingChange {
  key: keyof RuleSettings
  before: RuleSettings[keyof RuleSettings]
  after: RuleSettings[keyof RuleSettings]
}

export interface ServedYears {
  from: number
  /** null: all that follow. */
  until: number | null
}

/** What differs between two rule sets; what is the same in both is left out. */
export interface RuleSetDifference {
  years: { before: ServedYears; after: ServedYears } | null
  figures: RowChange<Figure>[]
  publicDeadlines: RowChange<PublicDeadline>[]
  platforms: RowChange<Platform>[]
  settings: SettingChange[]
}

/** What changes from one rule set to another: row by row, with both rows, whose clause and certainty they carry. */
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

/** How many rows and settings differ. */
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

/** In the order of the rows before; what is new follows in its own order. */
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
 * The rows of one key side by side: those that begin on the same day belong together; of the others the first with the first, for a row
 * whose first day was corrected is that row still.
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

/** Whatever fields the rows have: one that a rule set gains later is compared too. */
function differingFields(before: object, after: object): string[] {
  const [one, other] = [new Map<string, unknown>(Object.entries(before)), new Map<string, unknown>(Object.entries(after))]
  return [...new Set([...one.keys(), ...other.keys()])].filter((field) => !isSameValue(one.get(field), other.get(field)))
}

/** A field that is missing is the same as one that holds undefined; the order of a list says nothing (a platform's subjects). */
function isSameValue(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && holdsAll(one, other) && holdsAll(other, one)
  }
  if (isFields(one) && isFields(other)) return differingFields(one, other).length === 0
  return one === other
}

function holdsAll(list: readonly unknown[], items: readonly unknown[]): boolean {
  return items.every((item) => list.some((candidate) => isSameValue(item, candidate)))
}

function isFields(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
