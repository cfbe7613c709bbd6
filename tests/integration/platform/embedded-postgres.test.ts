import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { joinEmbeddedPostgres } from '@/lib/cli/embedded-postgres'
import { identityOf, pause } from '@/lib/cli/processes'
import { testDatabase } from '@/tests/support/database'
import { runCommand } from '@/tests/support/run-command'

const folder = mkdtempSync(join(tmpdir(), 'xueshi-embedded-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function serverPid(): number {
  return Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
}

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query(sql)
  await client.end()
  return rows[0] && Object.values(rows[0])[0]
}

test('it is a PostgreSQL 18 that sees Chinese letters, and stops with its last user', async () => {
  const postgres = await joinEmbeddedPostgres(folder)
  expect(await ask(postgres.adminUrl, 'SHOW server_version')).toMatch(/^18\./)
  await ask(postgres.adminUrl, 'CREATE EXTENSION pg_trgm')
  expect(await ask(postgres.adminUrl, "SELECT cardinality(show_trgm('继续教育'))")).toBeGreaterThan(2)
  const pid = serverPid()
  await postgres.release()
  expect(identityOf(pid)).toBeNull()
  expect(readdirSync(join(folder, 'run/users'))).toEqual([])
})

test('killed outright, with a record that names a living stranger, it starts again with what was committed', async () => {
  const postgres = await joinEmbeddedPostgres(folder)
  await ask(postgres.adminUrl, 'CREATE TABLE kept AS SELECT 42 AS answer')
  const file = join(folder, 'postgres/postmaster.pid')
  const record = readFileSync(file, 'utf8')
  process.kill(serverPid(), 'SIGKILL')
  await pause(300)
  // As after a reboot: the number in the record now belongs to another process.
  writeFileSync(file, record.replace(/^\d+/, String(process.ppid)))
  const again = await joinEmbeddedPostgres(folder)
  expect(await ask(again.adminUrl, 'SELECT answer FROM kept')).toBe(42)
  expect(identityOf(process.ppid)).not.toBeNull()
  await again.release()
  expect(existsSync(file)).toBe(false)
})

test('the keys are made once, for their owner only', async () => {
  expect((await runCommand('migrate', [], { XUESHI_DATA: folder })).code).toBe(0)
  const secrets = join(folder, 'secrets')
  const read = () => readdirSync(secrets).map((name) => [name, readFileSync(join(secrets, name), 'hex')])
  const first = read()
  expect(first.map(([name]) => name)).toEqual(
    ['data-key', 'index-key', 'postgres-password', 'session-secret', 'signing-key.json', 'signing-p12-password', 'signing.p12'].sort(),
  )
  for (const [name] of first) expect(statSync(join(secrets, name ?? '')).mode & 0o777).toBe(0o600)
  expect(await runCommand('migrate', [], { XUESHI_DATA: folder })).toMatchObject({ code: 0, output: expect.stringContaining('up to date') })
  expect(read()).toEqual(first)
})

test('with a database of one’s own every missing secret is named, and nothing is started', async () => {
  const { code, output } = await runCommand('start', [], {
    DATABASE_URL: testDatabase().ownerUrl,
    XUESHI_DATA: join(folder, 'x'),
    PORT: '0',
  })
  expect(code).toBe(1)
  const names = [
    'XUESHI_SECRET',
    'XUESHI_DATA_KEY',
    'XUESHI_INDEX_KEY',
    'XUESHI_SIGNING_KEY_FILE',
    'XUESHI_P12_FILE',
    'XUESHI_P12_PASSWORD',
  ]
  for (const name of names) expect(output).toContain(name)
})
