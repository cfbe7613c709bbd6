import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { isAbsolute, join, resolve } from 'node:path'
import type { CopiedTable } from './table-copy'

/** The file `manifest.json` of an archive, beside `tables/`, `files/` and, from the embedded database, `secrets/`. */
export interface Manifest {
  format: 1
  version: string
  madeAt: string
  postgres: string
  migrations: string[]
  tables: CopiedTable[]
  files: number
  /** A fingerprint of the key that encrypts personal numbers, to check at a restore that the site has the same key. */
  dataKeyMark: string | null
}

/** The secret that is not part of a backup: every embedded server has its own password. */
export const OWN_SECRET = 'postgres-password'

/** The path of a file named on the command line, relative to the folder from which npm was called, not to the project's. */
export function namedFile(name: string): string {
  return isAbsolute(name) ? name : resolve(process.env.XUESHI_CALLED_FROM ?? process.cwd(), name)
}

/** The manifest of an unpacked archive. */
export async function readManifest(folder: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Manifest
}

/** The fingerprint of the data key for `dataKeyMark`; null without a key. */
export function markOfKey(dataKey: string | undefined): string | null {
  return dataKey ? createHash('sha256').update(`xueshi data key ${dataKey}`).digest('hex').slice(0, 16) : null
}
