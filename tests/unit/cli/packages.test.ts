import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import packageFile from '@/package.json'
import { ROOT } from '../../support/imports'

test('every package is named in one exact version', () => {
  const { dependencies, devDependencies, optionalDependencies, overrides } = packageFile
  const named = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies, ...overrides, ...overrides['next-auth'] })
  const inexact = named.filter(([, version]) => typeof version === 'string' && !/^(\d+\.\d+\.\d+(-[\w.-]+)?|\$[\w-]+)$/.test(version))
  expect(named.length).toBeGreaterThan(40)
  expect(inexact).toEqual([])
})

test('the lock file says what is installed, not from where', () => {
  const lock = readFileSync(join(ROOT, 'package-lock.json'), 'utf8')
  expect(lock).toContain('"integrity"')
  expect(lock).not.toContain('"resolved"')
})
