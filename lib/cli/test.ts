import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { clearAbandoned } from './abandoned-folders'
import { identityOf } from './processes'
import { rootFolder } from './root'
import { childEnvironment, endChildren, spawnNode } from './run-node'
import { runMain } from './sentence'
import { type Counts, countsOf, readReport, slowest, sums, type Timed, timesOf } from './test-report'
import { readChoice, type Stage, stagesFor } from './test-stages'
import { ensureTestTools } from './test-tools'

// `npm test`: every check in order; one that fails does not keep the next from running. Ends with the true sums. `npm test -- PART WORD`
// runs one part of it, and of that the files whose names contain the word.

/** Reports and traces of this run alone: another one may go on in the same folder. */
const RUN = `.test/run-${process.pid}`

await runMain(async () => {
  const { stages, files, nightly } = readChoice(process.argv.slice(2), stagesFor(RUN))
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
  const total: Counts = { passed: 0, failed: 0, skipped: 0 }
  const times: Timed[] = []
  for (const stage of stages) {
    if (process.exitCode) break
    const { counts, took } = await runStage(stage, files, nightly)
    for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += counts[key]
    times.push(...took)
  }
  for (const prefix of ['xueshi-throwaway-', 'xueshi-test-', 'xueshi-e2e-']) await clearAbandoned(prefix)
  if (times.length > 0) console.log(`\n${slowest(times).join('\n')}`)
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

async function runStage(
  { name, args, report, env = {} }: Stage,
  files: readonly string[],
  nightly: boolean,
): Promise<{ counts: Counts; took: Timed[] }> {
  console.log(`\n· ${name} …`)
  const started = performance.now()
  const code = await run([...args, ...(report ? files : [])], { ...env, ...(nightly ? { XUESHI_REPEATS: '100' } : {}) })
  const written = report ? readReport(join(rootFolder, RUN, report)) : {}
  const counts = countsOf(written)
  // A runner that fails beside its tests, or ran none, has failed once more than it counted.
  const sound = code === 0 && (!report || counts.passed > 0)
  if (!report) counts[sound ? 'passed' : 'failed'] = 1
  else if (!sound && counts.failed === 0) counts.failed = 1
  console.log(
    `  ${name}: ${counts.failed === 0 ? 'good' : 'FAILED'}, ${sums(counts)} (${((performance.now() - started) / 1000).toFixed(1)} s)`,
  )
  return { counts, took: timesOf(written) }
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
