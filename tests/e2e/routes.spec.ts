import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { bringAxe, violations } from '../support/axe'
import { expect, inLanguage, type Language, type Sql, signInWithDemo, test } from '../support/e2e'
import { VISITS } from './visits/all'
import { NOT_LOOKED_AT, type Visit } from './visits/visit'

const manifest: Record<string, string> = JSON.parse(
  readFileSync(join(process.cwd(), process.env.XUESHI_BUILD_DIR ?? '.test/next', 'app-path-routes-manifest.json'), 'utf8'),
)
const routes = Object.entries(manifest)
  .filter(([file]) => file.endsWith('/page'))
  .map(([, route]) => route)

test('every page of the build is visited below', () => {
  const visited = new Set([...VISITS.map((visit) => visit.route), ...NOT_LOOKED_AT])
  expect(routes.filter((route) => !visited.has(route))).toEqual([])
  expect([...visited].filter((route) => !routes.includes(route))).toEqual([])
})

const LANGUAGES: Language[] = ['zh-CN', 'en']
const WIDTHS = [360, 1280]

// Each account and language by itself; what is wrong is said with its path and its HTML, a trace of hundreds of pages adds nothing.
test.describe.configure({ mode: 'parallel' })
test.use({ trace: 'off' })

for (const [login, visits] of Map.groupBy(VISITS, (visit) => visit.as)) {
  for (const language of LANGUAGES) {
    test(`${login ?? 'visitor'}, ${language}`, async ({ page, context, sql }) => {
      test.setTimeout(600_000)
      await inLanguage(context, language)
      if (login) await signInWithDemo(page, login)
      for (const visit of visits) await look(page, visit, sql)
    })
  }
}

async function look(page: Page, visit: Visit, sql: Sql): Promise<void> {
  const path = typeof visit.path === 'string' ? visit.path : await visit.path(sql)
  await test.step(`${path} (${visit.state})`, async () => {
    const response = await page.goto(path)
    expect(response?.status(), path).toBe(visit.status ?? 200)
    if (visit.act) await visit.act(page)
    await expect(page.locator('h1').first(), path).toBeVisible()
    const unworded = await page.evaluate(
      () => document.querySelector('main')?.textContent?.match(/\b[a-zA-Z]+(?:\.[a-zA-Z_]+){2,}\b/g) ?? [],
    )
    expect(
      unworded.filter((text) => MESSAGE_KEY.test(text)),
      `${path} shows a message key`,
    ).toEqual([])
    await bringAxe(page)
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 })
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      expect(wide, `${path} scrolls sideways at ${width}`).toBeLessThanOrEqual(0)
      expect(await violations(page), `${path} (${visit.state}) at ${width}`).toEqual([])
    }
  })
}

/** next-intl shows `namespace.key.key` where a message is missing. */
const MESSAGE_KEY = new RegExp(
  `^(${readdirSync('lib/i18n/messages/zh-CN')
    .map((file) => file.replace('.json', ''))
    .join('|')})\\.`,
)
