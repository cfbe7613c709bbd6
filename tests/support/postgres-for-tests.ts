import { rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { clearAbandoned, makeOwnedFolder } from '@/lib/cli/abandoned-folders'
import { applyMigrations } from '@/lib/cli/migrations'
import { startThrowaway } from '@/lib/cli/throwaway-postgres'
import { openWebRole, webUrlOf } from '@/lib/cli/web-role'
import { makeSigningKeys } from '@/lib/server/certificate/make-signing-keys'

export interface TestServer {
  /** The address of the server's database `postgres`, as its owner. */
  adminUrl: string
  /** The migrated database that each test file gets a copy of. */
  template: string
  variables: Record<string, string>
}

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer
  }
}

/** What temporary folders of evidence and keys begin with. */
const FILES = 'xueshi-test-'

/** Before all integration tests: a PostgreSQL to throw away (or TEST_DATABASE_URL), with one migrated database as the template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL
  const postgres = given ? { url: given, stop: async () => undefined } : await startThrowaway()
  await clearAbandoned(FILES)
  const folder = makeOwnedFolder(FILES)
  const template = `xueshi_template_${process.pid}`
  const keys = await makeSigningKeys(join(folder, 'secrets'))
  const variables = {
    XUESHI_DATA: folder,
    XUESHI_SECRET: 'for tests only: sessions of nobody',
    XUESHI_DATA_KEY: '11'.repeat(32),
    XUESHI_INDEX_KEY: '22'.repeat(32),
    XUESHI_SIGNING_KEY_FILE: keys.signingKeyFile,
    XUESHI_P12_FILE: keys.p12File,
    XUESHI_P12_PASSWORD: keys.p12Password,
    LOG_LEVEL: 'silent',
  }
  const admin = new pg.Client({ connectionString: postgres.url })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${template}`)
  const templateUrl = new URL(postgres.url)
  templateUrl.pathname = `/${template}`
  await applyMigrations(templateUrl.href)
  await openWebRole(templateUrl.href, webUrlOf(templateUrl.href, variables.XUESHI_SECRET))
  project.provide('testServer', { adminUrl: postgres.url, template, variables })
  return async () => {
    await admin.query(`DROP DATABASE IF EXISTS ${template} WITH (FORCE)`)
    await admin.end()
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
