import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import type { MigrationList, SchemaContainer, SchemaEngine, SchemaFilter } from '@prisma/schema-engine-wasm/schema_engine_bg'
import { rootFolder } from './root'

// Prisma's own engine, as WebAssembly: the Prisma command line fetches a native one at first use, and fails without that network.

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

let loaded: Promise<EngineModule> | undefined

async function load(): Promise<EngineModule> {
  const glue = (await import('@prisma/schema-engine-wasm/schema_engine_bg')) as unknown as EngineModule
  const binary = fileURLToPath(import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/\.js$/, '.wasm'))
  const { instance } = await WebAssembly.instantiate(await readFile(binary), {
    './schema_engine_bg.js': glue as unknown as WebAssembly.ModuleImports,
  })
  glue.__wbg_set_wasm(instance.exports)
  const start = instance.exports['__wbindgen_start']
  if (typeof start === 'function') start()
  return glue
}

/** Every file of the Prisma schema, ordered by path. */
export async function schemaFiles(): Promise<SchemaContainer[]> {
  const folder = `${rootFolder}/prisma/schema`
  const names = (await readdir(folder)).filter((name) => name.endsWith('.prisma')).sort()
  return Promise.all(names.map(async (name) => ({ path: `${folder}/${name}`, content: await readFile(`${folder}/${name}`, 'utf8') })))
}

/** The migrations folder as the engine wants it: the lock file and each migration's SQL. */
export async function migrationList(): Promise<MigrationList> {
  const baseDir = `${rootFolder}/prisma/migrations`
  const entries = await readdir(baseDir, { withFileTypes: true }).catch(() => [])
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
  return {
    baseDir,
    shadowDbInitScript: '',
    lockfile: { path: 'migration_lock.toml', content: await readFile(`${baseDir}/migration_lock.toml`, 'utf8').catch(() => null) },
    migrationDirectories: await Promise.all(
      names.map(async (path) => ({
        path,
        migrationFile: {
          path: 'migration.sql',
          content: { tag: 'ok' as const, value: await readFile(`${baseDir}/${path}/migration.sql`, 'utf8') },
        },
      })),
    ),
  }
}

/** Runs `work` with an engine bound to one database. Without an address only schemas can be compared. */
export async function withEngine<T>(databaseUrl: string | null, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  loaded ??= load()
  const { SchemaEngine } = await loaded
  const files = await schemaFiles()
  const adapter = bindMigrationAwareSqlAdapterFactory(databaseUrl ? new PrismaPg({ connectionString: databaseUrl }) : noDatabase)
  const engine = await SchemaEngine.new(
    { datamodels: files.map((file) => [file.path, file.content] as [string, string]) },
    () => undefined,
    adapter,
  )
  try {
    return await work(engine)
  } finally {
    engine.free()
  }
}
