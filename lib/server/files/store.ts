import 'server-only'
import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { env } from '../runtime/env'

const KEY = /^[0-9a-f]{2}\/[0-9a-f]{62}$/

function pathOf(key: string): string {
  if (!KEY.test(key)) throw new Error('not a key of the file store')
  return join(env().XUESHI_DATA, 'files', key)
}

/** Keeps the bytes under a new random key. They stand whole or not at all: written beside, then moved. */
export async function putFile(bytes: Uint8Array): Promise<string> {
  const name = randomBytes(32).toString('hex')
  const key = `${name.slice(0, 2)}/${name.slice(2)}`
  const path = pathOf(key)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await writeFile(`${path}.part`, bytes, { mode: 0o600, flush: true })
  await rename(`${path}.part`, path)
  return key
}

/** The bytes as a stream. A key without a file fails when it is read. */
export function getFile(key: string): ReadableStream<Uint8Array> {
  return Readable.toWeb(createReadStream(pathOf(key))) as ReadableStream<Uint8Array>
}

export async function removeFile(key: string): Promise<void> {
  await rm(pathOf(key), { force: true })
}
