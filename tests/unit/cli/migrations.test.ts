import { expect, test } from 'vitest'
import { type Migration, readMigrations } from '@/lib/cli/migrations'
import { readSources, type Source } from '../../support/imports'
import landed from './landed-migrations.json'

const migrations = await readMigrations()

test('no migration that has landed was edited, renamed or removed; a new one has its line in landed-migrations.json', () => {
  expect(Object.fromEntries(migrations.map(({ name, checksum }) => [name, checksum]))).toEqual(landed)
})

/** What would end the transaction that a migration runs in, or cannot run in one. */
function leavesItsTransaction({ sql }: Pick<Migration, 'sql'>): boolean {
  return /^\s*((BEGIN|COMMIT|ROLLBACK|ABORT|START TRANSACTION)\b[\w \t]*;|VACUUM\b|(CREATE|DROP|ALTER)\s+DATABASE\b)|\bCONCURRENTLY\b/im.test(
    sql,
  )
}

test('each migration stays within the transaction that it is applied in', () => {
  expect(migrations.filter(leavesItsTransaction).map(({ name }) => name)).toEqual([])
  for (const sql of ['CREATE TABLE a ();\nCOMMIT;', 'begin;', 'CREATE INDEX CONCURRENTLY a ON b (c)', '  Vacuum a;'])
    expect(leavesItsTransaction({ sql })).toBe(true)
})

/** The files that running one of these loads, by their static and dynamic imports. */
function loadedBy(paths: readonly string[], sources: readonly Source[]): Set<string> {
  const byPath = new Map(sources.map((source) => [source.path.replace(/\.tsx?$/, ''), source]))
  const loaded = new Set<string>()
  const waiting = [...paths]
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (loaded.has(path)) continue
    loaded.add(path)
    const imports = byPath.get(path)?.imports ?? []
    waiting.push(...imports.filter(({ typeOnly }) => !typeOnly).map(({ target }) => target))
  }
  return loaded
}

test('Prisma’s schema engine is loaded by the tool that writes migrations only, never by a site', () => {
  const sources = readSources(['app', 'lib', 'prisma'])
  const commands = ['start', 'dev', 'worker', 'build', 'seed', 'admin', 'backup', 'restore', 'migrate'].map((name) => `lib/cli/${name}`)
  const packages = ['@prisma/schema-engine-wasm/schema_engine_bg', '@prisma/driver-adapter-utils']
  const ofSite = loadedBy(commands, sources)
  expect(ofSite).toContain('lib/cli/migrations')
  expect(ofSite).toContain('lib/server/database/db')
  expect([...ofSite].filter((path) => packages.includes(path) || path === 'lib/cli/schema-engine')).toEqual([])
  expect([...loadedBy(['lib/cli/migration'], sources)]).toEqual(expect.arrayContaining(packages))
})
