import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FilingPage } from '@/components/filing/filing-page'
import { FILING_ACTS, FILING_DONE } from '@/components/filing/types'
import { readFiling } from '@/lib/server/filing/read-filing'
import { enumParam, readSearch, type SearchParameters } from '@/lib/server/input/search'
import { now } from '@/lib/server/runtime/clock'
import { currentLocale, formProps } from '@/lib/server/web/display'
import { orNotFound, pageActor, pathId } from '@/lib/server/web/page'
import { approve, cancel, refuse, sendBack, verify } from '../actions'

const shape = { act: enumParam(FILING_ACTS), done: enumParam(FILING_DONE) }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('filing.queue'))('name') }
}

/** One filing for the bureau: the decision on it, and what it enters itself. */
export default async function BureauFilingPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>
  searchParams: SearchParameters
}) {
  const actor = await pageActor('county_reviewer', 'city_reviewer')
  const [{ id }, search, at, locale, form] = await Promise.all([
    params,
    readSearch(searchParams, shape),
    now(),
    currentLocale(),
    formProps(),
  ])
  const filing = await orNotFound(readFiling(actor, pathId(id), at))
  return (
    <FilingPage
      filing={filing}
      base="/bureau/filings"
      forms={{ approve, verify, return: sendBack, refuse, cancel }}
      {...search}
      form={form}
      locale={locale}
    />
  )
}
