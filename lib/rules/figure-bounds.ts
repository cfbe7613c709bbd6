import { anhui2025 } from '@/lib/rules/rule-sets/anhui-2025'
import { CATEGORIES, type Category, type Unit } from '@/lib/rules/types'

/** The values that a figure may have: a multiple of `step` from `least` to `most`. Hours go in steps of 0.1, shares in steps of 0.01. */
export interface FigureBounds {
  unit: Unit
  least: number
  most: number
  step: number
  /** Whether the figure may be absent because the law names none. */
  optional: boolean
}

const BOUNDS: Readonly<Record<Unit, Omit<FigureBounds, 'unit' | 'optional'>>> = {
  per_item: { least: 0, most: 999.9, step: 0.1 },
  per_day: { least: 0, most: 24, step: 0.1 },
  per_time: { least: 0, most: 99.9, step: 0.1 },
  per_course: { least: 0, most: 99.9, step: 0.1 },
  per_hour: { least: 0, most: 10, step: 0.1 },
  extra_per_item: { least: 0, most: 999.9, step: 0.1 },
  factor: { least: 0, most: 1, step: 0.01 },
  hours_a_year: { least: 0, most: 999.9, step: 0.1 },
  days_of_a_year: { least: 1, most: 366, step: 1 },
}

/** The keys that crediting uses, in the order of the rule set that ships: every rule set has exactly these. */
export const FIGURE_KEYS: readonly string[] = [...new Set(anhui2025.figures.map((figure) => figure.key))]

const UNIT_OF = new Map(anhui2025.figures.map(({ key, unit }) => [key, unit]))

/** The bounds of a figure; undefined for an unknown key. */
export function boundsOf(key: string): FigureBounds | undefined {
  const unit = UNIT_OF.get(key)
  return unit && { unit, ...BOUNDS[unit], optional: key === 'minimum.public' }
}

/** The record category of a figure; null for minimums, caps and other figures of the whole year or term. */
export function categoryOf(key: string): Category | null {
  const [first] = key.split('.')
  return CATEGORIES.find((category) => category === first) ?? null
}

/** Whether the value is a multiple of the step, within the error of binary fractions. */
export function isMultipleOf(value: number, step: number): boolean {
  return Math.abs(value / step - Math.round(value / step)) < 1e-6
}
