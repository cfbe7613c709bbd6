import 'server-only'
import { readFile } from 'node:fs/promises'
import { CompactSign, calculateJwkThumbprint, importJWK, type JSONWebKeySet, type JWK } from 'jose'
import { env } from '../runtime/env'

/** What a certificate says of itself in its QR code: enough to be checked without network, and no more than a stranger may know. */
export interface CertificateClaims {
  number: string
  /** The code of the check page, so that a code and a signature of two certificates can't be put together. */
  code: string
  /** Masked. */
  name: string
  /** The credit year; of a term's certificate its last. */
  year: number
  /** Of a term's certificate only: its first credit year. */
  fromYear?: number
  hours: { professional: number; public: number; total: number }
  issuer: string
  date: string
}

export interface ClaimsKeys {
  key: Awaited<ReturnType<typeof importJWK>>
  kid: string
  /** Every public key that certificates were ever signed with. */
  published: JSONWebKeySet
}

let kept: Promise<ClaimsKeys> | undefined

/** The site's keys, from XUESHI_SIGNING_KEY_FILE; read once. */
function siteKeys(): Promise<ClaimsKeys> {
  kept ??= readClaimsKeys(env().XUESHI_SIGNING_KEY_FILE).catch((error) => {
    kept = undefined
    throw error
  })
  return kept
}

/**
 * Reads one Ed25519 JWK, or a JWK set. Of a set the first signs, and all are published: with the new key put in front the
 * certificates signed with an old one can still be checked.
 */
export async function readClaimsKeys(file: string): Promise<ClaimsKeys> {
  const content: JWK | JSONWebKeySet = JSON.parse(await readFile(file, 'utf8'))
  const jwks = 'keys' in content && Array.isArray(content.keys) ? content.keys : [content as JWK]
  const [current] = jwks
  if (!current?.d) throw new Error('The first key in XUESHI_SIGNING_KEY_FILE has no private part.')
  if (jwks.some((jwk) => jwk.kty !== 'OKP' || jwk.crv !== 'Ed25519'))
    throw new Error('The keys in XUESHI_SIGNING_KEY_FILE must be Ed25519.')
  const published = await Promise.all(jwks.map(publicPart))
  return { key: await importJWK(current, 'EdDSA'), kid: published[0]?.kid ?? '', published: { keys: published } }
}

/** By name, so that a private part can't slip through. */
async function publicPart(jwk: JWK): Promise<JWK> {
  return { kty: 'OKP', crv: 'Ed25519', x: jwk.x, kid: jwk.kid ?? (await calculateJwkThumbprint(jwk)), alg: 'EdDSA', use: 'sig' }
}

/** The claims as a compact JWS (EdDSA). Ed25519 has no random part: the same claims give the same text. */
export async function signCertificate(claims: CertificateClaims, by?: ClaimsKeys): Promise<string> {
  const { key, kid } = by ?? (await siteKeys())
  return new CompactSign(new TextEncoder().encode(JSON.stringify(claims))).setProtectedHeader({ alg: 'EdDSA', kid }).sign(key)
}

/** The public keys, as `/.well-known/jwks.json` gives them. */
export async function jwks(by?: ClaimsKeys): Promise<JSONWebKeySet> {
  return (by ?? (await siteKeys())).published
}

/** The text of the QR code: the check page's address, and behind the `#`, which no browser sends anywhere, the signed claims. */
export function qrText(site: string, code: string, jws: string): string {
  return `${site.replace(/\/+$/, '')}/verify/${code}#${jws}`
}
