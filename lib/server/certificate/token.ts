import 'server-only'
import { readFile } from 'node:fs/promises'
import { CompactSign, importJWK, type JWK } from 'jose'
import { env } from '../env'

/** What a certificate says of itself in its QR code: enough to be checked without network, and no more than a stranger may know. */
export interface CertificateClaims {
  number: string
  /** Masked. */
  name: string
  /** First and last credit year; equal for one year. */
  years: [number, number]
  hours: { professional: number; public: number; total: number }
  issuer: string
  issuedOn: string
}

let kept: Promise<{ key: Awaited<ReturnType<typeof importJWK>>; kid: string | undefined }> | undefined

/** The claims as a compact JWS (EdDSA). Ed25519 is deterministic: the same claims give the same text. */
export async function signClaims(claims: CertificateClaims): Promise<string> {
  kept ??= readKey()
  const { key, kid } = await kept
  const header = { alg: 'EdDSA', ...(kid ? { kid } : {}) }
  return new CompactSign(new TextEncoder().encode(JSON.stringify(claims))).setProtectedHeader(header).sign(key)
}

async function readKey() {
  const jwk = JSON.parse(await readFile(env().XUESHI_SIGNING_KEY_FILE, 'utf8')) as JWK
  return { key: await importJWK(jwk, 'EdDSA'), kid: jwk.kid }
}
