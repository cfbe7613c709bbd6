import 'server-only'
import { z } from 'zod'
import { uuid } from '../database/ids'
import { buildUrl, cursorParam, encodeCursor, PAGE_ROWS } from './search'

// Lists are read page by page along an index: a page begins behind the last row of the page before, which its address names.

/** Sort key and id of the row behind which a page begins. */
export type Keyset = [key: string, id: string]

const KEYS = { instant: z.iso.datetime(), day: z.iso.date(), name: z.string().max(200) }

/** Where the page begins, for a list in the order of such a key; null for the first page. */
export function afterParam(key: keyof typeof KEYS) {
  return cursorParam(z.tuple([KEYS[key], uuid()]))
}

/** A list's pages. Its query takes one row more than a page shows: that row says that another page follows. */
export function pagesOf(size = PAGE_ROWS) {
  return {
    take: size + 1,
    /** The page's rows out of those found, and the cursor of the next page; null on the last one. */
    cut<Row>(found: readonly Row[], keyOf: (row: Row) => unknown): { rows: Row[]; next: string | null } {
      const last = found[size - 1]
      return { rows: found.slice(0, size), next: found.length > size && last !== undefined ? encodeCursor(keyOf(last)) : null }
    },
  }
}

type Order = 'asc' | 'desc'

/** What lies behind the row in a list that goes by this column of days or instants, then by id. */
export function behindTime<Where>(column: keyof Where & string, order: Order, after: Keyset | null): Where {
  return behind(column, order, after && [new Date(after[0]), after[1]])
}

/** The same for a column of names, in the order of the alphabet. */
export function behindName<Where>(column: keyof Where & string, after: Keyset | null): Where {
  return behind(column, 'asc', after)
}

function behind<Where>(column: keyof Where & string, order: Order, after: readonly [Date | string, string] | null): Where {
  if (after === null) return {} as Where
  const [key, id] = after
  const beyond = order === 'asc' ? 'gt' : 'lt'
  // The bound that both halves share stands by itself as well: there the index is entered.
  return {
    [column]: { [`${beyond}e`]: key },
    OR: [{ [column]: { [beyond]: key } }, { [column]: key, id: { [beyond]: id } }],
  } as Where
}

/** The addresses of a list's first page, where this is another, and of its next. */
export interface PageLinks {
  first: string | null
  next: string | null
}

/** The list's addresses with its filters and without a cursor, or with the next page's. `after`: where this page begins. */
export function pageLinks(path: string, filters: Parameters<typeof buildUrl>[1], after: unknown, next: string | null): PageLinks {
  return {
    first: after === null ? null : buildUrl(path, filters),
    next: next === null ? null : buildUrl(path, { ...filters, after: next }),
  }
}
