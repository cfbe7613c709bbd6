import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyCommand } from '@/lib/cli/verify-command'
import { qrText, signCertificate } from '@/lib/server/certificate/jws'
import { exampleClaims } from '../../builders/certificate-data'
import { CollectedStream } from '../../support/collected-stream'
import { makeTestKeys, type TestKeys } from '../../support/signing-keys'

let keys: TestKeys
let file = ''
let text = ''
beforeAll(async () => {
  keys = await makeTestKeys()
  file = join(keys.folder, 'jwks.json')
  await writeFile(file, JSON.stringify(keys.claims.published))
  text = qrText('https://xueshi.example', exampleClaims.code, await signCertificate(exampleClaims, keys.claims))
})
afterAll(() => keys.remove())

test('a good text: its claims, exit 0', () => {
  const { status, stdout } = verify('--keys', file, text)
  expect(JSON.parse(stdout)).toEqual({ valid: true, kid: keys.claims.kid, payload: exampleClaims })
  expect(status).toBe(0)
})

test('a bad text: the reason, exit 1', () => {
  const { status, stdout } = verify('--keys', file, `${text.slice(0, -8)}AAAAAAAA`)
  expect(JSON.parse(stdout)).toEqual({ valid: false, reason: 'bad_signature' })
  expect(status).toBe(1)
})

test('bad usage: a sentence, no answer, exit 2', async () => {
  const usages = [
    [],
    [text],
    ['--keys', file],
    ['--keys', file, text, text],
    ['--key', file, text],
    ['--keys', join(keys.folder, 'none'), text],
  ]
  for (const args of usages) {
    // In this process: starting Node for each of them took most of this file's time.
    const [stdout, stderr] = [new CollectedStream(), new CollectedStream()]
    expect([await verifyCommand(args, { stdout, stderr }), stdout.text]).toEqual([2, ''])
    expect(stderr.text).not.toBe('')
  }
  const { status, stdout, stderr } = verify()
  expect([status, stdout]).toEqual([2, ''])
  expect(stderr).not.toBe('')
})

function verify(...args: string[]) {
  const command = ['--conditions=react-server', '--import', 'tsx', 'lib/cli/verify.ts', ...args]
  return spawnSync(process.execPath, command, { encoding: 'utf8' })
}
