import { resolve } from 'node:path'
import { type EmbeddedPostgres, joinEmbeddedPostgres } from './embedded-postgres'
import { privateFolder } from './postgres-server'
import { rootFolder } from './root'
import { givenSecrets, keptSecrets, type Secrets } from './secrets'
import { webUrlOf } from './web-role'

/** The environment of a command that works on the site's data. */
export interface SiteEnvironment {
  dataFolder: string
  embedded: EmbeddedPostgres | null
  /** The owner's connection: migrations, seed, backup, restore. */
  ownerUrl: string
  /** The site's connection, by a role that owns no table. */
  webUrl: string
  /** The environment variables that lib/server reads. */
  variables: Record<string, string>
  /** Ends the use of the embedded database; it stops where no other process uses it. */
  release(): Promise<void>
}

/**
 * Opens the database, the embedded one unless DATABASE_URL is given, and reads the secrets. With DATABASE_URL and without `secretsNeeded`
 * (a backup) they may be missing.
 */
export async function openSiteEnvironment({ secretsNeeded = true } = {}): Promise<SiteEnvironment> {
  const dataFolder = privateFolder(resolve(rootFolder, process.env.XUESHI_DATA || '.data'))
  const given = process.env.DATABASE_URL
  const secrets: Partial<Secrets> = given ? (secretsNeeded ? givenSecrets() : {}) : await keptSecrets(dataFolder)
  const embedded = given ? null : await joinEmbeddedPostgres(dataFolder)
  const ownerUrl = given ?? embedded?.url ?? ''
  const webUrl = process.env.WEB_DATABASE_URL || webUrlOf(ownerUrl, secrets.XUESHI_SECRET ?? '')
  return {
    dataFolder,
    embedded,
    ownerUrl,
    webUrl,
    variables: { ...secrets, XUESHI_DATA: dataFolder, WEB_DATABASE_URL: webUrl },
    release: async () => embedded?.release(),
  }
}

/**
 * Lets lib/server connect as the owner in this process. To be called before its first import, because its modules read the environment
 * once.
 */
export function adoptAsOwner(site: SiteEnvironment, more: Record<string, string> = {}): void {
  Object.assign(process.env, site.variables, { WEB_DATABASE_URL: site.ownerUrl }, more)
}
