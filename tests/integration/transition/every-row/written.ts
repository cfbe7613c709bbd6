import pg from 'pg'
import { testDatabase } from '@/tests/support/database'

export type Row = Record<string, unknown>
export interface Change {
  table: string
  /** Null: it was not there before. */
  before: Row | null
  after: Row
}

/** Where a walk stands in the database: what transactions have begun, and how many rows there are. */
interface Mark {
  transaction: string
  rows: number
}

interface Reader {
  client: pg.Client
  touched: string
  counted: string
  /** What was there before the first walk, for what it changes of it. */
  first: Map<string, Touched>
}
let reader: Reader | undefined

/** As the owner, with one time zone, over every table that there is: whatever an act writes is seen, foreseen or not. */
async function openReader(): Promise<Reader> {
  if (reader) return reader
  const client = new pg.Client({ connectionString: testDatabase().ownerUrl })
  // The database is dropped under it at the end of the file.
  client.on('error', () => undefined)
  await client.connect()
  await client.query("SET timezone TO 'UTC'")
  const { rows } = await client.query<{ name: string; key: string[] }>(
    `SELECT t.relname AS name, array_agg(a.attname::text) AS key FROM pg_class t JOIN pg_index i ON i.indrelid = t.oid AND i.indisprimary
       JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = ANY (i.indkey)
     WHERE t.relnamespace = current_schema()::regnamespace AND t.relkind = 'r' GROUP BY t.relname`,
  )
  const all = await client.query("SELECT FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'")
  if (all.rowCount !== rows.length) throw new Error('a table without a key: what is written there would not be told apart')
  const each = (select: (name: string, key: readonly string[]) => string) =>
    rows.map(({ name, key }) => select(name, key)).join(' UNION ALL ')
  const touched = each(
    (name, key) =>
      `SELECT '${name}' AS "table", concat_ws(' ', ${key.join(', ')}) AS key, to_jsonb(t) AS row FROM ${name} t WHERE xmin::text::bigint >= $1`,
  )
  const counted = each((name) => `SELECT count(*) AS n FROM ${name}`)
  reader = { client, touched, counted, first: await touchedSince('0', { client, touched }) }
  return reader
}

export async function mark(): Promise<Mark> {
  const { client, counted } = await openReader()
  const { rows } = await client.query(
    `SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS transaction, (SELECT sum(n) FROM (${counted}) AS counts)::int AS rows`,
  )
  return rows[0]
}

interface Touched {
  table: string
  key: string
  row: Row
}

async function touchedSince(transaction: string, { client, touched }: Pick<Reader, 'client' | 'touched'>): Promise<Map<string, Touched>> {
  const { rows } = await client.query<Touched>(touched, [transaction])
  return new Map(rows.map((each) => [`${each.table} ${each.key}`, each]))
}

/** Everything that the work writes, in any table; `begun`: before the rows that it starts from were made. Fails where it deletes anything. */
export async function writtenBy(begun: Mark, work: () => Promise<unknown>): Promise<Change[]> {
  const reading = await openReader()
  const before = new Map([...reading.first, ...(await touchedSince(begun.transaction, reading))])
  const started = await mark()
  await work()
  const after = await touchedSince(started.transaction, reading)
  const changes = [...after].map(([key, { table, row }]) => ({ table, before: before.get(key)?.row ?? null, after: row }))
  const { rows } = await mark()
  const added = changes.filter((change) => change.before === null).length
  if (rows !== started.rows + added) throw new Error(`${added} rows were added, and there are ${rows - started.rows} more`)
  return changes
}
