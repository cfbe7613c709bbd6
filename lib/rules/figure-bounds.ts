import { anhui2025 } from '@/lib/rules/rule-sets/anhui-2025'
import { CATEGORIES, type Category, type Unit } from '@/lib/rules/types'

/** What a figure may hold. `step` 1 or 0.1 in hours; a factor is a share and goes in hundredths. */
export interface FigureBounds {
  unit: Unit
  least: number
  most: number
  step: number
  /** Whether the law may name no figure here. */
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

/** The keys that the software knows, in the order of the set that ships: a rule set has each of them, and no other. */
export const FIGURE_KEYS: readonly string[] = [...new Set(anhui2025.figures.map((figure) => figure.key))]

const UNIT_OF = new Map(anhui2025.figures.map(({ key, unit }) => [key, unit]))

/** Undefined for a key that the software does not know. */
export function boundsOf(key: string): FigureBounds | undefined {
  const unit = UNIT_OF.get(key)
  return unit && { unit, ...BOUNDS[unit], optional: key === 'minimum.public' }
}

/** The category a figure belongs to; null for minimums, caps and the like. */
export function categoryOf(key: string): Category | null {
  const [first] = key.split('.')
  return CATEGORIES.find((category) => category === first) ?? null
}

/** Whether a number stands on a step, as far as a binary fraction can. */
export function isOnStep(value: number, step: number): boolean {
  return Math.abs(value / step - Math.round(value / step)) < 1e-6
}
