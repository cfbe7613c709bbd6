import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FoundList } from '@/components/find/found-list'
import { RecordFilters } from '@/components/find/record-filters'
import { FoundRecordTable } from '@/components/find/record-table'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-parts'
import { PLACES } from '@/lib/server/find/office-scope'
import { yearsToFind } from '@/lib/server/find/years-to-find'
import { pageLinks } from '@/lib/server/input/keyset'
import { readSearch, type SearchParameters } from '@/lib/server/input/search'
import { FOUND_STATES, findRecords, findRecordsSearch } from '@/lib/server/record/find-records'
import { currentLocale } from '@/lib/server/web/display'
import { pageActor } from '@/lib/server/web/page'
import { FindTabs } from '../_parts/find-tabs'
import { placeName } from '../_parts/place-name'

const PATH = '/bureau/records'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('find'))('recordsTitle') }
}

/** What was handed in to this bureau, in any state: by person, content, state, year, employer. */
export default async function FindRecordsPage({ searchParams }: { searchParams: SearchParameters }) {
  const actor = await pageActor('county_reviewer', 'city_reviewer')
  const [search, locale, t, years] = await Promise.all([
    readSearch(searchParams, findRecordsSearch),
    currentLocale(),
    getTranslations('find'),
    yearsToFind(),
  ])
  const { after, ...filters } = search
  const found = await findRecords(actor, search)
  const regions = actor.role === 'city_reviewer' ? PLACES : []
  return (
    <>
      <PageHead title={t('recordsTitle')} lead={t('recordsLead')} />
      <FindTabs current="records" />
      {found.readOnly ? <Notice title={t('readOnly', { place: await placeName(search.region) })} /> : null}
      <RecordFilters
        path={PATH}
        values={search}
        states={FOUND_STATES}
        years={years}
        place={{ employer: search.employer, region: search.region, regions }}
      />
      <FoundList
        count={found.rows.length}
        empty={{ title: t('empty'), hint: t('emptyHint') }}
        isFiltered={Object.values(filters).some(Boolean)}
        tooManyEmployers={found.tooManyEmployers}
        {...pageLinks(PATH, filters, after, found.next)}
      >
        <FoundRecordTable rows={found.rows} href={(id) => `/bureau/records/${id}`} locale={locale} />
      </FoundList>
    </>
  )
}
