import { useTranslations } from 'next-intl'
import { FilterSelect, FilterText } from '@/components/ui/filter-bar'

export interface PlaceFilterValues {
  employer: string
  region: string | null
  /** Where the reader may look besides the own office; none: nowhere. */
  regions: readonly string[]
}

/** Whose: by employer, and for the city by county. */
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
