import 'server-only'
import { compactVerify, createLocalJWKSet, decodeProtectedHeader, errors, type JSONWebKeySet } from 'jose'
import { z } from 'zod'
import { parseCertificateNumber } from '@/lib/numbers/certificate-number'
import { parseCheckCode } from '@/lib/numbers/check-code'
import type { CertificateClaims } from './jws'

export type TokenProblem = 'no_signature' | 'malformed' | 'unknown_key' | 'bad_signature' | 'not_a_certificate' | 'other_code'
export type TokenAnswer = { valid: true; kid: string; payload: CertificateClaims } | { valid: false; reason: TokenProblem }

const hours = z.number().min(0).max(100_000)

const claims: z.ZodType<CertificateClaims> = z.object({
  number: z.string().refine((text) => parseCertificateNumber(text) !== null),
  code: z.string().refine((text) => parseCheckCode(text) === text),
  name: z.string().max(200),
  year: z.number().int(),
  fromYear: z.number().int().optional(),
  hours: z.object({ professional: hours, public: hours, total: hours }),
  issuer: z.string().max(200),
  date: z.iso.date(),
})

/**
 * Checks the whole text of a QR code, or a bare JWS, against published keys, without network. `valid` says that the issuer
 * signed exactly this; whether the certificate was revoked since then only the check page knows.
 */
export async function checkToken(text: string, keys: JSONWebKeySet): Promise<TokenAnswer> {
  const given = text.trim()
  const hash = given.lastIndexOf('#')
  const token = given.slice(hash + 1)
  if (!token.includes('.')) return { valid: false, reason: 'no_signature' }
  if (!isCanonical(token)) return { valid: false, reason: 'malformed' }
  const verified = await verifySignature(token, keys)
  if (typeof verified === 'string') return { valid: false, reason: verified }
  const payload = claims.safeParse(parseJson(verified.payload))
  if (!payload.success) return { valid: false, reason: 'not_a_certificate' }
  if (hash >= 0 && codeOf(given.slice(0, hash)) !== payload.data.code) return { valid: false, reason: 'other_code' }
  return { valid: true, kid: verified.kid, payload: payload.data }
}

async function verifySignature(token: string, keys: JSONWebKeySet): Promise<{ payload: Uint8Array; kid: string } | TokenProblem> {
  try {
    const { kid } = decodeProtectedHeader(token)
    if (!kid || !keys.keys.some((key) => key.kid === kid)) return 'unknown_key'
    const { payload } = await compactVerify(token, createLocalJWKSet(keys), { algorithms: ['EdDSA'] })
    return { payload, kid }
  } catch (error) {
    if (error instanceof errors.JWKSNoMatchingKey) return 'unknown_key'
    if (error instanceof errors.JWSSignatureVerificationFailed || error instanceof errors.JOSEAlgNotAllowed) return 'bad_signature'
    return 'malformed'
  }
}

/** Base64url leaves bits of a last character unused; only one spelling of a signature is ours. */
function isCanonical(token: string): boolean {
  return token.split('.').every((part) => Buffer.from(part, 'base64url').toString('base64url') === part)
}

function codeOf(address: string): string | null {
  return parseCheckCode(address.slice(address.lastIndexOf('/') + 1))
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return null
  }
}
