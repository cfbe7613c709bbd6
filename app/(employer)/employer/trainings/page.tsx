import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FilingList } from '@/components/filing/filing-list'
import { filingPages } from '@/lib/server/filing/list-address'
import { countReturned, filingsSearch, readFilings } from '@/lib/server/filing/read-filings'
import { readSearch, type SearchParameters } from '@/lib/server/input/search'
import { now } from '@/lib/server/runtime/clock'
import { currentLocale } from '@/lib/server/web/display'
import { pageActor } from '@/lib/server/web/page'

const BASE = '/employer/trainings'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('filing.list'))('name') }
}

/** The trainings that the unit itself holds and files. */
export default async function FilingsPage({ searchParams }: { searchParams: SearchParameters }) {
  const actor = await pageActor('employer_officer')
  const [search, at, locale] = await Promise.all([readSearch(searchParams, filingsSearch), now(), currentLocale()])
  const [{ rows, next }, returned] = await Promise.all([readFilings(actor, search, at), countReturned(actor)])
  return <FilingList base={BASE} rows={rows} returned={returned} filters={search} pages={filingPages(BASE, search, next)} locale={locale} />
}
