import 'server-only'
import { isWithin } from '@/lib/access/regions'
import type { Actor } from '@/lib/access/types'
import { buildUrl, enumParam, readSearch, type SearchParameters } from '../input/search'
import { PLACES } from '../organization/organization-input'
import { now } from '../runtime/clock'
import { currentLocale } from '../web/display'
import { filingPages } from './list-address'
import { filingQueueSearch, readFilingQueue } from './read-filing-queue'
import { filingsSearch, readFilings } from './read-filings'

const shape = { part: enumParam(['all']), region: enumParam(PLACES) }

/** For whoever decides on filings: what waits for them, or with `?part=all` all that was ever handed in; each as its list shows it. */
export async function filingPartOf(actor: Actor, base: string, parameters: SearchParameters) {
  const [{ part, region }, at, locale] = await Promise.all([readSearch(parameters, shape), now(), currentLocale()])
  if (part === 'all') {
    const search = await readSearch(parameters, filingsSearch)
    const { rows, next } = await readFilings(actor, search, at)
    return { all: { rows, filters: search, pages: filingPages(base, search, next, { part }), locale } }
  }
  const search = await readSearch(parameters, filingQueueSearch)
  const elsewhere = region !== null && region !== actor.regionCode && actor.regionCode !== null && isWithin(region, actor.regionCode)
  const shown = elsewhere ? region : null
  const queue = await readFilingQueue(actor, { ...search, region: shown }, at)
  const filters = { q: search.q, region: shown }
  const pages = {
    first: search.after ? buildUrl(base, filters) : null,
    next: queue.next ? buildUrl(base, { ...filters, after: queue.next }) : null,
  }
  return { queue: { queue, filters, pages, locale } }
}
