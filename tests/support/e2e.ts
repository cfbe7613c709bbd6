import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import pg from 'pg'

export { expect }

/** Responses that a scenario means to get, and which Chromium reports on the console. */
const MEANT = /Failed to load resource: the server responded with a status of (404|409)/

interface Fixtures {
  /** What the site's owner can look up: keys of rows that a page needs. */
  sql: <Row extends Record<string, unknown>>(text: string, values?: unknown[]) => Promise<Row[]>
}

/** Every test fails on an error that the browser's console reports. */
export const test = base.extend<Fixtures>({
  baseURL: async ({ browserName: _ }, use) => use(process.env.XUESHI_TEST_SITE),
  page: async ({ page }, use) => {
    const problems: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error' && !MEANT.test(message.text())) problems.push(message.text())
    })
    page.on('pageerror', (error) => problems.push(String(error)))
    await use(page)
    expect(problems, 'errors on the console').toEqual([])
  },
  sql: async ({ browserName: _ }, use) => {
    const pool = new pg.Pool({ connectionString: process.env.XUESHI_TEST_DATABASE, max: 2 })
    await use(async (text, values) => (await pool.query(text, values)).rows)
    await pool.end()
  },
})

export type Language = 'zh-CN' | 'en'

export async function inLanguage(context: BrowserContext, language: Language): Promise<void> {
  await context.addCookies([{ name: 'locale', value: language, url: process.env.XUESHI_TEST_SITE }])
}

/** One click on a demonstration account; answers where its work begins. */
export async function signInAs(page: Page, login: string): Promise<void> {
  await page.goto('/sign-in')
  await page.locator(`button[name=login][value="${login}"]`).click()
  await page.waitForURL((url) => !/^\/(sign-in|start)$/.test(url.pathname))
}

/** With name and password, as people outside the demonstration do. */
export async function signInWith(page: Page, login: string, password: string): Promise<void> {
  await page.goto('/sign-in')
  await page.locator('input[name=login]').fill(login)
  await page.locator('input[name=password]').fill(password)
  await page.locator('form:has(input[name=password]) button[type=submit]').click()
  await page.waitForURL((url) => !/^\/(sign-in|start)$/.test(url.pathname))
}
