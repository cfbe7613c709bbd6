import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { bringAxe, violations } from '../support/axe'
import { expect, inLanguage, type Language, signInWithDemo, test } from '../support/e2e'
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

const WIDTHS = [360, 1280]
/** So many visits a test that two workers end at about the same time. */
const AT_ONCE = 20

// Parts by themselves; what is wrong is said with its path and its HTML, a trace of hundreds of pages adds nothing.
test.describe.configure({ mode: 'parallel' })
test.use({ trace: 'off' })

for (const [login, visits] of Map.groupBy(VISITS, (visit) => visit.as)) {
  for (let from = 0; from < visits.length; from += AT_ONCE) {
    test(`${login ?? 'visitor'}, from visit ${from + 1}`, async ({ page, sql }) => {
      test.setTimeout(600_000)
      if (login) await signInWithDemo(page, login)
      for (const visit of visits.slice(from, from + AT_ONCE)) {
        const path = typeof visit.path === 'string' ? visit.path : await visit.path(sql)
        // The structure and the colours that axe looks at are the same in both languages; the lengths of the texts are not.
        await look(page, visit, path, 'zh-CN', true)
        await look(page, visit, path, 'en', false)
      }
    })
  }
}

async function look(page: Page, visit: Visit, path: string, language: Language, withAxe: boolean): Promise<void> {
  await test.step(`${path} (${visit.state}, ${language})`, async () => {
    await inLanguage(page.context(), language)
    const response = await page.goto(path)
    expect(response?.status(), path).toBe(visit.status ?? 200)
    if (visit.act) await visit.act(page)
    await expect(page.locator('h1').first(), path).toBeVisible()
    await expect(page.locator('html'), path).toHaveAttribute('lang', language)
    const unworded = await page.evaluate(
      () => document.querySelector('main')?.textContent?.match(/\b[a-zA-Z]+(?:\.[a-zA-Z_]+){2,}\b/g) ?? [],
    )
    expect(
      unworded.filter((text) => MESSAGE_KEY.test(text)),
      `${path} shows a message key`,
    ).toEqual([])
    if (withAxe) await bringAxe(page)
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 })
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      expect(wide, `${path} scrolls sideways at ${width}`).toBeLessThanOrEqual(0)
      if (withAxe) expect(await violations(page), `${path} (${visit.state}) at ${width}`).toEqual([])
    }
  })
}

/** next-intl shows `namespace.key.key` where a message is missing. */
const MESSAGE_KEY = new RegExp(
  `^(${readdirSync('lib/i18n/messages/zh-CN')
    .map((file) => file.replace('.json', ''))
    .join('|')})\\.`,
)
