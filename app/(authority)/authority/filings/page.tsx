import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FilingAll } from '@/components/filing/filing-all'
import { FilingQueue } from '@/components/filing/filing-queue'
import { filingPartOf } from '@/lib/server/filing/read-filing-part'
import type { SearchParameters } from '@/lib/server/input/search'
import { pageActor } from '@/lib/server/web/page'

const BASE = '/authority/filings'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('filing.queue'))('name') }
}

/** The filings in the authority's field: what waits for it, and all of them. */
export default async function AuthorityFilingsPage({ searchParams }: { searchParams: SearchParameters }) {
  const actor = await pageActor('authority_reviewer')
  const { queue, all } = await filingPartOf(actor, BASE, searchParams)
  return queue ? <FilingQueue base={BASE} {...queue} /> : <FilingAll base={BASE} {...all} />
}
