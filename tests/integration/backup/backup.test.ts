import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { extract } from 'tar'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/server/database/db'
import { newId } from '@/lib/server/database/ids'
import { seedReference } from '@/prisma/seed/reference'
import { testDatabase } from '@/tests/support/database'
import { runCommand } from '@/tests/support/run-command'

const folder = mkdtempSync(join(tmpdir(), 'xueshi-backup-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Every table's rows in one hash each, whatever order they stand in. */
async function contentsOf(url: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> '_prisma_migrations' ORDER BY 1",
  )
  const contents: Record<string, string> = {}
  for (const { name } of rows) {
    const text = `SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS hash FROM "${name}" t`
    contents[name] = (await client.query<{ hash: string }>(text)).rows[0]?.hash ?? ''
  }
  await client.end()
  return contents
}

function urlOf(database: string): string {
  const url = new URL(testDatabase().ownerUrl)
  url.pathname = `/${database}`
  return url.href
}

describe('a database of one’s own', () => {
  const target = `xueshi_restored_${process.pid}`
  const archive = join(folder, 'own.tar.gz')
  const from = { DATABASE_URL: testDatabase().ownerUrl, XUESHI_DATA: join(folder, 'from'), XUESHI_DATA_KEY: '11'.repeat(32) }
  const to = { DATABASE_URL: urlOf(target), XUESHI_DATA: join(folder, 'to'), XUESHI_DATA_KEY: '11'.repeat(32) }

  beforeAll(async () => {
    await seedReference(db)
    const audit = { streamId: newId(), act: 'test', data: { text: 'a\tb\\n\n学时 "𬭎" \\N' }, at: new Date(0) }
    for (let index = 0; index < 3; index += 1) {
      await testDatabase().web.query(
        "INSERT INTO audit (id, stream_id, act, at, data, actor_role) VALUES ($1, $2, $3, $4, $5, 'administrator')",
        [newId(), audit.streamId, audit.act, audit.at, audit.data],
      )
    }
    mkdirSync(join(folder, 'from/files/ab'), { recursive: true })
    writeFileSync(join(folder, 'from/files/ab/cd'), Buffer.from([0, 1, 2, 255]))
    await testDatabase().owner.query(`CREATE DATABASE ${target}`)
  })
  afterAll(() => testDatabase().owner.query(`DROP DATABASE IF EXISTS ${target} WITH (FORCE)`))

  test('comes back row for row and file for file, without keys in the archive', async () => {
    expect(await runCommand('backup', [archive], from)).toMatchObject({ code: 0 })
    expect(await runCommand('restore', [archive], to)).toMatchObject({ code: 0 })
    expect(await contentsOf(to.DATABASE_URL)).toEqual(await contentsOf(from.DATABASE_URL))
    expect(readFileSync(join(folder, 'to/files/ab/cd'))).toEqual(Buffer.from([0, 1, 2, 255]))
    expect(existsSync(join(folder, 'to/secrets'))).toBe(false)
  })

  test('what it restored is guarded as before: chains go on, history is closed, keys hold', async () => {
    const client = new pg.Client({ connectionString: to.DATABASE_URL })
    await client.connect()
    const { rows } = await client.query('SELECT stream_id, count(*)::int AS n FROM audit GROUP BY 1')
    await client.query("INSERT INTO audit (id, stream_id, act, at, actor_role) VALUES ($1, $2, 'next', now(), 'administrator')", [
      newId(),
      rows[0].stream_id,
    ])
    expect((await client.query("SELECT seq::int FROM audit WHERE act = 'next'")).rows).toEqual([{ seq: rows[0].n + 1 }])
    await expect(client.query('DELETE FROM audit')).rejects.toThrow(/append-only/)
    const keys = "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'f' ORDER BY 1, 2"
    expect((await client.query(keys)).rows).toEqual((await testDatabase().owner.query(keys)).rows)
    await client.end()
  })

  test('a database that is not empty is left alone unless it is asked for', async () => {
    const refused = await runCommand('restore', [archive], to)
    expect(refused).toMatchObject({ code: 1, output: expect.stringContaining('--replace') })
    expect((await runCommand('restore', [archive, '--replace'], to)).code).toBe(0)
    expect(await contentsOf(to.DATABASE_URL)).toEqual(await contentsOf(from.DATABASE_URL))
  })

  test('another key for the personal numbers is refused before anything is touched', async () => {
    const refused = await runCommand('restore', [archive, '--replace'], { ...to, XUESHI_DATA_KEY: '33'.repeat(32) })
    expect(refused).toMatchObject({ code: 1, output: expect.stringContaining('XUESHI_DATA_KEY') })
    expect(await contentsOf(to.DATABASE_URL)).toEqual(await contentsOf(from.DATABASE_URL))
  })

  test('an existing file is not overwritten', async () => {
    expect(await runCommand('backup', [archive], from)).toMatchObject({ code: 1, output: expect.stringContaining('exists') })
  })
})

test('the embedded default: keys, database and first administrator move to another folder', async () => {
  const [from, to] = [{ XUESHI_DATA: join(folder, 'a') }, { XUESHI_DATA: join(folder, 'b') }]
  const archives = [join(folder, 'a.tar.gz'), join(folder, 'b.tar.gz')] as const
  const made = await runCommand('admin', ['--login', 'admin', '--name', 'Admin', '--bureau', 'Bureau'], from)
  expect(made).toMatchObject({ code: 0, output: expect.stringContaining('first password') })
  expect(await runCommand('backup', [archives[0]], from)).toMatchObject({ code: 0 })
  expect(await runCommand('restore', [archives[0]], to)).toMatchObject({ code: 0 })
  expect(await runCommand('backup', [archives[1]], to)).toMatchObject({ code: 0 })
  const again = await runCommand('admin', ['--login', 'other', '--name', 'Other', '--bureau', 'Bureau'], to)
  expect(again).toMatchObject({ code: 1, output: expect.stringContaining('administrator already') })
  const contents = await Promise.all(
    archives.map(async (file, index) => {
      const cwd = join(folder, `unpacked-${index}`)
      mkdirSync(cwd)
      await extract({ file, cwd })
      const { tables } = JSON.parse(readFileSync(join(cwd, 'manifest.json'), 'utf8')) as { tables: { name: string }[] }
      const files = [
        ...tables.map(({ name }) => `tables/${name}.copy`),
        'secrets/data-key',
        'secrets/signing-key.json',
        'secrets/signing.p12',
      ]
      return files.map((name) => [name, readFileSync(join(cwd, name)).toString('base64')])
    }),
  )
  expect(contents[1]).toEqual(contents[0])
})
