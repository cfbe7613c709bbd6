import { readdir, readFile } from 'node:fs/promises'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import type { SchemaContainer, SchemaEngine, SchemaFilter } from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'
import { rootFolder } from './root'

// Prisma's own engine, as WebAssembly: the Prisma command line fetches a native one at first use, and fails without that network.
// For development and tests only: it compares the schema with the migrations. A site applies them by lib/cli/migrations.ts.

interface EngineModule {
  SchemaEngine: typeof SchemaEngine
  __wbg_set_wasm(exports: WebAssembly.Exports): void
}

export const NO_FILTER: SchemaFilter = { externalTables: [], externalEnums: [] }

/** The engine opens its connection at once, needed or not: this one knows nothing. */
const noDatabase: SqlMigrationAwareDriverAdapterFactory = {
  provider: 'postgres',
  adapterName: 'none',
  connect: async () => emptyConnection,
  connectToShadowDb: async () => emptyConnection,
}

const emptyConnection: SqlDriverAdapter = {
  provider: 'postgres',
  adapterName: 'none',
  getConnectionInfo: () => ({ schemaName: 'public', supportsRelationJoins: true }),
  queryRaw: async () => ({ columnNames: [], columnTypes: [], rows: [] }),
  executeRaw: async () => 0,
  executeScript: async () => undefined,
  startTransaction: () => Promise.reject(new Error('there is no database here')),
  dispose: async () => undefined,
}

/** Prisma's adapter, mended where the engine needs more of it than the client does: it does not know the type "char" of the system catalogues. */
function databaseOf(pool: pg.Pool): SqlMigrationAwareDriverAdapterFactory {
  let charColumns: boolean[] = []
  const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<pg.QueryArrayResult>
  pool.query = (async (...args: unknown[]) => {
    const result = await query(...args)
    charColumns = (result.fields ?? []).map((field) => field.dataTypeID === CHAR)
    for (const field of result.fields ?? []) if (field.dataTypeID === CHAR) field.dataTypeID = pg.types.builtins.TEXT
    return result
  }) as pg.Pool['query']
  const factory = new PrismaPg(pool)
  async function connect(): Promise<SqlDriverAdapter> {
    const adapter = await factory.connect()
    const queryRaw = adapter.queryRaw.bind(adapter)
    adapter.queryRaw = async (sql) => {
      const answer = await queryRaw(sql)
      const columnTypes = answer.columnTypes.map((type, index) => (charColumns[index] ? ColumnTypeEnum.Character : type))
      return { ...answer, columnTypes }
    }
    return adapter
  }
  return { provider: factory.provider, adapterName: factory.adapterName, connect, connectToShadowDb: () => factory.connectToShadowDb() }
}

/** The one-byte type of PostgreSQL's own catalogues. */
const CHAR = 18

let loaded: Promise<EngineModule> | undefined

async function load(): Promise<EngineModule> {
  const glue = (await import('@prisma/schema-engine-wasm/schema_engine_bg')) as unknown as EngineModule
  const binary = `${rootFolder}/node_modules/@prisma/schema-engine-wasm/schema_engine_bg.wasm`
  const { instance } = await WebAssembly.instantiate(await readFile(binary), { './schema_engine_bg.js': importsOf(glue) })
  glue.__wbg_set_wasm(instance.exports)
  const start = instance.exports['__wbindgen_start']
  if (typeof start === 'function') start()
  return glue
}

/** What the engine calls. The timer that bounds its wait for a lock is never cleared, and would hold the process for ten seconds. */
function importsOf(glue: EngineModule): WebAssembly.ModuleImports {
  const timer = (callback: () => void, milliseconds: number) => setTimeout(callback, milliseconds).unref()
  const entries = Object.entries(glue).map(([name, value]) => [name, name.startsWith('__wbg_setTimeout_') ? timer : value])
  return Object.fromEntries(entries) as WebAssembly.ModuleImports
}

/** Every file of the Prisma schema, ordered by path. */
export async function schemaFiles(): Promise<SchemaContainer[]> {
  const folder = `${rootFolder}/prisma/schema`
  const names = (await readdir(folder)).filter((name) => name.endsWith('.prisma')).sort()
  return Promise.all(names.map(async (name) => ({ path: `${folder}/${name}`, content: await readFile(`${folder}/${name}`, 'utf8') })))
}

/** Runs `work` with an engine bound to one database. Without an address only schemas can be compared. */
export async function withEngine<T>(databaseUrl: string | null, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  loaded ??= load()
  const { SchemaEngine } = await loaded
  const files = await schemaFiles()
  // The engine never closes what it opens; a pool of ours we can.
  const pool = databaseUrl ? new pg.Pool({ connectionString: databaseUrl, max: 2 }) : null
  const adapter = bindMigrationAwareSqlAdapterFactory(pool ? databaseOf(pool) : noDatabase)
  try {
    const datamodels = files.map((file): [string, string] => [file.path, file.content])
    const engine = await SchemaEngine.new({ datamodels }, () => undefined, adapter)
    try {
      return await work(engine)
    } finally {
      engine.free()
    }
  } finally {
    await pool?.end()
  }
}
