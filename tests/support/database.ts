import pg from 'pg'

export interface TestDatabase {
  ownerUrl: string
  webUrl: string
  /** Connections as the owner of the tables. */
  owner: pg.Pool
  /** Connections as the site's role, which owns nothing. */
  web: pg.Pool
}

let database: TestDatabase | undefined

/** This test file's own database: migrated, empty, gone afterwards. lib/server uses it too, as the site's role. */
export function testDatabase(): TestDatabase {
  database ??= open(process.env.DATABASE_URL ?? '', process.env.WEB_DATABASE_URL ?? '')
  return database
}

function open(ownerUrl: string, webUrl: string): TestDatabase {
  return { ownerUrl, webUrl, owner: poolOn(ownerUrl), web: poolOn(webUrl) }
}

function poolOn(connectionString: string): pg.Pool {
  const pool = new pg.Pool({ connectionString, max: 20 })
  // The database is dropped under its idle connections at the end of the file.
  pool.on('error', () => undefined)
  return pool
}
