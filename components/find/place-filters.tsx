import { useTranslations } from 'next-intl'
import { FilterSelect, FilterText } from '@/components/ui/filter-bar'

export interface PlaceFilterValues {
  employer: string
  region: string | null
  /** Regions that the reader may search besides their own office; empty where there are none. */
  regions: readonly string[]
}

/** Filters by employer and, for readers of several regions, by region. */
export function PlaceFilters({ employer, region, regions }: PlaceFilterValues) {
  const t = useTranslations('find')
  const terms = useTranslations('terms')
  return (
    <>
      <FilterText name="employer" label={t('employer')} value={employer} />
      {regions.length > 0 ? (
        <FilterSelect
          name="region"
          label={t('region')}
          value={region ?? ''}
          all={t('ownOffice')}
          options={regions.map((value) => ({ value, label: value === 'all' ? t('wholeCity') : terms(`region.${value}`) }))}
        />
      ) : null}
    </>
  )
}
