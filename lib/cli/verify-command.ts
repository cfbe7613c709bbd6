import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import type { JSONWebKeySet } from 'jose'
import { z } from 'zod'
import { checkToken } from '@/lib/server/certificate/check-token'

const USAGE = `verify --keys FILE TEXT
  FILE  the issuer's public keys, a JWK set as its site gives it at /.well-known/jwks.json
  TEXT  the whole text of a certificate's QR code, or only the signature behind its "#"
Checks the signature without network and database. A certificate that was revoked later is still signed: only the check page knows.`

const keySet = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) })

/** Where the command writes: the process's own streams, or a test's. */
export interface VerifyStreams {
  stdout: Writable
  stderr: Writable
}

/** 0: signed by one of the keys; 1: not; 2: the question itself is wrong. */
export async function verifyCommand(args: readonly string[], { stdout, stderr }: VerifyStreams): Promise<number> {
  const question = readArguments(args)
  if (question === null) return refuse(stderr, USAGE)
  const keys = await readKeys(resolve(process.env.XUESHI_CALLED_FROM ?? '.', question.file))
  if (keys === null) return refuse(stderr, `${question.file} cannot be read, or is no JWK set.`)
  const answer = await checkToken(question.text, keys)
  stdout.write(`${JSON.stringify(answer, null, 2)}\n`)
  return answer.valid ? 0 : 1
}

function readArguments(args: readonly string[]): { file: string; text: string } | null {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: { keys: { type: 'string' } }, allowPositionals: true })
    const [text, ...more] = positionals
    return values.keys && text && more.length === 0 ? { file: values.keys, text } : null
  } catch {
    return null
  }
}

async function readKeys(file: string): Promise<JSONWebKeySet | null> {
  try {
    const parsed = keySet.safeParse(JSON.parse(await readFile(file, 'utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

function refuse(stderr: Writable, sentence: string): number {
  stderr.write(`${sentence}\n`)
  return 2
}
