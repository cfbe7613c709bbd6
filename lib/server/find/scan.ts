import 'server-only'
import { type Expression, expressionBuilder, type RawBuilder, type SqlBool, sql } from 'kysely'
import { z } from 'zod'
import { type Builder, runOnce } from '../database/statement'
import type { TableName, Tables } from '../database/tables'
import { cursorParam, escapeLike, PAGE_ROWS } from '../input/search'

/** The last row of a list that goes by credit year and then by the day of handing in, the latest first. */
export const findCursor = cursorParam(z.strictObject({ year: z.number().int(), at: z.iso.datetime(), id: z.uuid() }))
export type FindKey = NonNullable<z.infer<typeof findCursor>>

/** The rows of a page, and those that a list looks at where a condition is not in its index: the next page goes on from there. */
const SIZES = { page: PAGE_ROWS, looked: 20_000, least: 200, most: 4_000 }

type ListedTable = Extract<TableName, 'hour_record' | 'year'>

/** How a list is found: along an index in branches, each of them in the list's order. */
export interface Scan<Row> {
  /** In all expressions it is `t`. */
  table: ListedTable
  /** The instant that the list goes by. */
  at: Expression<Date | null>
  /** What the branches run over: FROM items without the table. */
  branches: RawBuilder<unknown>
  /** How many branches there are: they share what a page looks at. */
  width: number
  /** Conditions that the branch's index serves. */
  entry: readonly Expression<SqlBool>[]
  /** Conditions asked of each row that is looked at; none: a branch need not look at more than a page. */
  match: readonly Expression<SqlBool>[]
  /** The page's rows (`pageRows`) with what is shown of them, as JSON. */
  shown: (db: Builder) => Expression<Row[]>
}

/** What both tables have. */
const t = expressionBuilder<{ t: Pick<Tables[ListedTable], 'id' | 'year'> }, 't'>()

/** The keys of the page that a scan found, in its order: to be joined with what is shown. */
export function pageRows(db: Builder) {
  return db
    .selectFrom(sql<{ id: string; year: number; at: Date }>`page`.as('s'))
    .select(['s.id', 's.year', 's.at'])
    .orderBy('s.year', 'desc')
    .orderBy('s.at', 'desc')
    .orderBy('s.id', 'desc')
}

/**
 * One page of the list by one statement, and where the next one begins. Every branch reads its index in the list's order, no further than a
 * page or, with further conditions, a window. Where a window ends before the page is full the list is known down to the latest such end
 * only: what lies below is left for the next page, which begins there. So a search for what hardly occurs takes several pages and never the
 * whole table.
 */
export async function readPage<Row extends FindKey>(
  scan: Scan<Row>,
  after: FindKey | null,
  { page, looked, least, most } = SIZES,
): Promise<{ rows: Row[]; next: FindKey | null }> {
  const share = Math.min(most, Math.max(least, Math.floor(looked / scan.width)))
  const window = sql.lit(scan.match.length > 0 ? share : page + 1)
  const [id, year, at] = [t.ref('t.id'), t.ref('t.year'), scan.at]
  const entry = after
    ? [...scan.entry, sql<SqlBool>`(${year}, ${at}, ${id}) < (${after.year}, ${after.at}::timestamptz, ${after.id}::uuid)`]
    : scan.entry
  const list = (db: Builder) => sql<{ edge: FindKey | null; rows: Row[] }>`WITH scanned AS MATERIALIZED (
      SELECT w.id, w.year, w.at, w.matched, w.n FROM ${scan.branches} CROSS JOIN LATERAL (
        SELECT ${id} AS id, ${year} AS year, ${at} AS at, ${t.and(scan.match)} AS matched, row_number() OVER () AS n
        FROM (SELECT * FROM ${sql.table(scan.table)} AS t WHERE ${t.and(entry)} ORDER BY ${year} DESC, ${at} DESC, ${id} DESC LIMIT ${window}) t) w),
    edge AS (SELECT year, at, id FROM scanned WHERE n = ${window} ORDER BY year DESC, at DESC, id DESC LIMIT 1),
    page AS (SELECT id, year, at FROM scanned s
      WHERE s.matched AND NOT EXISTS (SELECT FROM edge e WHERE (s.year, s.at, s.id) < (e.year, e.at, e.id))
      ORDER BY s.year DESC, s.at DESC, s.id DESC LIMIT ${sql.lit(page + 1)})
    SELECT (SELECT json_build_object('year', year, 'at', at, 'id', id) FROM edge) AS edge, ${scan.shown(db)} AS rows`
  const [found] = await runOnce((db) => ({ compile: () => list(db).compile(db) }))
  if (!found) throw new Error('a statement without its row')
  const rows = found.rows.slice(0, page)
  const last = rows.at(-1)
  const end = found.rows.length > page && last ? last : found.edge
  return { rows, next: end ? { year: end.year, at: new Date(end.at).toISOString(), id: end.id } : null }
}

const people = expressionBuilder<Tables, never>()

/** Whether the person's name begins so: for names that too many people have to be gone through by person. */
export function isNamed(personId: Expression<string>, name: string): Expression<SqlBool> {
  const { exists, selectFrom } = people
  return exists(
    selectFrom('person as p')
      .where('p.id', '=', personId)
      .where('p.name', 'like', `${escapeLike(name)}%`),
  )
}
