import { createHmac } from 'node:crypto'
import type { DiffTarget } from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'
import { migrationList, NO_FILTER, schemaFiles, withEngine } from './schema-engine'
import { Sentence } from './sentence'

const WEB_ROLE = 'xueshi_web'

/** Applies the migrations that are not yet applied, as `prisma migrate deploy` does, or only those of these; answers their names. */
export async function applyMigrations(ownerUrl: string, only?: ReadonlySet<string>): Promise<string[]> {
  const all = await migrationList()
  const migrationsList = only ? { ...all, migrationDirectories: all.migrationDirectories.filter(({ path }) => only.has(path)) } : all
  try {
    const answer = await withEngine(ownerUrl, (engine) => engine.applyMigrations({ migrationsList, filters: NO_FILTER }))
    return answer.appliedMigrationNames
  } catch (error) {
    throw new Sentence(`The migrations could not be applied to ${withoutPassword(ownerUrl)}: ${messageOf(error)}`)
  }
}

/** The SQL that would bring the database to the Prisma schema; null where they agree. Triggers, grants and partial indexes are not seen. */
export async function driftOf(databaseUrl: string): Promise<string | null> {
  const sql = await difference(databaseUrl, { tag: 'schemaDatasource', files: await schemaFiles(), configDir: '' })
  return /^\s*(--[^\n]*\s*)*$/.test(sql) ? null : sql
}

/** The SQL that makes the whole of prisma/schema in an empty database. */
export function sqlFromEmpty(): Promise<string> {
  return difference(null, { tag: 'empty' })
}

async function difference(databaseUrl: string | null, from: DiffTarget): Promise<string> {
  const to: DiffTarget = { tag: 'schemaDatamodel', files: await schemaFiles() }
  const answer = await withEngine(databaseUrl, (engine) => engine.diff({ from, to, script: true, exitCode: null, filters: NO_FILTER }))
  return answer.stdout ?? ''
}

/** Where the web process connects: the given address, else the owner's with the web role, its password derived from the secret. */
export function webUrlOf(ownerUrl: string, secret: string): string {
  const url = new URL(ownerUrl)
  url.username = WEB_ROLE
  url.password = createHmac('sha256', secret).update('web role password').digest('hex')
  return url.href
}

/** Lets the web role, which a migration made without a sign-in, sign in with the password of its address, and see what is applied. */
export async function openWebRole(ownerUrl: string, webUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    // Not in a migration: while those run in a shadow database, Prisma's own table is not there.
    await client.query(`GRANT SELECT ON _prisma_migrations TO ${WEB_ROLE}`)
    if (await canConnect(webUrl)) return
    await client.query(`ALTER ROLE ${WEB_ROLE} LOGIN PASSWORD ${client.escapeLiteral(new URL(webUrl).password)}`)
  } catch (error) {
    throw new Sentence(
      `The role ${WEB_ROLE}, as which the site connects, could not be given its password (${messageOf(error)}). ` +
        `Give the owner of DATABASE_URL the right to (CREATEROLE), or set WEB_DATABASE_URL to the address of a member of ${WEB_ROLE}.`,
    )
  } finally {
    await client.end()
  }
}

async function canConnect(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

export function withoutPassword(url: string): string {
  const parsed = new URL(url)
  if (parsed.password) parsed.password = '…'
  return decodeURI(parsed.href)
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
