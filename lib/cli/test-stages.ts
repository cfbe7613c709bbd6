import { COMMAND_FLAGS } from './run-node'
import { Sentence } from './sentence'

export interface Stage {
  /** How `npm test -- KEY` calls it. */
  key: string
  name: string
  args: string[]
  /** Where the runner writes its own counts; a check without one counts as one. */
  report?: string
  env?: Record<string, string>
  /** Keys of what must have run before it, whatever was chosen. */
  needs?: string[]
}

/** What of `npm test` is to run: all of it, or parts of it with the files whose names contain one of these words. */
export interface Choice {
  stages: Stage[]
  files: string[]
  nightly: boolean
}

const BUILD = { XUESHI_BUILD_DIR: '.test/next', XUESHI_TYPES_CHECKED: '1' }
const NEXT = 'node_modules/next/dist/bin/next'
const VITEST = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts', '--reporter=default', '--reporter=json']

/** The checks in their order; `run` is the folder for what they leave. */
export function stagesFor(run: string): Stage[] {
  return [
    { key: 'routes', name: 'Route types', args: [NEXT, 'typegen'], env: { XUESHI_BUILD_DIR: '.test/next' } },
    {
      key: 'types',
      name: 'Types',
      args: ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tests/tsconfig.json'],
      needs: ['routes'],
    },
    { key: 'lint', name: 'Lint and format', args: ['node_modules/@biomejs/biome/bin/biome', 'ci', '--colors=off', '--max-diagnostics=50'] },
    { key: 'dead-code', name: 'Dead code', args: ['node_modules/knip/bin/knip.js', '--no-progress'] },
    {
      key: 'unit',
      name: 'Unit and property tests',
      args: [...VITEST, '--project=unit', `--outputFile=${run}/unit.json`],
      report: 'unit.json',
    },
    {
      key: 'integration',
      name: 'Integration tests',
      args: [...VITEST, '--project=integration', `--outputFile=${run}/integration.json`],
      report: 'integration.json',
    },
    { key: 'build', name: 'Production build', args: [...COMMAND_FLAGS, 'lib/cli/build.ts'], env: BUILD },
    {
      key: 'e2e',
      name: 'End-to-end tests',
      args: ['node_modules/@playwright/test/cli.js', 'test', '--config', 'tests/playwright.config.ts'],
      report: 'e2e.json',
      env: { XUESHI_TYPES_CHECKED: '1' },
      needs: ['build'],
    },
  ]
}

/** Reads what stands behind `npm test --`: keys of checks, then words of file names; `--nightly` repeats the races a hundred times. */
export function readChoice(words: readonly string[], all: readonly Stage[]): Choice {
  const nightly = words.includes('--nightly')
  const [keys, files] = divide(
    words.filter((word) => word !== '--nightly'),
    (word) => all.some(({ key }) => key === word),
  )
  if (keys.length === 0 && files.length > 0) throw new Sentence(unknown(files, all))
  if (keys.length === 0) return { stages: [...all], files: [], nightly }
  const wanted = new Set(keys.flatMap((key) => [key, ...(all.find((stage) => stage.key === key)?.needs ?? [])]))
  if (files.length > 0 && !all.some(({ key, report }) => keys.includes(key) && report)) throw new Sentence(unknown(files, all))
  return { stages: all.filter(({ key }) => wanted.has(key)), files, nightly }
}

function divide<T>(items: readonly T[], belongs: (item: T) => boolean): [T[], T[]] {
  return [items.filter(belongs), items.filter((item) => !belongs(item))]
}

function unknown(words: readonly string[], all: readonly Stage[]): string {
  const keys = all.map(({ key }) => key).join(', ')
  return `npm test has no part "${words.join(' ')}". Its parts: ${keys}; unit, integration and e2e take words of file names behind them.`
}
