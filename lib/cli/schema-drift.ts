import type { DiffTarget } from '@prisma/schema-engine-wasm/schema_engine_bg'
import { NO_FILTER, schemaFiles, withEngine } from './schema-engine'

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
