import { FilingAll } from '@/components/filing/filing-all'
import { FilingQueue } from '@/components/filing/filing-queue'
import { CITY, isWithin } from '@/lib/access/regions'
import { type Actor, BUREAU_REVIEWERS, isOneOf } from '@/lib/access/types'
import { filingQueueSearch, readFilingQueue } from '@/lib/server/filing/read-filing-queue'
import { filingsSearch, readFilings } from '@/lib/server/filing/read-filings'
import { pageLinks } from '@/lib/server/input/keyset'
import { enumParam, readSearch, type SearchParameters } from '@/lib/server/input/search'
import { PLACES } from '@/lib/server/organization/organization-input'
import { now } from '@/lib/server/runtime/clock'
import { currentLocale } from '@/lib/server/web/display'

interface Props {
  actor: Actor
  parameters: SearchParameters
}

/** What waits for this office's decision; the city's bureau looks into the counties' queues as well. */
export async function WaitingFilings({ actor, parameters }: Props) {
  const shape = { ...filingQueueSearch, region: enumParam(PLACES) }
  const [{ q, region, after }, at, locale] = await Promise.all([readSearch(parameters, shape), now(), currentLocale()])
  const elsewhere = region !== null && region !== actor.regionCode && actor.regionCode !== null && isWithin(region, actor.regionCode)
  const filters = { q, region: elsewhere ? region : null }
  const queue = await readFilingQueue(actor, { ...filters, after }, at)
  const isBureau = isOneOf(BUREAU_REVIEWERS, actor.role)
  return (
    <FilingQueue
      queue={queue}
      filters={filters}
      pages={pageLinks('/trainings', filters, after, queue.next)}
      regions={isBureau && actor.regionCode === CITY ? PLACES.filter((place) => place !== CITY) : []}
      mayEnter={isBureau}
      locale={locale}
    />
  )
}

/** Everything that was handed in within the office's reach. */
export async function AllFilings({ actor, parameters }: Props) {
  const [search, at, locale] = await Promise.all([readSearch(parameters, filingsSearch), now(), currentLocale()])
  const { rows, next } = await readFilings(actor, search, at)
  const { after, ...filters } = search
  return (
    <FilingAll rows={rows} filters={filters} pages={pageLinks('/trainings', { part: 'all', ...filters }, after, next)} locale={locale} />
  )
}
