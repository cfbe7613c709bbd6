import 'server-only'
import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import packageFile from '@/package.json'
import { pool } from '../database/db'
import { env } from './env'

/** What must work for the site to work. `problems` names what does not, for an operator; nothing in it is secret. */
export interface Health {
  ok: boolean
  version: string
  database: { version: string; migrations: number } | null
  problems: string[]
}

/** The site's own view of itself: the database as the site's role, its migrations, the folder for files. Never throws. */
export async function readHealth(): Promise<Health> {
  const problems: string[] = []
  const note = (what: string) => (error: unknown) => {
    problems.push(`${what}: ${error instanceof Error ? error.message : String(error)}`)
    return null
  }
  const [database] = await Promise.all([checkDatabase().catch(note('database')), checkFiles().catch(note('files'))])
  return { ok: problems.length === 0, version: packageFile.version, database, problems }
}

async function checkDatabase(): Promise<Health['database']> {
  const expected = await migrationNames()
  const { rows } = await pool.query<{ version: string; applied: string[] | null }>(
    `SELECT current_setting('server_version') AS version, (SELECT array_agg(migration_name) FROM _prisma_migrations
       WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL) AS applied`,
  )
  const applied = new Set(rows[0]?.applied ?? [])
  const pending = expected.filter((name) => !applied.has(name))
  if (pending.length > 0) throw new Error(`not migrated: ${pending.join(', ')}`)
  return { version: rows[0]?.version ?? '', migrations: expected.length }
}

async function migrationNames(): Promise<string[]> {
  const entries = await readdir(join(/* turbopackIgnore: true */ process.cwd(), 'prisma/migrations'), { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
}

async function checkFiles(): Promise<void> {
  const folder = resolve(/* turbopackIgnore: true */ process.cwd(), env().XUESHI_DATA, 'files')
  await mkdir(folder, { recursive: true })
  const probe = join(folder, `.health-${randomUUID()}`)
  await writeFile(probe, '')
  await rm(probe)
}
