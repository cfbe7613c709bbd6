import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { countsOf, readReport, slowest, sums, timesOf } from '@/lib/cli/test-report'
import { readChoice, stagesFor } from '@/lib/cli/test-stages'
import { ROOT } from '../../support/imports'

// `npm test` ends with sums that others read: they are of what the runners wrote, and what it is asked to run is what it runs.

const all = stagesFor('.test/run-1')
const chosen = (...words: string[]) => {
  const { stages, files, nightly } = readChoice(words, all)
  return { keys: stages.map(({ key }) => key), files, nightly }
}

describe('what is run', () => {
  test('everything, in order, where nothing is named', () => {
    expect(chosen()).toEqual({ keys: all.map(({ key }) => key), files: [], nightly: false })
    expect(chosen('--nightly')).toEqual({ keys: all.map(({ key }) => key), files: [], nightly: true })
  })

  test('one part with what it needs, and words of file names for its runner', () => {
    expect(chosen('unit', 'rules')).toEqual({ keys: ['unit'], files: ['rules'], nightly: false })
    expect(chosen('e2e', 'canary', 'filing')).toEqual({ keys: ['build', 'e2e'], files: ['canary', 'filing'], nightly: false })
    expect(chosen('types').keys).toEqual(['routes', 'types'])
  })

  test('a part that there is not, or that has no files, is said', () => {
    expect(() => chosen('units')).toThrow(/no part "units".*unit, integration/)
    expect(() => chosen('lint', 'rules')).toThrow(/no part "rules"/)
  })
})

describe('what is counted', () => {
  const folder = mkdtempSync(join(tmpdir(), 'xueshi-reports-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const written = (report: object) => {
    writeFileSync(join(folder, 'report.json'), JSON.stringify(report))
    return readReport(join(folder, 'report.json'))
  }

  test("vitest's report", () => {
    const assertionResults = [
      { fullName: 'a', duration: 1500 },
      { fullName: 'b', duration: null },
    ]
    const numbers = { numPassedTests: 7, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 }
    const report = written({ ...numbers, testResults: [{ name: `${ROOT}tests/unit/x.test.ts`, assertionResults }] })
    expect(countsOf(report)).toEqual({ passed: 7, failed: 1, skipped: 3 })
    expect(timesOf(report)).toEqual([
      { file: 'tests/unit/x.test.ts', name: 'a', seconds: 1.5 },
      { file: 'tests/unit/x.test.ts', name: 'b', seconds: 0 },
    ])
  })

  test("Playwright's report, whose suites stand in each other", () => {
    const spec = (title: string, duration: number) => ({ title, file: 'x.spec.ts', tests: [{ results: [{ duration }] }] })
    const suites = [{ title: 'x.spec.ts', specs: [spec('outer', 2000)], suites: [{ title: 'with scripts', specs: [spec('inner', 4000)] }] }]
    const report = written({ stats: { expected: 2, unexpected: 1, flaky: 1, skipped: 4 }, suites })
    expect(countsOf(report)).toEqual({ passed: 3, failed: 1, skipped: 4 })
    expect(timesOf(report)).toEqual([
      { file: 'tests/e2e/x.spec.ts', name: 'outer', seconds: 2 },
      { file: 'tests/e2e/x.spec.ts', name: 'with scripts › inner', seconds: 4 },
    ])
  })

  test('no report, or half of one: nothing passed', () => {
    expect(countsOf(readReport(join(folder, 'none.json')))).toEqual({ passed: 0, failed: 0, skipped: 0 })
    writeFileSync(join(folder, 'half.json'), '{"numPassedTests": 5, ')
    expect(countsOf(readReport(join(folder, 'half.json'))).passed).toBe(0)
  })

  test('the ten slowest files and tests, the slowest first', () => {
    const times = Array.from({ length: 24 }, (_, index) => ({ file: `f${Math.floor(index / 2)}`, name: `t${index}`, seconds: index }))
    const lines = slowest(times)
    expect(lines).toHaveLength(22)
    expect(lines[1]).toMatch(/45\.0 s {2}f11 \(2\)/)
    expect(lines[12]).toMatch(/23\.0 s {2}f11 › t23/)
  })

  test('the last line', () => {
    expect(sums({ passed: 5, failed: 0, skipped: 0 })).toBe('5 passed, 0 failed')
    expect(sums({ passed: 5, failed: 1, skipped: 2 })).toBe('5 passed, 1 failed, 2 skipped')
  })
})
