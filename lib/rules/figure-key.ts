import { CATEGORIES, type Category, OPTIONS } from '@/lib/rules/types'

/** What a figure is about: the rate of a category or of one of its options; `key` for every other figure (minimum, cap, factor). */
export type FigureSubject = { category: Category; option: string | null } | { key: string }

/** What the figure with this key is about. */
export function subjectOfKey(key: string): FigureSubject {
  const category = CATEGORIES.find((each) => key === each || key.startsWith(`${each}.`))
  if (!category) return { key }
  const option = key.slice(category.length + 1)
  if (option === '') return { category, option: null }
  return (OPTIONS[category] as readonly string[]).includes(option) ? { category, option } : { key }
}
