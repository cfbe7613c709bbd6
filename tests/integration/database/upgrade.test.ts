import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { expect, test } from 'vitest'
import { applyMigrations, type Migration, readMigrations } from '@/lib/cli/migrations'
import { rootFolder } from '@/lib/cli/root'
import { driftOf } from '@/lib/cli/schema-drift'
import { ownDatabase } from '@/tests/support/own-database'

// The data of a site as the first landing left it is still there, row for row, after every migration that has come since.

const migrations = await readMigrations()
const LAST_OF_FIRST_LANDING = '20261124100000_filing_names'
const sixteen = migrations.filter(({ name }) => name <= LAST_OF_FIRST_LANDING)

/** What a later migration changes on purpose in rows that were there before: table → columns. Each needs a test of its own of what it became. */
const CHANGED_ON_PURPOSE: Record<string, readonly string[]> = {}

const rows = (name: string) => readFileSync(join(rootFolder, `tests/integration/database/first-landing/${name}.sql`), 'utf8')

type Rows = Record<string, Record<string, unknown>>

/** Every row of every table, by the name of the table and the row's primary key. */
async function contentsOf(client: pg.Client): Promise<Map<string, Rows>> {
  const { rows: tables } = await client.query<{ name: string; key: string[] }>(
    `SELECT relname AS name, (SELECT array_agg(attname::text) FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = ANY (conkey)
       WHERE conrelid = pg_class.oid AND contype = 'p') AS key
       FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> '_prisma_migrations' ORDER BY 1`,
  )
  const contents = new Map<string, Rows>()
  for (const { name, key } of tables) {
    const { rows } = await client.query<{ row: Record<string, unknown> }>(`SELECT to_jsonb(t) AS row FROM "${name}" t`)
    contents.set(name, Object.fromEntries(rows.map(({ row }) => [key.map((column) => row[column]).join(' '), row])))
  }
  return contents
}

/** What is gone or different: `table key column`. Columns and tables that are new are no loss. */
function losses(before: Map<string, Rows>, after: Map<string, Rows>): string[] {
  return [...before].flatMap(([table, rows]) =>
    Object.entries(rows).flatMap(([key, row]) => {
      const now = after.get(table)?.[key]
      if (!now) return [`${table} ${key}`]
      const columns = Object.keys(row).filter((column) => !CHANGED_ON_PURPOSE[table]?.includes(column))
      const changed = columns.filter((column) => JSON.stringify(now[column]) !== JSON.stringify(row[column]))
      return changed.map((column) => `${table} ${key} ${column}`)
    }),
  )
}

/** A database with these migrations and these rows, at least one in every table; answers what it held. */
async function filled(applied: readonly Migration[], ...files: string[]) {
  const { url, client } = await ownDatabase()
  await applyMigrations(url, applied)
  for (const file of files) await client.query(rows(file))
  const before = await contentsOf(client)
  expect([...before].filter(([, rows]) => Object.keys(rows).length === 0).map(([table]) => table)).toEqual([])
  return { url, client, before }
}

async function brokenLinks(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ broken: number }>(
    `SELECT (SELECT count(*) FROM event e WHERE hash <> event_hash(e))::int + (SELECT count(*) FROM audit a WHERE hash <> audit_hash(a))::int AS broken`,
  )
  return rows[0]?.broken ?? -1
}

test('the first landing’s sixteen migrations are all here', () => {
  expect(sixteen).toHaveLength(16)
  expect(migrations.slice(0, 16)).toEqual(sixteen)
})

test('a database of the first landing keeps its data through every migration since', async () => {
  const { url, client, before } = await filled(sixteen, 'rows', 'rows-of-sixteen')
  expect(await applyMigrations(url)).toEqual(migrations.slice(16).map(({ name }) => name))
  expect(losses(before, await contentsOf(client))).toEqual([])
  expect(await brokenLinks(client)).toBe(0)
  expect(await driftOf(url)).toBeNull()
})

test('the same from the first twelve, whose rows the next four change and complete', async () => {
  const { url, client, before } = await filled(migrations.slice(0, 12), 'rows', 'historic-years-of-twelve')
  expect(await applyMigrations(url)).toEqual(migrations.slice(12).map(({ name }) => name))
  expect(losses(before, await contentsOf(client))).toEqual([])
  const { rows: states } = await client.query(
    'SELECT year, state::text, changed_at = coalesce(verified_at, created_at) AS dated FROM historic_year ORDER BY year DESC',
  )
  expect(states).toEqual([
    { year: 2018, state: 'verified', dated: true },
    { year: 2017, state: 'draft', dated: true },
  ])
  expect((await client.query('SELECT state::text, version, editors FROM rule_set_version')).rows).toEqual([
    { state: 'published', version: 1, editors: [] },
  ])
  expect(await brokenLinks(client)).toBe(0)
  expect(await driftOf(url)).toBeNull()
})

test('what a migration would lose is seen', async () => {
  const { client, before } = await filled(sixteen, 'rows', 'rows-of-sixteen')
  const planted: [sql: string, lost: string[]][] = [
    ["ALTER TABLE term ADD COLUMN planted text NOT NULL DEFAULT 'new'", []],
    ["DELETE FROM case_file WHERE state = 'closed' AND kind = 'arrival'", ['case_file …']],
    ['ALTER TABLE hour_record ALTER COLUMN hours TYPE integer', Array(12).fill('hour_record … hours')],
    ['ALTER TABLE year DROP COLUMN route_clause', Array(6).fill('year … route_clause')],
    ['DROP TABLE rate_window', ['rate_window sign-in:127.0.0.1']],
  ]
  for (const [sql, lost] of planted) {
    await client.query('BEGIN')
    await client.query(sql)
    expect(losses(before, await contentsOf(client)).map((loss) => loss.replace(/[0-9a-f-]{36}/, '…'))).toEqual(lost)
    await client.query('ROLLBACK')
  }
})
