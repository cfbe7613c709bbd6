import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import pg from 'pg'
import { DEMO_PASSWORD } from '../../prisma/seed/demo/accounts'
import { startDemonstration } from './demonstration'

export { expect }

/** Responses that a scenario means to get, and which Chromium reports on the console. */
const MEANT = /Failed to load resource: the server responded with a status of (404|409)/

export type Sql = <Row extends Record<string, unknown>>(text: string, values?: unknown[]) => Promise<Row[]>

interface Fixtures {
  /** What the site's owner can look up: keys of rows that a page needs. */
  sql: Sql
}

interface WorkerFixtures {
  /**
   * What a spec sets to its own name if it moves the demonstration's day or changes the rules for everybody: its worker then serves no other
   * spec, and so has a site of its own.
   */
  ownSite: string
  site: undefined
}

/** Where this run puts what it leaves; `npm test` gives each its own. */
const RUN = join(process.cwd(), process.env.XUESHI_TEST_RUN || '.test')

/**
 * Each worker has a site of its own with a fresh demonstration city. Steps find it in XUESHI_TEST_SITE (address), XUESHI_TEST_DATABASE
 * (owner's connection), XUESHI_TEST_LOG (what it printed); where those are given beforehand, that site is used as it is. Every test fails
 * on an error that the browser's console reports.
 */
export const test = base.extend<Fixtures, WorkerFixtures>({
  ownSite: ['', { option: true, scope: 'worker' }],
  site: [
    async ({ ownSite }, use, { workerIndex }) => {
      if (process.env.XUESHI_TEST_SITE) return use(undefined)
      const site = await startDemonstration(join(RUN, `site-${workerIndex}${ownSite && `-${ownSite}`}.log`))
      process.env.XUESHI_TEST_SITE = site.address
      process.env.XUESHI_TEST_DATABASE = site.database
      process.env.XUESHI_TEST_LOG = site.log
      await use(undefined)
      await site.stop()
    },
    { scope: 'worker', auto: true, timeout: 600_000 },
  ],
  baseURL: async ({ site: _ }, use) => use(process.env.XUESHI_TEST_SITE),
  page: async ({ page }, use) => {
    const problems: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error' && !MEANT.test(message.text())) problems.push(message.text())
    })
    page.on('pageerror', (error) => problems.push(String(error)))
    await use(page)
    expect(problems, 'errors on the console').toEqual([])
  },
  sql: async ({ site: _ }, use) => {
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

/** Any account of the demonstration, shown or not. */
export async function signInWithDemo(page: Page, login: string): Promise<void> {
  await signInWith(page, login, DEMO_PASSWORD)
}

const messages = new Map<string, unknown>()

/** The Chinese wording of a message, its variables filled in: what a person looks for on the page. */
export function words(key: string, values: Record<string, string | number> = {}): string {
  const [namespace = '', ...path] = key.split('.')
  if (!messages.has(namespace)) {
    messages.set(namespace, JSON.parse(readFileSync(join(process.cwd(), `lib/i18n/messages/zh-CN/${namespace}.json`), 'utf8')))
  }
  let found = messages.get(namespace)
  for (const name of path) found = (found as Record<string, unknown> | undefined)?.[name]
  if (typeof found !== 'string') throw new RangeError(`no wording ${key}`)
  return found.replace(/\{(\w+)\}/g, (all, name: string) => String(values[name] ?? all))
}

/** Presses the button with these words in the page's main part, then waits until the address is as said. */
export async function press(page: Page, name: string, then?: RegExp): Promise<void> {
  await page.locator('main').getByRole('button', { name, exact: true }).first().click()
  if (then) await expect(page).toHaveURL(then)
}

/** Follows the link with these words in the page's main part, then waits until the address is as said. */
export async function follow(page: Page, name: string, then?: RegExp): Promise<void> {
  await page.locator('main').getByRole('link', { name, exact: true }).first().click()
  if (then) await expect(page).toHaveURL(then)
}
