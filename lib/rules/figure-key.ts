import { CATEGORIES, type Category, OPTIONS } from '@/lib/rules/types'

/** What a figure's key speaks of: a category and perhaps one of its options; or something that is no rate of an option. */
export type FigureSubject = { category: Category; option: string | null } | { key: string }

export function subjectOfKey(key: string): FigureSubject {
  const category = CATEGORIES.find((each) => key === each || key.startsWith(`${each}.`))
  if (!category) return { key }
  const option = key.slice(category.length + 1)
  if (option === '') return { category, option: null }
  return (OPTIONS[category] as readonly string[]).includes(option) ? { category, option } : { key }
}
