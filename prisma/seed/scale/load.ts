import type { PoolClient } from 'pg'
import type { TableName } from '@/lib/server/database/tables'

const TABLES: readonly TableName[] = [
  'hour_record',
  'event',
  'evidence',
  'publicity_item',
  'publicity_batch',
  'year',
  'certificate',
  'person',
  'employment',
  'appointment',
  'account',
]

/**
 * Runs the work without foreign keys and without the indexes that are not unique, and creates them again afterwards, which checks every row
 * and is much faster than doing so for each row. Runs in the caller's transaction, so that a rollback restores them.
 */
export async function withoutIndexes(client: PoolClient, say: (line: string) => void, work: () => Promise<void>): Promise<void> {
  const { rows: keys } = await client.query<{ on: string; name: string; definition: string }>(
    `SELECT conrelid::regclass::text AS on, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
       FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace`,
  )
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index
      WHERE NOT indisunique AND indrelid = ANY($1::text[]::regclass[])`,
    [TABLES],
  )
  for (const { on, name } of keys) await client.query(`ALTER TABLE ${on} DROP CONSTRAINT ${name}`)
  for (const { name } of indexes) await client.query(`DROP INDEX ${name}`)
  await work()
  say(`${indexes.length} indexes, ${keys.length} foreign keys`)
  await client.query(`SET LOCAL maintenance_work_mem = '512MB'`)
  for (const { definition } of indexes) await client.query(definition)
  for (const { on, name, definition } of keys) await client.query(`ALTER TABLE ${on} ADD CONSTRAINT ${name} ${definition}`)
}
