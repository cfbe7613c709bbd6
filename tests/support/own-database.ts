import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { onTestFinished } from 'vitest'
import { testDatabase } from './database'

/** An empty database of the running test's own, as its owner; it is dropped when the test ends. */
export async function ownDatabase(): Promise<{ url: string; client: pg.Client }> {
  const name = `xueshi_own_${randomUUID().replaceAll('-', '')}`
  const url = new URL(testDatabase().ownerUrl)
  url.pathname = `/${name}`
  await testDatabase().owner.query(`CREATE DATABASE ${name}`)
  const client = new pg.Client({ connectionString: url.href })
  client.on('error', () => undefined)
  await client.connect()
  onTestFinished(async () => {
    await client.end().catch(() => undefined)
    await testDatabase().owner.query(`DROP DATABASE ${name} WITH (FORCE)`)
  })
  return { url: url.href, client }
}
