import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { isAbsolute, join, resolve } from 'node:path'
import type { CopiedTable } from './table-copy'

/** What stands in an archive beside `tables/`, `files/` and, from the embedded default, `secrets/`. */
export interface Manifest {
  format: 1
  version: string
  madeAt: string
  postgres: string
  migrations: string[]
  tables: CopiedTable[]
  files: number
  /** Tells whether a site holds the key that the personal numbers are encrypted with, and not what it is. */
  dataKeyMark: string | null
}

/** Not part of a backup: the embedded server of the other machine has its own. */
export const OWN_SECRET = 'postgres-password'

/** A file name on the command line is meant from where the person stands, not from the project's folder. */
export function namedFile(name: string): string {
  return isAbsolute(name) ? name : resolve(process.env.XUESHI_CALLED_FROM ?? process.cwd(), name)
}

export async function readManifest(folder: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Manifest
}

export function markOfKey(dataKey: string | undefined): string | null {
  return dataKey ? createHash('sha256').update(`xueshi data key ${dataKey}`).digest('hex').slice(0, 16) : null
}
