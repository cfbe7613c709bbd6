import 'server-only'
import { z } from 'zod'
import { cursorParam, PAGE_ROWS } from '../input/search'

/** The last row of a list that goes by credit year and then by the day of handing in, the latest first. */
export const findCursor = cursorParam(z.strictObject({ year: z.number().int(), at: z.iso.datetime(), id: z.uuid() }))
export type FindKey = NonNullable<z.infer<typeof findCursor>>

/** The rows of a page, and those that a list looks at where a condition is not in its index: the next page goes on from there. */
const SIZES = { page: PAGE_ROWS, looked: 20_000, least: 200, most: 4_000 }

/** How a list is found: along an index in branches, each of them in the list's order. */
export interface Scan {
  table: 'hour_record' | 'year'
  /** The column of the day, with the table as `t`. */
  at: string
  /** What the branches run over: FROM items without the table. */
  branches: string
  /** How many branches there are: they share what a page looks at. */
  width: number
  /** Conditions that the branch's index serves. */
  entry: readonly string[]
  /** Conditions asked of each row that is looked at; none: a branch need not look at more than a page. */
  match: readonly string[]
  /** The shown columns: SQL over `t`, and what they are joined from. */
  columns: string
  joins: string
}

/** Values of a statement in their order. */
export class Parameters {
  readonly values: unknown[] = []

  put(value: unknown): string {
    this.values.push(value)
    return `$${this.values.length}`
  }
}

/**
 * One page of the list as one statement. Every branch reads its index in the list's order, no further than a page or, with further
 * conditions, a window. Where a window ends before the page is full the list is known down to the latest such end only: what lies below is
 * left for the next page, which begins there. So a search for what hardly occurs takes several pages and never the whole table.
 */
export function scanStatement(scan: Scan, after: FindKey | null, given: Parameters, { page, looked, least, most } = SIZES): string {
  const share = Math.min(most, Math.max(least, Math.floor(looked / scan.width)))
  const window = scan.match.length > 0 ? share : page + 1
  const key = `t.year, ${scan.at}, t.id`
  const entry = [
    ...scan.entry,
    ...(after ? [`(${key}) < (${given.put(after.year)}, ${given.put(after.at)}::timestamptz, ${given.put(after.id)}::uuid)`] : []),
  ]
  const match = scan.match.length > 0 ? scan.match.join(' AND ') : 'true'
  return `WITH scanned AS MATERIALIZED (
      SELECT w.id, w.year, w.at, w.matched, w.n FROM ${scan.branches} CROSS JOIN LATERAL (
        SELECT t.id, t.year, ${scan.at} AS at, (${match}) AS matched, row_number() OVER () AS n
        FROM (SELECT * FROM ${scan.table} t WHERE ${entry.join(' AND ')} ORDER BY t.year DESC, ${scan.at} DESC, t.id DESC LIMIT ${window}) t) w),
    edge AS (SELECT year, at, id FROM scanned WHERE n = ${window} ORDER BY year DESC, at DESC, id DESC LIMIT 1)
    SELECT (SELECT json_build_object('year', year, 'at', at, 'id', id) FROM edge) AS edge,
      coalesce((SELECT json_agg(found) FROM (SELECT s.id, s.year, s.at, ${scan.columns} FROM (SELECT id, year, at FROM scanned s
          WHERE s.matched AND NOT EXISTS (SELECT FROM edge e WHERE (s.year, s.at, s.id) < (e.year, e.at, e.id))
          ORDER BY s.year DESC, s.at DESC, s.id DESC LIMIT ${page + 1}) s JOIN ${scan.table} t ON t.id = s.id ${scan.joins}
        ORDER BY s.year DESC, s.at DESC, s.id DESC) found), '[]') AS rows`
}

/** What the statement answers: the rows with their key, and down to where the list was looked through. */
export interface Scanned<Row> {
  edge: FindKey | null
  rows: (Row & FindKey)[]
}

/** The page's rows and where the next one begins. */
export function pageOf<Row>({ edge, rows }: Scanned<Row>, { page } = SIZES): { rows: (Row & FindKey)[]; next: FindKey | null } {
  const shown = rows.slice(0, page)
  const last = shown.at(-1)
  const end = rows.length > page && last ? last : edge
  return { rows: shown, next: end ? { year: end.year, at: new Date(end.at).toISOString(), id: end.id } : null }
}

/** The person of the row is called so: for names that too many people have to be gone through by person. */
export function isNamed(pattern: string): string {
  return `EXISTS (SELECT FROM person p WHERE p.id = t.person_id AND p.name LIKE ${pattern})`
}

/** Text for `LIKE` that stands for itself. */
export function literally(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}
