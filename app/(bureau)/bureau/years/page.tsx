import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FoundList } from '@/components/find/found-list'
import { PlaceFilters } from '@/components/find/place-filters'
import { FoundYearTable } from '@/components/find/year-table'
import { Filters } from '@/components/list/filters'
import { FilterSelect, FilterText } from '@/components/ui/filter-bar'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-parts'
import { PLACES } from '@/lib/server/find/office-scope'
import { yearsToFind } from '@/lib/server/find/years-to-find'
import { pageLinks } from '@/lib/server/input/keyset'
import { readSearch, type SearchParameters } from '@/lib/server/input/search'
import { currentLocale } from '@/lib/server/web/display'
import { pageActor } from '@/lib/server/web/page'
import { findYears, findYearsSearch } from '@/lib/server/year/find-years'
import { STATES } from '@/lib/workflow/states'
import { FindTabs } from '../_parts/find-tabs'
import { placeName } from '../_parts/place-name'

const PATH = '/bureau/years'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('find'))('yearsTitle') }
}

/** The years that were requested of this bureau, in any state; by name also those that were not. */
export default async function FindYearsPage({ searchParams }: { searchParams: SearchParameters }) {
  const actor = await pageActor('county_reviewer', 'city_reviewer')
  const [search, locale, t, names, common, years] = await Promise.all([
    readSearch(searchParams, findYearsSearch),
    currentLocale(),
    getTranslations('find'),
    getTranslations('states.year'),
    getTranslations('common'),
    yearsToFind(),
  ])
  const { after, ...filters } = search
  const found = await findYears(actor, search)
  const isFiltered = Object.values(filters).some(Boolean)
  return (
    <>
      <PageHead title={t('yearsTitle')} lead={t('yearsLead')} />
      <FindTabs current="years" />
      {found.readOnly ? <Notice title={t('readOnly', { place: await placeName(search.region) })} /> : null}
      <Filters apply={t('apply')} clear={isFiltered ? PATH : null}>
        <FilterText name="q" label={t('name')} value={search.q} />
        <FilterSelect
          name="state"
          label={t('state')}
          value={search.state ?? ''}
          all={common('filter.all')}
          options={STATES.year.map((value) => ({ value, label: names(value) }))}
        />
        <FilterSelect
          name="year"
          label={t('year')}
          value={search.year === null ? '' : String(search.year)}
          all={common('filter.all')}
          options={years.map((value) => ({ value: String(value), label: common('year', { year: String(value) }) }))}
        />
        <PlaceFilters employer={search.employer} region={search.region} regions={actor.role === 'city_reviewer' ? PLACES : []} />
      </Filters>
      <FoundList
        count={found.rows.length}
        empty={{ title: t('emptyYears') }}
        isFiltered={isFiltered}
        tooManyEmployers={found.tooManyEmployers}
        {...pageLinks(PATH, filters, after, found.next)}
      >
        <FoundYearTable rows={found.rows} href={(id) => `/bureau/years/${id}`} locale={locale} />
      </FoundList>
    </>
  )
}
