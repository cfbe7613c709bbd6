import { defineConfig } from '@playwright/test'
import { installedBrowser } from '../lib/cli/test-tools'

const asRoot = process.getuid?.() === 0
const executablePath = installedBrowser() ?? undefined

/** Where this run puts what it leaves; `npm test` gives each its own. */
const run = process.env.XUESHI_TEST_RUN || '.test'

const CLOCK = /(employer|bureau|roster)-path\.spec\.ts/
const RULES = /rule-sets\.spec\.ts/

export default defineConfig({
  testDir: './e2e',
  outputDir: `../${run}/playwright`,
  globalSetup: './support/site.ts',
  forbidOnly: Boolean(process.env.CI),
  // Two cores serve the site, the database and the browsers.
  workers: 2,
  // What moves the demonstration's day comes last and one after another: it would end the publicity periods that others look at.
  projects: [
    { name: 'pages', testIgnore: [CLOCK, RULES] },
    { name: 'clock', testMatch: CLOCK, workers: 1, dependencies: ['pages'] },
    // Other rules for everybody: the very last.
    { name: 'rules', testMatch: RULES, workers: 1, dependencies: ['clock'] },
  ],
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: `../${run}/e2e.json` }]],
  use: {
    // A button that never comes fails within this, not at the end of its test.
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        ...(asRoot ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
})
