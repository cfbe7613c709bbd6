import 'server-only'
import { generateKeyPair, randomBytes } from 'node:crypto'
import { access, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { calculateJwkThumbprint, type JWK } from 'jose'
import forge from 'node-forge'

export interface SigningKeyFiles {
  /** Ed25519 private JWK: signs the text in the QR code. */
  signingKeyFile: string
  /** RSA key with its self-signed certificate: signs the PDF. */
  p12File: string
  p12Password: string
}

/** What a viewer shows as the signer: nobody shall take it for a certificate of an accredited authority. */
const SUBJECT = [
  { name: 'commonName', value: 'Xueshi certificate signing (self-signed)' },
  { name: 'organizationName', value: 'Self-signed, not issued by any certification authority' },
]

// Fixed rather than from today: the demonstration's clock runs apart from the machine's, and its signatures must lie inside.
const VALID_FROM = new Date('2025-01-01T00:00:00Z')
const VALID_TO = new Date('2049-12-31T00:00:00Z')

const makeKeyPair = promisify(generateKeyPair)

/**
 * The keys of the embedded default, made in `folder` where they are missing and never changed afterwards. Two processes may
 * call it at once: the files of the first one stand.
 */
export async function makeSigningKeys(folder: string): Promise<SigningKeyFiles> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const files = {
    signingKey: join(folder, 'signing-key.json'),
    p12: join(folder, 'signing.p12'),
    password: join(folder, 'signing-p12-password'),
  }
  await writeOnce(files.signingKey, makeJwk)
  await writeOnce(files.password, async () => Buffer.from(randomBytes(24).toString('base64url')))
  const p12Password = (await readFile(files.password, 'utf8')).trim()
  await writeOnce(files.p12, () => makeP12(p12Password))
  return { signingKeyFile: files.signingKey, p12File: files.p12, p12Password }
}

async function makeJwk(): Promise<Buffer> {
  const { privateKey } = await makeKeyPair('ed25519')
  const jwk = privateKey.export({ format: 'jwk' }) as JWK
  return Buffer.from(`${JSON.stringify({ ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'EdDSA', use: 'sig' }, null, 2)}\n`)
}

/** RSA and not P-256: its PKCS #1 v1.5 signatures have no random part, so that the same certificate gives the same bytes. */
async function makeP12(password: string): Promise<Buffer> {
  const pair = await makeKeyPair('rsa', { modulusLength: 2048 })
  const key = forge.pki.privateKeyFromPem(pair.privateKey.export({ type: 'pkcs1', format: 'pem' }).toString())
  const certificate = forge.pki.createCertificate()
  certificate.publicKey = forge.pki.publicKeyFromPem(pair.publicKey.export({ type: 'spki', format: 'pem' }).toString())
  // A leading zero keeps the number positive.
  certificate.serialNumber = `00${randomBytes(15).toString('hex')}`
  certificate.validity.notBefore = VALID_FROM
  certificate.validity.notAfter = VALID_TO
  certificate.setSubject(SUBJECT)
  certificate.setIssuer(SUBJECT)
  certificate.setExtensions([
    { name: 'basicConstraints', cA: false, critical: true },
    { name: 'keyUsage', digitalSignature: true, nonRepudiation: true, critical: true },
    // RFC 9336, signing of documents; and e-mail, since viewers that know no other purpose call the certificate corrupt without it.
    { name: 'extKeyUsage', '1.3.6.1.5.5.7.3.36': true, emailProtection: true },
    { name: 'subjectKeyIdentifier' },
  ])
  certificate.sign(key, forge.md.sha256.create())
  const p12 = forge.pkcs12.toPkcs12Asn1(key, [certificate], password, { algorithm: 'aes256' })
  return Buffer.from(forge.asn1.toDer(p12).getBytes(), 'binary')
}

/** The file appears whole or not at all, and only where there was none. */
async function writeOnce(file: string, make: () => Promise<Buffer>): Promise<void> {
  if (await exists(file)) return
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  await writeFile(draft, await make(), { mode: 0o600, flag: 'wx' })
  try {
    await link(draft, file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    await rm(draft, { force: true })
  }
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}
