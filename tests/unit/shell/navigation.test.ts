import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { navigationFor } from '@/components/shell/navigation'
import { ROLES } from '@/lib/access/types'
import en from '@/lib/i18n/messages/en/nav.json'

const APP = join(import.meta.dirname, '../../../app')

/** The addresses of the pages without parameters, groups left out. */
const addresses = new Set(
  readdirSync(APP, { recursive: true, encoding: 'utf8' })
    .filter((path) => /(^|\/)page\.tsx$/.test(path) && !path.includes('['))
    .map(
      (path) =>
        `/${path
          .replace(/\(\w+\)\//g, '')
          .replace(/\/?page\.tsx$/, '')
          .replace(/\\/g, '/')}`,
    ),
)

test.each([null, ...ROLES])('the navigation of %s leads to pages that exist, each with its word', (role) => {
  expect(addresses).toContain('/rules')
  for (const { key, href } of navigationFor(role)) {
    expect(addresses, href).toContain(href)
    const word = key.split('.').reduce<unknown>((place, part) => (place as Record<string, unknown>)[part], en)
    expect(word, key).toBeTypeOf('string')
  }
})
