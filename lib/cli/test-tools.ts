import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { rootFolder } from './root'

// The programs that the tests need beside the packages: a browser, and readers of QR codes and PDFs.

/** Chromium without a window is Playwright's own default: it takes half of the whole browser's processor time for the same pages. */
const HEADLESS = 'chromium-headless-shell'
const BROWSERS = [HEADLESS, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const PROGRAMS: Record<string, string> = { zbarimg: 'zbar-tools', pdftotext: 'poppler-utils', pdfsig: 'poppler-utils' }

/** The path of the browser for the tests: CHROMIUM, else an installed one; null where there is at most Playwright's own. */
export function installedBrowser(): string | null {
  return process.env.CHROMIUM || BROWSERS.map(pathOf).find((path) => path !== null) || null
}

/** The full path of a program; null where it is not on the PATH. */
export function pathOf(program: string): string | null {
  for (const folder of (process.env.PATH ?? '').split(':')) if (folder && existsSync(`${folder}/${program}`)) return `${folder}/${program}`
  return null
}

/** Installs what is missing: as root Debian's packages, else Playwright's own browser. Reports what could not be installed. */
export function ensureTestTools(say: (line: string) => void): void {
  const missing = missingPackages()
  if (missing.length > 0 && process.getuid?.() === 0 && pathOf('apt-get')) {
    say(`installing ${missing.join(', ')} …`)
    const options = {
      stdio: ['ignore', 'pipe', 'pipe'] as ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }
    spawnSync('apt-get', ['update', '-q'], options)
    const install = (packages: string[]) => spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], options)
    // One by one: older systems have the whole browser only.
    for (const name of missing) {
      const done = install([name])
      if (done.status === 0 || (name === HEADLESS && (installedBrowser() || install(['chromium']).status === 0))) continue
      say(`apt-get failed: ${done.stderr.toString().trim()}`)
    }
  }
  if (!installedBrowser() && !hasPlaywrightBrowser()) {
    say("installing Playwright's own Chromium …")
    spawnSync(process.execPath, [`${rootFolder}/node_modules/playwright/cli.js`, 'install', 'chromium'], { stdio: ['ignore', 2, 2] })
  }
  const still = missingPackages().filter((name) => name !== HEADLESS || !(installedBrowser() || hasPlaywrightBrowser()))
  if (still.length > 0) say(`missing: ${still.join(', ')} (Debian's names); please install them`)
}

function missingPackages(): string[] {
  const missing = Object.entries(PROGRAMS).filter(([program]) => !pathOf(program))
  const packages = missing.map(([, name]) => name)
  if (!process.env.CHROMIUM && !pathOf(HEADLESS)) packages.push(HEADLESS)
  if (process.platform === 'linux' && !hasChineseFont()) packages.push('fonts-noto-cjk')
  return [...new Set(packages)]
}

function hasChineseFont(): boolean {
  return (spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' }).stdout ?? '').trim() !== ''
}

function hasPlaywrightBrowser(): boolean {
  const script = "const { chromium } = require('playwright'); process.exit(require('fs').existsSync(chromium.executablePath()) ? 0 : 1)"
  return spawnSync(process.execPath, ['-e', script], { cwd: rootFolder }).status === 0
}
