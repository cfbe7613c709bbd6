import pg from 'pg'
import type { EmbeddedPostgres } from './embedded-postgres'
import { applyMigrations } from './migrations'
import { COMMAND_FLAGS, childEnvironment, runNode } from './run-node'
import { Sentence } from './sentence'
import type { SiteEnvironment } from './site-environment'
import { openWebRole } from './web-role'

export interface PreparedDatabase {
  version: string
  migrated: string[]
  /** Whether this run made the demonstration city. */
  seeded: boolean
}

/**
 * Brings the database to where the site can run: migrated, the web role let in, the reference data there. An embedded database that does
 * not exist yet is made under another name, with the demonstration if wanted, and renamed when it is whole: a start that is killed halfway
 * leaves nothing that the next one would take for data.
 */
export async function prepareDatabase(site: SiteEnvironment, demonstration: boolean): Promise<PreparedDatabase> {
  const { embedded } = site
  if (!embedded || (await exists(embedded.adminUrl, embedded.database))) {
    const migrated = await bringUp(site, site.ownerUrl, false)
    return { version: await versionOf(site.ownerUrl), migrated, seeded: false }
  }
  let migrated: string[] = []
  await draftDatabase(embedded, site.ownerUrl, false, async (url) => {
    migrated = await bringUp(site, url, demonstration)
  })
  return { version: await versionOf(site.ownerUrl), migrated, seeded: demonstration }
}

/** Makes an embedded database under another name and gives it its own when it is whole, in the place of an old one if that is wanted. */
export async function draftDatabase(
  { adminUrl, database }: EmbeddedPostgres,
  ownerUrl: string,
  replace: boolean,
  fill: (url: string) => Promise<void>,
): Promise<void> {
  const [draft, old] = [`${database}_draft`, `${database}_old`]
  const there = await exists(adminUrl, database)
  if (there && !replace) throw new Sentence('The database of this data folder is not empty. To put another in its place, say --replace.')
  await execute(adminUrl, `DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`, `CREATE DATABASE ${draft}`)
  const url = new URL(ownerUrl)
  url.pathname = `/${draft}`
  await fill(url.href)
  await execute(adminUrl, `DROP DATABASE IF EXISTS ${old} WITH (FORCE)`)
  // In one transaction: at no moment would a start find neither of the two.
  const exchange = [...(there ? [`ALTER DATABASE ${database} RENAME TO ${old}`] : []), `ALTER DATABASE ${draft} RENAME TO ${database}`]
  await execute(adminUrl, 'BEGIN', ...exchange, 'COMMIT')
  if (there) await execute(adminUrl, `DROP DATABASE ${old} WITH (FORCE)`)
}

/** Whether nothing was ever made in it. */
export async function isEmptyDatabase(url: string): Promise<boolean> {
  return (
    (await execute(url, "SELECT 1 FROM pg_class WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace LIMIT 1")).length ===
    0
  )
}

async function bringUp(site: SiteEnvironment, ownerUrl: string, demonstration: boolean): Promise<string[]> {
  const migrated = await applyMigrations(ownerUrl)
  const webUrl = new URL(site.webUrl)
  if (site.embedded) webUrl.pathname = new URL(ownerUrl).pathname
  await openWebRole(ownerUrl, webUrl.href)
  // In a process of its own: lib/server reads its environment once, and what the seed needs is the owner's.
  const env = childEnvironment({ ...site.variables, WEB_DATABASE_URL: ownerUrl, XUESHI_DEMO: demonstration ? '1' : '0' })
  await runNode([...COMMAND_FLAGS, 'lib/cli/seed.ts'], { env }, 'The first data could not be written')
  return migrated
}

async function exists(adminUrl: string, database: string): Promise<boolean> {
  const [row] = await execute(adminUrl, `SELECT 1 AS there FROM pg_database WHERE datname = '${database}'`)
  return row !== undefined
}

async function versionOf(url: string): Promise<string> {
  const [row] = await execute(url, 'SHOW server_version')
  return String(row?.server_version)
}

/** The demonstration's own row; null where the database is no demonstration. */
export async function demonstrationOf(ownerUrl: string): Promise<Demonstration | null> {
  const [row] = await execute(ownerUrl, "SELECT value FROM setting WHERE key = 'demonstration'")
  return row ? (row.value as Demonstration) : null
}

export interface Demonstration {
  accounts?: { login: string; name: string; role: string; organization: string | null }[]
}

/** Runs statements on a connection of their own; answers the rows of the last. */
export async function execute(url: string, ...statements: string[]): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    let rows: Record<string, unknown>[] = []
    for (const statement of statements) rows = (await client.query(statement)).rows
    return rows
  } finally {
    await client.end()
  }
}
