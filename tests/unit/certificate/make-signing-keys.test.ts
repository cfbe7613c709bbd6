import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { P12Signer } from '@libpdf/core'
import { calculateJwkThumbprint } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeSigningKeys } from '@/lib/server/certificate/make-signing-keys'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xueshi-keys-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('keys are made once, also by two at once, and for their owner only', async () => {
  const inside = join(folder, 'secrets')
  const [first, second] = await Promise.all([makeSigningKeys(inside), makeSigningKeys(inside)])
  expect(second).toEqual(first)
  const bytes = await Promise.all([readFile(first.signingKeyFile), readFile(first.p12File)])
  expect(await makeSigningKeys(inside)).toEqual(first)
  expect(await Promise.all([readFile(first.signingKeyFile), readFile(first.p12File)])).toEqual(bytes)
  expect((await readdir(inside)).sort()).toEqual(['signing-key.json', 'signing-p12-password', 'signing.p12'])
  for (const file of await readdir(inside)) expect((await stat(join(inside, file))).mode & 0o777).toBe(0o600)
})

test('the JWK is Ed25519, named by its thumbprint', async () => {
  const { signingKeyFile } = await makeSigningKeys(join(folder, 'jwk'))
  const jwk = JSON.parse(await readFile(signingKeyFile, 'utf8'))
  expect(jwk).toMatchObject({ kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', use: 'sig' })
  expect(jwk.kid).toBe(await calculateJwkThumbprint(jwk))
})

test('the P12 opens with its password only, and its certificate says that it is self-signed', async () => {
  const { p12File, p12Password } = await makeSigningKeys(join(folder, 'p12'))
  const bytes = await readFile(p12File)
  const signer = await P12Signer.create(bytes, p12Password)
  expect(signer.keyType).toBe('RSA')
  expect(Buffer.from(signer.certificate).toString('latin1')).toContain('(self-signed)')
  await expect(P12Signer.create(bytes, 'another')).rejects.toThrow()
})
