import { randomBytes } from 'node:crypto'
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeSigningKeys } from '@/lib/server/certificate/make-signing-keys'
import { privateFolder } from './postgres-server'
import { Sentence } from './sentence'

/** All secrets of the site, by the names of their environment variables. */
export interface Secrets {
  XUESHI_SECRET: string
  XUESHI_DATA_KEY: string
  XUESHI_INDEX_KEY: string
  XUESHI_SIGNING_KEY_FILE: string
  XUESHI_P12_FILE: string
  XUESHI_P12_PASSWORD: string
}

const MEANING: Record<keyof Secrets, string> = {
  XUESHI_SECRET: 'at least 32 random characters, for sessions',
  XUESHI_DATA_KEY: '64 hexadecimal digits, to encrypt ID and phone numbers',
  XUESHI_INDEX_KEY: '64 other hexadecimal digits, to find them again',
  XUESHI_SIGNING_KEY_FILE: 'a file with an Ed25519 private key as JWK, to sign the QR codes',
  XUESHI_P12_FILE: 'a PKCS #12 file with key and certificate, to sign the PDFs',
  XUESHI_P12_PASSWORD: 'the password of that file',
}

export const SECRET_NAMES = Object.keys(MEANING) as (keyof Secrets)[]

/**
 * The secrets of a site with the embedded database: created once in `<data folder>/secrets`, readable only by their owner. Environment
 * variables take precedence.
 */
export async function keptSecrets(dataFolder: string): Promise<Secrets> {
  const folder = privateFolder(join(privateFolder(dataFolder), 'secrets'))
  const keys = await makeSigningKeys(folder)
  const { XUESHI_P12_FILE: ownP12, XUESHI_P12_PASSWORD: ownPassword } = process.env
  return {
    XUESHI_SECRET: process.env.XUESHI_SECRET || random(folder, 'session-secret'),
    XUESHI_DATA_KEY: process.env.XUESHI_DATA_KEY || random(folder, 'data-key'),
    XUESHI_INDEX_KEY: process.env.XUESHI_INDEX_KEY || random(folder, 'index-key'),
    XUESHI_SIGNING_KEY_FILE: process.env.XUESHI_SIGNING_KEY_FILE || keys.signingKeyFile,
    XUESHI_P12_FILE: ownP12 || keys.p12File,
    XUESHI_P12_PASSWORD: ownP12 ? (ownPassword ?? '') : keys.p12Password,
  }
}

/** The secrets of a site with another database, from the environment. Throws a `Sentence` that names all that are missing. */
export function givenSecrets(): Secrets {
  const missing = SECRET_NAMES.filter(
    (name) => process.env[name] === undefined || (process.env[name] === '' && name !== 'XUESHI_P12_PASSWORD'),
  )
  if (missing.length > 0) {
    const list = missing.map((name) => `  ${name}: ${MEANING[name]}`).join('\n')
    throw new Sentence(`DATABASE_URL is given, so the secrets must be too (they belong to the data). Missing in the environment:\n${list}`)
  }
  return Object.fromEntries(SECRET_NAMES.map((name) => [name, process.env[name] ?? ''])) as unknown as Secrets
}

/** 32 random bytes in hexadecimal, from the file where there is one. The file is created atomically, so that it is never incomplete. */
function random(folder: string, name: string): string {
  const file = join(folder, name)
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, randomBytes(32).toString('hex'), { mode: 0o600 })
  try {
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft, { force: true })
  }
  return readFileSync(file, 'utf8').trim()
}
