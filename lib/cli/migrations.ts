import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import pg from 'pg'
import { rootFolder } from './root'
import { Sentence } from './sentence'

// Applies prisma/migrations in the order of their names and keeps Prisma's own record of it, the table _prisma_migrations.

export interface Migration {
  /** The name of its folder; begins with its date and time. */
  name: string
  sql: string
  /** SHA-256 of the file in hexadecimal digits, as Prisma writes it. */
  checksum: string
}

/** A row of _prisma_migrations that was not marked as rolled back. */
interface AppliedMigration {
  name: string
  checksum: string
  finished: boolean
}

/** The migrations of this version, in order. */
export async function readMigrations(): Promise<Migration[]> {
  const folder = `${rootFolder}/prisma/migrations`
  const entries = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory())
  const names = entries.map((entry) => entry.name).sort()
  return Promise.all(
    names.map(async (name) => {
      const file = await readFile(`${folder}/${name}/migration.sql`)
      return { name, sql: file.toString('utf8'), checksum: createHash('sha256').update(file).digest('hex') }
    }),
  )
}

/**
 * Applies what is not applied yet and answers the names. Refuses, before it changes anything, a database whose record does not fit these
 * migrations. Each one runs in a transaction of its own together with its row, so one that fails leaves nothing behind and is tried again by
 * the next start. A migration can therefore hold ALTER TYPE … ADD VALUE (a later one may use the value), but nothing that PostgreSQL forbids
 * in a transaction, such as CREATE INDEX CONCURRENTLY.
 */
export async function applyMigrations(ownerUrl: string, migrations?: readonly Migration[]): Promise<string[]> {
  const known = migrations ?? (await readMigrations())
  const client = new pg.Client({ connectionString: ownerUrl })
  // A connection that breaks fails the query that runs on it; without a listener it would end the process besides.
  client.on('error', () => undefined)
  try {
    await client.connect()
    const applied: string[] = []
    for (let name = await applyNext(client, known); name !== null; name = await applyNext(client, known)) applied.push(name)
    return applied
  } catch (error) {
    throw new Sentence(`The database ${withoutPassword(ownerUrl)} could not be migrated. ${messageOf(error)}`)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Applies the first migration that is not applied yet; null where all are. */
async function applyNext(client: pg.Client, known: readonly Migration[]): Promise<string | null> {
  // Each statement sees what was committed before it, whatever the role's default is: what another start applied while we waited, too.
  await client.query('BEGIN ISOLATION LEVEL READ COMMITTED')
  try {
    await lock(client)
    await client.query(RECORD_TABLE)
    const { rows } = await client.query<AppliedMigration>(
      `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
         FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name`,
    )
    refuseMisfits(rows, known)
    const next = known.find(({ name }) => rows.every((row) => row.name !== name))
    if (next) await apply(client, next)
    await client.query('COMMIT')
    return next?.name ?? null
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  }
}

/**
 * Of two starts at once one waits for the other before each migration. It is the lock of Prisma's own engine, so a start of an earlier version
 * waits too; held by the transaction, not by the session, so that it works through a connection pooler and ends with the connection.
 */
async function lock(client: pg.Client): Promise<void> {
  await client.query("SET LOCAL lock_timeout = '5min'")
  await client.query('SELECT pg_advisory_xact_lock(72707369)').catch((error: { code?: string }) => {
    if (error.code !== LOCK_NOT_AVAILABLE) throw error
    throw new Sentence('Another start has been migrating it for five minutes. Please try again when that one is done.')
  })
}

const LOCK_NOT_AVAILABLE = '55P03'

/** As Prisma's engine makes it, column for column. */
const RECORD_TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  const id = randomUUID()
  try {
    await client.query('INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at) VALUES ($1, $2, $3, clock_timestamp())', [
      id,
      checksum,
      name,
    ])
    await client.query(sql)
    await client.query('UPDATE _prisma_migrations SET finished_at = clock_timestamp(), applied_steps_count = 1 WHERE id = $1', [id])
  } catch (error) {
    throw new Sentence(`Migration ${name} failed and left nothing behind: ${messageOf(error)}`)
  }
}

/** Says everything at once that keeps this version from working with the database. */
function refuseMisfits(applied: readonly AppliedMigration[], known: readonly Migration[]): void {
  const checksums = new Map(known.map(({ name, checksum }) => [name, checksum]))
  const unfinished = applied.filter(({ finished }) => !finished)
  const unknown = applied.filter(({ name }) => !checksums.has(name))
  const edited = applied.filter(({ name, checksum, finished }) => finished && checksums.has(name) && checksums.get(name) !== checksum)
  const problems = [
    [unknown, 'is not known to this version. Start the later version that applied it, or restore a backup from before'],
    [edited, 'is no longer the file that was applied. Put the file of the release back'],
    [
      unfinished,
      'was begun and not finished. Look at what it left behind, then set finished_at or rolled_back_at of its row in _prisma_migrations, or restore a backup',
    ],
  ] as const
  const sentences = problems.flatMap(([rows, problem]) => rows.map(({ name }) => `Migration ${name} ${problem}.`))
  if (sentences.length > 0) throw new Sentence(sentences.join('\n'))
}

function withoutPassword(url: string): string {
  const parsed = new URL(url)
  if (parsed.password) parsed.password = '…'
  return decodeURI(parsed.href)
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
