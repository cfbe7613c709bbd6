import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { rootFolder } from './root'

// What the test runners wrote about their runs: how many passed, and which took longest.

export interface Counts {
  passed: number
  failed: number
  skipped: number
}

export interface Timed {
  file: string
  name: string
  seconds: number
}

/** The reports of vitest and Playwright, as far as they are read here. */
interface Report {
  numPassedTests?: number
  numFailedTests?: number
  numPendingTests?: number
  numTodoTests?: number
  testResults?: { name: string; assertionResults: { fullName: string; duration?: number | null }[] }[]
  stats?: { expected: number; unexpected: number; flaky: number; skipped: number }
  suites?: Suite[]
}

interface Suite {
  title: string
  suites?: Suite[]
  specs?: { title: string; file: string; tests: { results: { duration: number }[] }[] }[]
}

export function readReport(file: string): Report {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report
  } catch {
    return {}
  }
}

export function countsOf({ numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0, stats }: Report): Counts {
  if (stats) return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests }
}

/** Every test of a report with the time it took. */
export function timesOf({ testResults = [], suites = [] }: Report): Timed[] {
  return [
    ...testResults.flatMap(({ name, assertionResults }) =>
      assertionResults.map(({ fullName, duration }) => ({
        file: relative(rootFolder, name),
        name: fullName,
        seconds: (duration ?? 0) / 1000,
      })),
    ),
    // Playwright's outermost suites are the files.
    ...suites.flatMap((file) => timesIn(file, [])),
  ]
}

function timesIn({ suites = [], specs = [] }: Suite, titles: string[]): Timed[] {
  return [
    ...specs.map(({ title, file, tests }) => ({
      file: `tests/e2e/${file}`,
      name: [...titles, title].join(' › '),
      seconds: tests.flatMap(({ results }) => results).reduce((sum, { duration }) => sum + duration / 1000, 0),
    })),
    ...suites.flatMap((suite) => timesIn(suite, [...titles, suite.title])),
  ]
}

/** The ten files and the ten tests that took longest, as lines. */
export function slowest(times: readonly Timed[]): string[] {
  const files = [...Map.groupBy(times, ({ file }) => file)].map(([file, tests]) => ({
    name: `${file} (${tests.length})`,
    seconds: tests.reduce((sum, { seconds }) => sum + seconds, 0),
  }))
  const tests = times.map(({ file, name, seconds }) => ({ name: `${file} › ${name}`, seconds }))
  return ['The slowest files:', ...tenOf(files), 'The slowest tests:', ...tenOf(tests)]
}

function tenOf(entries: { name: string; seconds: number }[]): string[] {
  return entries
    .toSorted((one, other) => other.seconds - one.seconds)
    .slice(0, 10)
    .map(({ name, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${name}`)
}

export function sums({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
