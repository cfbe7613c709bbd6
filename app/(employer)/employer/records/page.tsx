import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FoundList } from '@/components/find/found-list'
import { RecordFilters } from '@/components/find/record-filters'
import { FoundRecordTable } from '@/components/find/record-table'
import { PageHead } from '@/components/ui/page-parts'
import { yearsToFind } from '@/lib/server/find/years-to-find'
import { pageLinks } from '@/lib/server/input/keyset'
import { readSearch, type SearchParameters } from '@/lib/server/input/search'
import { FOUND_STATES, findRecords, findRecordsSearch } from '@/lib/server/record/find-records'
import { currentLocale } from '@/lib/server/web/display'
import { pageActor } from '@/lib/server/web/page'

const PATH = '/employer/records'
const { employer: _employer, region: _region, ...shape } = findRecordsSearch

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('find'))('recordsTitle') }
}

/** What the unit's people handed in, in any state. */
export default async function EmployerRecordsPage({ searchParams }: { searchParams: SearchParameters }) {
  const actor = await pageActor('employer_officer')
  const [search, locale, t, years] = await Promise.all([
    readSearch(searchParams, shape),
    currentLocale(),
    getTranslations('find'),
    yearsToFind(),
  ])
  const { after, ...filters } = search
  const found = await findRecords(actor, { ...search, employer: '', region: null })
  return (
    <>
      <PageHead title={t('recordsTitle')} lead={t('employerLead')} />
      <RecordFilters path={PATH} values={search} states={FOUND_STATES} years={years} />
      <FoundList
        count={found.rows.length}
        empty={{ title: t('empty'), hint: t('emptyHint') }}
        isFiltered={Object.values(filters).some(Boolean)}
        {...pageLinks(PATH, filters, after, found.next)}
      >
        <FoundRecordTable ownUnit rows={found.rows} href={(id) => `/employer/review/${id}`} locale={locale} />
      </FoundList>
    </>
  )
}
