import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FilingAll } from '@/components/filing/filing-all'
import { FilingQueue } from '@/components/filing/filing-queue'
import { CITY } from '@/lib/access/regions'
import { filingPartOf } from '@/lib/server/filing/read-filing-part'
import type { SearchParameters } from '@/lib/server/input/search'
import { PLACES } from '@/lib/server/organization/organization-input'
import { pageActor } from '@/lib/server/web/page'

const BASE = '/bureau/filings'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('filing.queue'))('name') }
}

/** The filings of the bureau's own office: what waits for it, and all of them; the city's looks into the counties' as well. */
export default async function BureauFilingsPage({ searchParams }: { searchParams: SearchParameters }) {
  const actor = await pageActor('county_reviewer', 'city_reviewer')
  const { queue, all } = await filingPartOf(actor, BASE, searchParams)
  const regions = actor.regionCode === CITY ? PLACES.filter((place) => place !== CITY) : []
  return queue ? <FilingQueue base={BASE} {...queue} regions={regions} enter={`${BASE}/new`} /> : <FilingAll base={BASE} {...all} />
}
