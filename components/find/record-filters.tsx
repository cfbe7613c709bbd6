import { useTranslations } from 'next-intl'
import { Filters } from '@/components/list/filters'
import { FilterSelect, FilterText } from '@/components/ui/filter-bar'
import { CATEGORIES, type Category } from '@/lib/rules/types'
import type { RecordState } from '@/lib/workflow/states'
import { PlaceFilters, type PlaceFilterValues } from './place-filters'

export interface RecordFilterValues {
  q: string
  title: string
  state: RecordState | null
  category: Category | null
  year: number | null
}

/** The filters of a search for records. `place` where the search covers more than one employer. */
export function RecordFilters({
  path,
  values,
  states,
  years,
  place,
}: {
  path: string
  values: RecordFilterValues
  states: readonly RecordState[]
  years: readonly number[]
  place?: PlaceFilterValues
}) {
  const t = useTranslations('find')
  const terms = useTranslations('terms')
  const names = useTranslations('states.record')
  const common = useTranslations('common')
  const all = common('filter.all')
  const { q, title, state, category, year } = values
  const isFiltered = [q, title, state, category, year, place?.employer, place?.region].some(Boolean)
  return (
    <Filters apply={t('apply')} clear={isFiltered ? path : null}>
      <FilterText name="q" label={t('name')} value={q} />
      <FilterText name="title" label={t('content')} value={title} />
      <FilterSelect
        name="state"
        label={t('state')}
        value={state ?? ''}
        all={all}
        options={states.map((value) => ({ value, label: names(value) }))}
      />
      <FilterSelect
        name="year"
        label={t('year')}
        value={year === null ? '' : String(year)}
        all={all}
        options={years.map((value) => ({ value: String(value), label: common('year', { year: String(value) }) }))}
      />
      <FilterSelect
        name="category"
        label={t('category')}
        value={category ?? ''}
        all={all}
        options={CATEGORIES.map((value) => ({ value, label: terms(`category.${value}`) }))}
      />
      {place ? <PlaceFilters {...place} /> : null}
    </Filters>
  )
}
