import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CaseList } from '@/components/case/case-list'
import { casesSearch, readCases } from '@/lib/server/case/read-cases'
import { buildUrl, readSearch, type SearchParameters } from '@/lib/server/input/search'
import { now } from '@/lib/server/runtime/clock'
import { currentLocale } from '@/lib/server/web/display'
import { pageActor } from '@/lib/server/web/page'

const PATH = '/provider/cases'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cases'))('list.title') }
}

/** What people miss on the provider’s rosters, with the day an answer is due. */
export default async function CasesPage({ searchParams }: { searchParams: SearchParameters }) {
  const actor = await pageActor('provider_officer')
  const [search, at, locale] = await Promise.all([readSearch(searchParams, casesSearch), now(), currentLocale()])
  const cases = await readCases(actor, search, at)
  return (
    <CaseList
      {...cases}
      who="provider"
      path={PATH}
      search={search}
      to={(more) => buildUrl(PATH, { q: search.q, show: search.show, ...more })}
      locale={locale}
    />
  )
}
