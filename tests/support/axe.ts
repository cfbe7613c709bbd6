import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults } from 'axe-core'

declare global {
  interface Window {
    axe: typeof import('axe-core')
  }
}

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Brings axe into the page as it stands; for that page's every width. No page of the site has frames. */
export async function bringAxe(page: Page): Promise<void> {
  await page.evaluate(source)
}

/** What axe finds wrong now: the rule and the elements' HTML. */
export async function violations(page: Page): Promise<{ rule: string; elements: string[] }[]> {
  const found: AxeResults = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }))
  return found.violations.map(({ id, nodes }) => ({ rule: id, elements: nodes.map(({ html }) => html.slice(0, 200)) }))
}
