import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FilingList } from '@/components/filing/filing-list'
import { type Actor, BUREAU_REVIEWERS, isOneOf, TRAINING_HOLDERS } from '@/lib/access/types'
import { countReturned, filingsSearch, readFilings } from '@/lib/server/filing/read-filings'
import { pageLinks } from '@/lib/server/input/keyset'
import { enumParam, readSearch, type SearchParameters } from '@/lib/server/input/search'
import { now } from '@/lib/server/runtime/clock'
import { currentLocale } from '@/lib/server/web/display'
import { pageActor } from '@/lib/server/web/page'
import { AllFilings, WaitingFilings } from './_parts/office-filings'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('filing.list'))('name') }
}

/** A holder's own trainings; for a bureau or an authority what waits for its decision and, as the other part, all in its reach. */
export default async function TrainingsPage({ searchParams }: { searchParams: SearchParameters }) {
  const actor = await pageActor(...TRAINING_HOLDERS, ...BUREAU_REVIEWERS, 'authority_reviewer')
  if (isOneOf(TRAINING_HOLDERS, actor.role)) return <OwnFilings actor={actor} parameters={searchParams} />
  const { part } = await readSearch(searchParams, { part: enumParam(['all']) })
  return part ? <AllFilings actor={actor} parameters={searchParams} /> : <WaitingFilings actor={actor} parameters={searchParams} />
}

async function OwnFilings({ actor, parameters }: { actor: Actor; parameters: SearchParameters }) {
  const [search, at, locale] = await Promise.all([readSearch(parameters, filingsSearch), now(), currentLocale()])
  const [{ rows, next }, returned] = await Promise.all([readFilings(actor, search, at), countReturned(actor)])
  const { after, ...filters } = search
  return (
    <FilingList rows={rows} returned={returned} filters={filters} pages={pageLinks('/trainings', filters, after, next)} locale={locale} />
  )
}
