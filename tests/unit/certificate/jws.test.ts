import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { compactVerify, createLocalJWKSet, exportJWK, generateKeyPair } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkToken } from '@/lib/server/certificate/check-token'
import { jwks, qrText, readClaimsKeys, signCertificate } from '@/lib/server/certificate/jws'
import { exampleClaims } from '../../builders/certificate-data'
import { makeTestKeys, type TestKeys } from '../../support/signing-keys'

let keys: TestKeys
let token = ''
beforeAll(async () => {
  keys = await makeTestKeys()
  token = await signCertificate(exampleClaims, keys.claims)
})
afterAll(() => keys.remove())

describe('the signed claims', () => {
  test('are checked by any JOSE library with the published keys', async () => {
    const { payload, protectedHeader } = await compactVerify(token, createLocalJWKSet(await jwks(keys.claims)))
    expect(JSON.parse(new TextDecoder().decode(payload))).toEqual(exampleClaims)
    expect(protectedHeader).toEqual({ alg: 'EdDSA', kid: keys.claims.kid })
  })

  test('are the same text each time', async () => {
    expect(await signCertificate(exampleClaims, keys.claims)).toBe(token)
  })

  test('the published keys hold no private part', async () => {
    const published = JSON.stringify(await jwks(keys.claims))
    expect(published).not.toContain('"d"')
    expect(JSON.parse(published).keys[0]).toMatchObject({ kty: 'OKP', crv: 'Ed25519', kid: keys.claims.kid })
  })

  test('an older key behind the new one is still published and still checks', async () => {
    const older = await generateKeyPair('EdDSA', { extractable: true })
    const newer = await generateKeyPair('EdDSA', { extractable: true })
    const file = join(keys.folder, 'rotated.json')
    const [first, second] = [await exportJWK(newer.privateKey), await exportJWK(older.privateKey)]
    await writeFile(file, JSON.stringify(second))
    const signedBefore = await signCertificate(exampleClaims, await readClaimsKeys(file))
    await writeFile(file, JSON.stringify({ keys: [first, second] }))
    const rotated = await readClaimsKeys(file)
    expect(rotated.published.keys).toHaveLength(2)
    expect(await checkToken(signedBefore, rotated.published)).toMatchObject({ valid: true })
    expect(await checkToken(await signCertificate(exampleClaims, rotated), rotated.published)).toMatchObject({
      valid: true,
      kid: rotated.kid,
    })
  })
})

describe('checking', () => {
  const SITE = 'https://xueshi.example'

  test('the whole QR text and the bare signature are valid', async () => {
    const answer = { valid: true, kid: keys.claims.kid, payload: exampleClaims }
    expect(await checkToken(qrText(SITE, exampleClaims.code, token), keys.claims.published)).toEqual(answer)
    expect(await checkToken(qrText(`${SITE}/`, exampleClaims.code, token), keys.claims.published)).toEqual(answer)
    expect(await checkToken(` ${token}\n`, keys.claims.published)).toEqual(answer)
  })

  test('a changed payload is not', async () => {
    const [header, , signature] = token.split('.')
    const forged = Buffer.from(JSON.stringify({ ...exampleClaims, hours: { professional: 90, public: 30, total: 120 } })).toString(
      'base64url',
    )
    expect(await checkToken([header, forged, signature].join('.'), keys.claims.published)).toEqual({
      valid: false,
      reason: 'bad_signature',
    })
  })

  test('no single changed character of the text passes', async () => {
    for (let index = 0; index < token.length; index += 1) {
      const changed = token.slice(0, index) + (token.charAt(index) === 'A' ? 'B' : 'A') + token.slice(index + 1)
      expect((await checkToken(changed, keys.claims.published)).valid, `character ${index}`).toBe(false)
    }
  })

  test('an unsigned token, another algorithm, a foreign key are refused', async () => {
    const unsigned = `${Buffer.from(JSON.stringify({ alg: 'none', kid: keys.claims.kid })).toString('base64url')}.${token.split('.')[1]}.`
    expect(await checkToken(unsigned, keys.claims.published)).toMatchObject({ valid: false })
    const hmac = `${Buffer.from(JSON.stringify({ alg: 'HS256', kid: keys.claims.kid })).toString('base64url')}.${token.split('.').slice(1).join('.')}`
    expect(await checkToken(hmac, keys.claims.published)).toEqual({ valid: false, reason: 'bad_signature' })
    const stranger = await makeTestKeys()
    expect(await checkToken(await signCertificate(exampleClaims, stranger.claims), keys.claims.published)).toEqual({
      valid: false,
      reason: 'unknown_key',
    })
    await stranger.remove()
  })

  test('a code of another certificate before a good signature is refused', async () => {
    expect(await checkToken(qrText(SITE, '0000-0000-0000-0000', token), keys.claims.published)).toEqual({
      valid: false,
      reason: 'other_code',
    })
  })

  test('something signed that is no certificate is refused', async () => {
    const odd = await signCertificate({ ...exampleClaims, number: 'FY2025-341202-0009317-1' }, keys.claims)
    expect(await checkToken(odd, keys.claims.published)).toEqual({ valid: false, reason: 'not_a_certificate' })
  })

  test('text without a signature says so', async () => {
    for (const text of ['', '#', SITE, `https://x/verify/${exampleClaims.code}#`]) {
      expect((await checkToken(text, keys.claims.published)).valid).toBe(false)
    }
    expect(await checkToken('', keys.claims.published)).toEqual({ valid: false, reason: 'no_signature' })
    expect(await checkToken('#a.b.c', keys.claims.published)).toEqual({ valid: false, reason: 'malformed' })
  })
})
