import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { applyMigrations, type Migration, readMigrations } from '@/lib/cli/migrations'
import { pause } from '@/lib/cli/processes'
import { driftOf } from '@/lib/cli/schema-drift'
import { NO_FILTER, withEngine } from '@/lib/cli/schema-engine'
import { ownDatabase } from '@/tests/support/own-database'
import { runCommand } from '@/tests/support/run-command'

function migration(name: string, sql: string): Migration {
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
}

const ONE = migration('20260101000000_one', 'CREATE TABLE one (id integer);')
const TWO = migration('20260102000000_two', 'CREATE TABLE two (id integer); INSERT INTO two VALUES (2);')
const THREE = migration('20260103000000_three', 'ALTER TABLE two ADD COLUMN three integer NOT NULL DEFAULT 3;')

async function namesOf(client: pg.Client, sql: string): Promise<string[]> {
  return (await client.query<{ name: string }>(sql)).rows.map(({ name }) => name)
}

const tablesOf = (client: pg.Client) =>
  namesOf(client, "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1")
const appliedTo = (client: pg.Client) => namesOf(client, 'SELECT migration_name AS name FROM _prisma_migrations ORDER BY 1')

describe('the record is Prisma’s', () => {
  /** Lets Prisma's own engine apply this migration. */
  async function applyByEngine(url: string, { name, sql }: Migration): Promise<void> {
    const file = { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } }
    const migrationsList = {
      baseDir: '/migrations',
      shadowDbInitScript: '',
      lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
      migrationDirectories: [{ path: name, migrationFile: file }],
    }
    await withEngine(url, (engine) => engine.applyMigrations({ migrationsList, filters: NO_FILTER }))
  }

  const columns = `SELECT attname, format_type(atttypid, atttypmod), attnotnull, pg_get_expr(adbin, adrelid) AS default, conname
      FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
      LEFT JOIN pg_constraint ON conrelid = attrelid AND contype = 'p' AND attnum = ANY (conkey)
     WHERE attrelid = '_prisma_migrations'::regclass AND attnum > 0 ORDER BY attnum`
  const row = `SELECT checksum, migration_name, logs, rolled_back_at, applied_steps_count, id ~ '^[0-9a-f-]{36}$' AS id,
      finished_at >= started_at AND started_at > now() - interval '5 minutes' AND finished_at <= clock_timestamp() AS timed
     FROM _prisma_migrations`

  test('its table and rows are those that the engine writes', async () => {
    const [ours, engines] = [await ownDatabase(), await ownDatabase()]
    await applyMigrations(ours.url, [TWO])
    await applyByEngine(engines.url, TWO)
    for (const sql of [columns, row]) {
      const { rows } = await engines.client.query(sql)
      expect(rows.length).toBeGreaterThan(0)
      expect((await ours.client.query(sql)).rows).toEqual(rows)
    }
    expect((await ours.client.query(row)).rows).toMatchObject([{ id: true, timed: true, applied_steps_count: 1 }])
  })

  test('a database that the engine has begun is continued, and the engine finds nothing to do after us', async () => {
    const { url, client } = await ownDatabase()
    const all = await readMigrations()
    const [first, ...rest] = all
    if (!first) throw new Error('there is no migration')
    await applyByEngine(url, first)
    expect(await applyMigrations(url)).toEqual(rest.map(({ name }) => name))
    await applyByEngine(url, first)
    expect(await appliedTo(client)).toEqual(all.map(({ name }) => name))
    expect(await driftOf(url)).toBeNull()
  })
})

describe('starts at the same time', () => {
  test('of three at once each migration is applied by one', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { url, client } = await ownDatabase()
      const answers = await Promise.all([1, 2, 3].map(() => applyMigrations(url, [ONE, TWO, THREE])))
      expect(answers.flat().sort()).toEqual([ONE.name, TWO.name, THREE.name])
      expect(await appliedTo(client)).toEqual([ONE.name, TWO.name, THREE.name])
      expect((await client.query('SELECT * FROM two')).rows).toEqual([{ id: 2, three: 3 }])
    }
  })

  test('all migrations of this version too', async () => {
    const { url, client } = await ownDatabase()
    const names = (await readMigrations()).map(({ name }) => name)
    const answers = await Promise.all([applyMigrations(url), applyMigrations(url)])
    expect(answers.flat().sort()).toEqual(names)
    expect(await appliedTo(client)).toEqual(names)
  })

  test('one waits while the engine of an earlier version is at work', async () => {
    const { url, client } = await ownDatabase()
    await client.query('SELECT pg_advisory_lock(72707369)')
    let done = false
    const start = applyMigrations(url, [ONE]).finally(() => {
      done = true
    })
    await pause(500)
    expect([done, await tablesOf(client)]).toEqual([false, []])
    await client.query('SELECT pg_advisory_unlock(72707369)')
    expect(await start).toEqual([ONE.name])
  })
})

describe('a migration that ends midway', () => {
  test('by an error leaves nothing, is named, and is applied once it is mended; those before it stay', async () => {
    const { url, client } = await ownDatabase()
    const broken = migration(TWO.name, 'CREATE TABLE two (id integer); SELECT 1 / 0; CREATE TABLE three (id integer);')
    await expect(applyMigrations(url, [ONE, broken, THREE])).rejects.toThrow(/20260102000000_two failed.*division by zero/s)
    expect([await tablesOf(client), await appliedTo(client)]).toEqual([['_prisma_migrations', 'one'], [ONE.name]])
    expect(await applyMigrations(url, [ONE, TWO, THREE])).toEqual([TWO.name, THREE.name])
  })

  test('by a lost connection leaves nothing, is named, and is applied by the next start', async () => {
    const { url, client } = await ownDatabase()
    const slow = migration(TWO.name, `${TWO.sql} SELECT pg_sleep(60);`)
    const start = applyMigrations(url, [ONE, slow])
    const ended = expect(start).rejects.toThrow(/20260102000000_two failed/)
    const sleeping = "SELECT pid FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()"
    while ((await client.query(sleeping)).rows.length === 0) await pause(20)
    await client.query(`SELECT pg_terminate_backend(pid) FROM (${sleeping}) AS one`)
    await ended
    expect([await tablesOf(client), await appliedTo(client)]).toEqual([['_prisma_migrations', 'one'], [ONE.name]])
    expect(await applyMigrations(url, [ONE, TWO])).toEqual([TWO.name])
  })
})

test('a value added to an enum is there for the next migration', async () => {
  const { url, client } = await ownDatabase()
  const colours = migration('20260101000000_colours', "CREATE TYPE colour AS ENUM ('red'); CREATE TABLE thing (colour colour);")
  const blue = migration('20260102000000_blue', "ALTER TYPE colour ADD VALUE 'blue' BEFORE 'red'; ALTER TABLE thing ADD COLUMN id integer;")
  const things = migration('20260103000000_things', "INSERT INTO thing VALUES ('blue', 1);")
  await applyMigrations(url, [colours])
  expect(await applyMigrations(url, [colours, blue, things])).toEqual([blue.name, things.name])
  expect((await client.query('SELECT colour::text FROM thing')).rows).toEqual([{ colour: 'blue' }])
})

describe('a record that does not fit is refused before anything is applied', () => {
  async function refused(known: Migration[], spoil: string): Promise<string> {
    const { url, client } = await ownDatabase()
    await applyMigrations(url, [ONE, TWO])
    await client.query(spoil)
    const refusal = await applyMigrations(url, known).then(String, (error: Error) => error.message)
    expect([await tablesOf(client), await appliedTo(client)]).toEqual([
      ['_prisma_migrations', 'one', 'two'],
      [ONE.name, TWO.name],
    ])
    expect(refusal).not.toContain(`:${new URL(url).password}@`)
    return refusal
  }
  const later = migration('20260104000000_later', 'CREATE TABLE later (id integer);')

  test('applied by a later version', async () => {
    expect(await refused([ONE, later], 'SELECT')).toMatch(/Migration 20260102000000_two is not known to this version/)
  })

  test('edited since', async () => {
    const edited = migration(ONE.name, `${ONE.sql} `)
    expect(await refused([edited, TWO, later], 'SELECT')).toMatch(/Migration 20260101000000_one is no longer the file that was applied/)
  })

  test('begun by an earlier version and not finished', async () => {
    const unfinished = `UPDATE _prisma_migrations SET finished_at = NULL, applied_steps_count = 0 WHERE migration_name = '${TWO.name}'`
    expect(await refused([ONE, TWO, later], unfinished)).toMatch(/Migration 20260102000000_two was begun and not finished/)
  })

  test('all that is wrong is said at once', async () => {
    const message = await refused([migration(ONE.name, '--'), later], 'SELECT')
    expect(message).toMatch(/20260102000000_two is not known/)
    expect(message).toMatch(/20260101000000_one is no longer/)
  })
})

test('a migration that was marked as rolled back is applied again', async () => {
  const { url, client } = await ownDatabase()
  await applyMigrations(url, [ONE])
  await client.query('UPDATE _prisma_migrations SET finished_at = NULL, rolled_back_at = now(); DROP TABLE one')
  expect(await applyMigrations(url, [ONE])).toEqual([ONE.name])
  expect(await tablesOf(client)).toEqual(['_prisma_migrations', 'one'])
})

test.each(['start', 'migrate'])('npm run %s says the refusal and ends', async (command) => {
  const { url, client } = await ownDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'xueshi-refused-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  await applyMigrations(url)
  await client.query("UPDATE _prisma_migrations SET migration_name = '29990101000000_of_tomorrow' WHERE migration_name LIKE '%\\_guards'")
  const variables = { ...inject('testServer').variables, DATABASE_URL: url, XUESHI_DATA: folder, PORT: '0' }
  const { code, output } = await runCommand(command, [], variables)
  expect(code).toBe(1)
  expect(output).toContain('Migration 29990101000000_of_tomorrow is not known to this version.')
  expect(output).not.toMatch(/^\s+at /m)
})
