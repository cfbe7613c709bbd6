import 'server-only'
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Actor } from '@/lib/access/types'

const ID_BYTES = 16
const SECRET_BYTES = 16

/**
 * Whoever holds the code acts without an account, signed in or not: what happens to a record stands in its history, which its person reads,
 * and the objector's name is none of it.
 */
export const OBJECTOR: Actor = { accountId: null, personId: null, role: 'visitor', grantId: null, organizationId: null, regionCode: null }

/** The code of an objector's link: which objection, and a secret that only they have. Its hash alone is kept. */
export function newCode(objectionId: string): string {
  return Buffer.concat([Buffer.from(objectionId.replaceAll('-', ''), 'hex'), randomBytes(SECRET_BYTES)]).toString('base64url')
}

export function hashOf(code: string): Buffer {
  return createHash('sha256').update(code).digest()
}

/** Which objection the code names; null where it is no code. Whether it is the right one, its hash says. */
export function objectionOf(code: string): string | null {
  if (!/^[A-Za-z0-9_-]{43}$/.test(code)) return null
  const bytes = Buffer.from(code, 'base64url')
  if (bytes.length !== ID_BYTES + SECRET_BYTES || bytes.toString('base64url') !== code) return null
  const hex = bytes.subarray(0, ID_BYTES).toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

export function codeMatches(code: string, hash: Uint8Array): boolean {
  const given = hashOf(code)
  return hash.length === given.length && timingSafeEqual(given, hash)
}
