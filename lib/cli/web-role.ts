import { createHmac } from 'node:crypto'
import pg from 'pg'
import { Sentence } from './sentence'

/** The role as which the site connects; a migration makes it, without a sign-in. It owns nothing. */
const WEB_ROLE = 'xueshi_web'

/** The owner's address with the web role in the place of the owner, its password derived from the secret. */
export function webUrlOf(ownerUrl: string, secret: string): string {
  const url = new URL(ownerUrl)
  url.username = WEB_ROLE
  url.password = createHmac('sha256', secret).update('web role password').digest('hex')
  return url.href
}

/** Lets the web role sign in with the password of its address, and read which migrations are applied. */
export async function openWebRole(ownerUrl: string, webUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    // Not in a migration: when Prisma replays the migrations in a shadow database, its own table is not there.
    await client.query(`GRANT SELECT ON _prisma_migrations TO ${WEB_ROLE}`)
    if (await canConnect(webUrl)) return
    await client.query(`ALTER ROLE ${WEB_ROLE} LOGIN PASSWORD ${client.escapeLiteral(new URL(webUrl).password)}`)
  } catch (error) {
    throw new Sentence(
      `The role ${WEB_ROLE}, as which the site connects, could not be given its password (${error instanceof Error ? error.message : error}). ` +
        `Give the owner of DATABASE_URL the right to (CREATEROLE), or set WEB_DATABASE_URL to the address of a member of ${WEB_ROLE}.`,
    )
  } finally {
    await client.end()
  }
}

async function canConnect(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}
