import { availableParallelism } from 'node:os'
import { defineConfig } from '@playwright/test'
import { installedBrowser } from '../lib/cli/test-tools'

const asRoot = process.getuid?.() === 0
const executablePath = installedBrowser() ?? undefined

/** Where this run puts what it leaves; `npm test` gives each its own. */
const run = process.env.XUESHI_TEST_RUN || '.test'

/** Real starts, and specs with a site of their own: they take longest, so they come first. */
const FIRST = /(start-and-stop|employer-path|bureau-path|roster-path|rule-sets)\.(spec|test)\.ts/
/** A site that is there already is one for all: those that change it for everybody come last, one after another. */
const shared = Boolean(process.env.XUESHI_TEST_SITE)
const projects = [
  { name: 'own', testMatch: FIRST },
  { name: 'pages', testIgnore: FIRST },
]

export default defineConfig({
  testDir: './e2e',
  globalSetup: './support/demonstration.ts',
  outputDir: `../${run}/playwright`,
  forbidOnly: Boolean(process.env.CI),
  // Each worker has a site, its database and a browser to itself.
  workers: shared ? 1 : Math.max(2, Math.floor(availableParallelism() / 2)),
  projects: shared ? projects.toReversed() : projects,
  timeout: 90_000,
  // Room for a machine on which others work too.
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: `../${run}/e2e.json` }]],
  use: {
    // A button that never comes fails within this, not at the end of its test.
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // The pages' DOM at every step, without a film of them, which took a tenth of the browser's time.
    trace: { mode: 'retain-on-failure', screenshots: false },
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
