import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { endProcess, freePort, identityOf } from '@/lib/cli/processes'
import { installedBrowser } from '@/lib/cli/test-tools'
import { startWeb, untilHealthy } from '@/lib/cli/web-process'
import { queryOf } from '@/lib/rules/what-if/address'
import { crowded, ENTRIES } from './crowded-year'
import type { BenchRow } from './row'
import { rounded } from './row'

const PRESSES = 20
/** Milliseconds in which a page is quiet, and between two presses. */
const QUIET = 2_000
const BETWEEN = 300

/** A press on the calculator in a real browser: from the click until what it changed is laid out. Needs a build and the browser of the tests. */
export async function benchPresses(buildFolder: string): Promise<BenchRow[]> {
  const name = `calculator, ${ENTRIES} entries: a press with its drawing`
  const executablePath = installedBrowser()
  if (!existsSync(join(buildFolder, 'BUILD_ID'))) return [{ name, value: 'no build', unit: '', target: '≤ 16' }]
  if (!executablePath) return [{ name, value: 'no browser', unit: '', target: '≤ 16' }]
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const web = startWeb('start', '127.0.0.1', port, { NEXTAUTH_URL: address, XUESHI_SITE_URL: address, XUESHI_BUILD_DIR: buildFolder })
  try {
    await untilHealthy(web, address, 60_000)
    const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
      await page.goto(`${address}/calculator?${queryOf(crowded())}`)
      await page.waitForTimeout(QUIET)
      const times: number[] = []
      for (let press = 0; press < PRESSES; press += 1) times.push(await pressOnce(page))
      return rowsOf(name, times)
    } finally {
      await browser.close()
    }
  } finally {
    const identity = web.child.pid ? identityOf(web.child.pid) : null
    if (identity) await endProcess(identity, 'SIGTERM', 10_000)
  }
}

/** Removes the last entry. React answers a click before the browser goes on: asking for a size then makes it lay out all that changed. */
async function pressOnce(page: Page): Promise<number> {
  const took = await page.evaluate(async () => {
    const button = [...document.querySelectorAll<HTMLButtonElement>('button[name=remove]')].at(-1)
    if (!button) throw new Error('nothing to remove')
    const rows = document.querySelectorAll('button[name=remove]').length
    const start = performance.now()
    button.click()
    await new Promise<void>((resolve) => queueMicrotask(resolve))
    document.body.getBoundingClientRect()
    const end = performance.now()
    if (document.querySelectorAll('button[name=remove]').length !== rows - 1) throw new Error('the press was not answered')
    return end - start
  })
  await page.waitForTimeout(BETWEEN)
  return took
}

function rowsOf(name: string, times: number[]): BenchRow[] {
  const [first = 0, ...others] = times
  others.sort((a, b) => a - b)
  const at = (share: number) => rounded(others[Math.min(others.length - 1, Math.floor(others.length * share))] ?? 0)
  return [
    { name, value: at(0.5), unit: `ms, ${at(0.95)} at the 95th`, target: '≤ 16' },
    { name: '  the very first', value: rounded(first), unit: 'ms', target: '≤ 16' },
  ]
}
