import { randomBytes } from 'node:crypto'
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeSigningKeys } from '@/lib/server/certificate/make-signing-keys'
import { privateFolder } from './postgres-server'
import { Sentence } from './sentence'

/** Every secret of the site, as environment variables. */
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

/** On the embedded default: made once into `<data folder>/secrets`, readable by their owner only. What the environment gives goes first. */
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

/** With a database of one's own: from the environment, and refused with a sentence that names every one that is missing. */
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

/** 32 random bytes in hexadecimal, written once; the file appears whole or not at all. */
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
