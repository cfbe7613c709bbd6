import { useTranslations } from 'next-intl'
import { Filters } from '@/components/list/filters'
import { FilterSelect, FilterText } from '@/components/ui/filter-bar'
import { FILING_STATES, type FilingState } from '@/lib/workflow/states'

export interface FilingFilterValues {
  q: string
  state: FilingState | null
  from: string | null
  to: string | null
}

/** The filters of a list of filings. `part` is kept in the URL where the page has two lists. */
export function FilingFilters({ values, clear, part }: { values: FilingFilterValues; clear: string; part?: string }) {
  const t = useTranslations('filing.list')
  const states = useTranslations('states.filing')
  const common = useTranslations('common')
  return (
    <Filters clear={isFiltered(values) ? clear : null}>
      {part ? <input type="hidden" name="part" value={part} /> : null}
      <FilterText name="q" label={t('search')} value={values.q} />
      <FilterSelect
        name="state"
        label={t('state')}
        value={values.state ?? ''}
        all={common('filter.all')}
        options={FILING_STATES.map((value) => ({ value, label: states(value) }))}
      />
      <FilterText name="from" label={t('from')} value={values.from ?? ''} />
      <FilterText name="to" label={t('to')} value={values.to ?? ''} />
    </Filters>
  )
}

export function isFiltered({ q, state, from, to }: FilingFilterValues): boolean {
  return q !== '' || state !== null || from !== null || to !== null
}
