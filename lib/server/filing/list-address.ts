import 'server-only'
import { buildUrl } from '../input/search'
import type { FilingsSearch } from './read-filings'

/** The addresses of the first and the next page of a list of filings, with its filters. */
export function filingPages(base: string, { after, q, state, from, to }: FilingsSearch, next: string | null, more: { part?: string } = {}) {
  const filters = { ...more, q, state, from, to }
  return { first: after ? buildUrl(base, filters) : null, next: next ? buildUrl(base, { ...filters, after: next }) : null }
}
