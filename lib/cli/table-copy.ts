import { createReadStream, createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { PoolClient } from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'

// Copies tables to files and back, by COPY in text format, which every version of PostgreSQL reads; generated columns are left out.

/** Not copied: applying the migrations fills it. */
const MIGRATIONS_TABLE = '_prisma_migrations'

export interface CopiedTable {
  name: string
  columns: string[]
  rows: number
}

/** The tables of the schema in order of name, with their columns except the generated ones. */
export async function tablesOf(client: PoolClient): Promise<Omit<CopiedTable, 'rows'>[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace AND c.relname <> $1
      GROUP BY c.relname ORDER BY c.relname`,
    [MIGRATIONS_TABLE],
  )
  return rows
}

/** The names of the applied migrations, in order. */
export async function migrationsOf(client: PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT migration_name AS name FROM ${MIGRATIONS_TABLE} WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1`,
  )
  return rows.map(({ name }) => name)
}

/** Writes a table into a file; returns the number of rows. */
export async function writeTable(client: PoolClient, name: string, columns: string[], file: string): Promise<number> {
  const stream = client.query(copyTo(`COPY ${quoted(name)} (${columns.map(quoted).join(', ')}) TO STDOUT`))
  await pipeline(stream, createWriteStream(file, { mode: 0o600 }))
  return stream.rowCount
}

/**
 * Loads tables from files in one transaction. Triggers are disabled meanwhile, since the files contain the rows that they would add.
 * Foreign keys are dropped and added again, which checks every row. Both require the owner of the tables.
 */
export async function loadTables(client: PoolClient, tables: CopiedTable[], fileOf: (name: string) => string): Promise<void> {
  await client.query('BEGIN')
  try {
    const { rows: keys } = await client.query<{ on: string; name: string; definition: string }>(
      `SELECT conrelid::regclass::text AS on, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
         FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace`,
    )
    for (const key of keys) await client.query(`ALTER TABLE ${key.on} DROP CONSTRAINT ${key.name}`)
    for (const { name, columns } of tables) {
      await client.query(`ALTER TABLE ${quoted(name)} DISABLE TRIGGER USER`)
      // Rows that a migration inserted are in the backup too.
      await client.query(`TRUNCATE ${quoted(name)}`)
      const stream = client.query(copyFrom(`COPY ${quoted(name)} (${columns.map(quoted).join(', ')}) FROM STDIN`))
      await pipeline(createReadStream(fileOf(name)), stream)
      await client.query(`ALTER TABLE ${quoted(name)} ENABLE TRIGGER USER`)
    }
    for (const key of keys) await client.query(`ALTER TABLE ${key.on} ADD CONSTRAINT ${key.name} ${key.definition}`)
    await compareCounts(client, tables)
    await client.query('COMMIT')
    await client.query('ANALYZE')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  }
}

async function compareCounts(client: PoolClient, tables: CopiedTable[]): Promise<void> {
  for (const { name, rows } of tables) {
    const counted = Number((await client.query<{ n: string }>(`SELECT count(*) AS n FROM ${quoted(name)}`)).rows[0]?.n)
    if (counted !== rows) throw new Error(`table ${name} holds ${counted} rows after loading, and the backup says ${rows}`)
  }
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
