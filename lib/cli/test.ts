import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { clearAbandoned } from './abandoned-folders'
import { identityOf } from './processes'
import { rootFolder } from './root'
import { COMMAND_FLAGS, childEnvironment, endChildren, spawnNode } from './run-node'
import { runMain } from './sentence'
import { ensureTestTools } from './test-tools'

// `npm test`: every check in order; one that fails does not keep the next from running. Ends with the true sums.

interface Counts {
  passed: number
  failed: number
  skipped: number
}

interface Stage {
  name: string
  args: string[]
  /** Where the runner writes its own counts; a check without one counts as one. */
  report?: string
  env?: Record<string, string>
}

const BUILD = { XUESHI_BUILD_DIR: '.test/next', XUESHI_TYPES_CHECKED: '1' }
/** Reports and traces of this run alone: another one may go on in the same folder. */
const RUN = `.test/run-${process.pid}`
const NEXT = 'node_modules/next/dist/bin/next'
const VITEST = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts', '--reporter=default', '--reporter=json']

const STAGES: Stage[] = [
  { name: 'Route types', args: [NEXT, 'typegen'], env: { XUESHI_BUILD_DIR: '.test/next' } },
  { name: 'Types', args: ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tests/tsconfig.json'] },
  { name: 'Lint and format', args: ['node_modules/@biomejs/biome/bin/biome', 'ci', '--colors=off', '--max-diagnostics=50'] },
  { name: 'Dead code', args: ['node_modules/knip/bin/knip.js', '--no-progress'] },
  { name: 'Unit and property tests', args: [...VITEST, '--project=unit', `--outputFile=${RUN}/unit.json`], report: 'unit.json' },
  {
    name: 'Integration tests',
    args: [...VITEST, '--project=integration', `--outputFile=${RUN}/integration.json`],
    report: 'integration.json',
  },
  { name: 'Production build', args: [...COMMAND_FLAGS, 'lib/cli/build.ts'], env: BUILD },
  {
    name: 'End-to-end tests',
    args: ['node_modules/@playwright/test/cli.js', 'test', '--config', 'tests/playwright.config.ts'],
    report: 'e2e.json',
    env: { XUESHI_TYPES_CHECKED: '1' },
  },
]

await runMain(async () => {
  const stop = () => {
    endChildren()
    process.exitCode = 130
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.on(signal, stop)
  process.channel?.unref()
  clearOldRuns()
  mkdirSync(join(rootFolder, RUN), { recursive: true })
  console.log('· Browser and other programs for the tests …')
  ensureTestTools((line) => console.log(`  ${line}`))
  const only = process.argv.slice(2)
  const total: Counts = { passed: 0, failed: 0, skipped: 0 }
  for (const stage of STAGES.filter(
    ({ name }) => only.length === 0 || only.some((word) => name.toLowerCase().includes(word.toLowerCase())),
  )) {
    if (process.exitCode) break
    const counts = await runStage(stage)
    for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += counts[key]
  }
  for (const prefix of ['xueshi-throwaway-', 'xueshi-test-', 'xueshi-e2e-']) await clearAbandoned(prefix)
  if (total.failed > 0 || total.passed === 0) process.exitCode ??= 1
  else rmSync(join(rootFolder, RUN), { recursive: true, force: true })
  console.log(`\n${sums(total)}`)
})

/** What earlier runs left: those that failed keep their traces until the next one. */
function clearOldRuns(): void {
  const folder = join(rootFolder, '.test')
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const pid = /^run-(\d+)$/.exec(name)?.[1]
    if (pid && !identityOf(Number(pid))) rmSync(join(folder, name), { recursive: true, force: true })
  }
}

async function runStage({ name, args, report, env = {} }: Stage): Promise<Counts> {
  console.log(`\n· ${name} …`)
  const started = performance.now()
  const code = await run(args, env)
  const counts = report ? countsOf(readReport(report)) : { passed: 0, failed: 0, skipped: 0 }
  // A runner that fails beside its tests, or ran none, has failed once more than it counted.
  const sound = code === 0 && (!report || counts.passed > 0)
  if (!report) counts[sound ? 'passed' : 'failed'] = 1
  else if (!sound && counts.failed === 0) counts.failed = 1
  console.log(
    `  ${name}: ${counts.failed === 0 ? 'good' : 'FAILED'}, ${sums(counts)} (${((performance.now() - started) / 1000).toFixed(1)} s)`,
  )
  return counts
}

/** Runs one check; shows what it printed, all of it for a test runner, else only where it failed. */
function run(args: string[], env: Record<string, string>): Promise<number> {
  const child = spawnNode(args, {
    env: { ...cleanEnvironment(), XUESHI_TEST_RUN: RUN, ...env } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const shown = args.includes('test') || args.includes('run')
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      if (shown) process.stdout.write(chunk)
      else output += chunk
    })
  }
  return new Promise((resolve) => {
    child.on('error', () => resolve(1))
    child.on('close', (code) => {
      if (code !== 0) process.stdout.write(output)
      resolve(code ?? 1)
    })
  })
}

/** Without the settings of a site that may stand in the caller's environment: the tests make their own. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const env = childEnvironment({
    PORT: undefined,
    HOST: undefined,
    NODE_ENV: undefined,
    WEB_DATABASE_URL: undefined,
    SMTP_URL: undefined,
    NO_COLOR: '1',
    FORCE_COLOR: undefined,
  })
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('XUESHI_'))) as NodeJS.ProcessEnv
}

/** The reports of vitest and Playwright, as far as they are read here. */
interface Report {
  numPassedTests?: number
  numFailedTests?: number
  numPendingTests?: number
  numTodoTests?: number
  stats?: { expected: number; unexpected: number; flaky: number; skipped: number }
}

function readReport(file: string): Report {
  try {
    return JSON.parse(readFileSync(join(rootFolder, RUN, file), 'utf8')) as Report
  } catch {
    return {}
  }
}

function countsOf({ numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0, stats }: Report): Counts {
  if (stats) return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests }
}

function sums({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
