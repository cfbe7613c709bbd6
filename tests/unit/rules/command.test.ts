import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, describe, expect, test } from 'vitest'
import { evaluateCommand } from '@/lib/cli/evaluate-command'
import { CollectedStream } from '../../support/collected-stream'

const root = join(import.meta.dirname, '../../..')
const folder = mkdtempSync(join(tmpdir(), 'evaluate-'))
afterAll(() => rmSync(folder, { recursive: true }))

const exam = { id: 'e', category: 'exam', completedOn: '2025-11-02' }
const year = { kind: 'year', year: 2025, records: [exam] }
const term = { kind: 'term', from: '2021-07-01', to: '2024-06-30', years: [] }

/** The command in this process, on streams of its own: starting Node once a case took most of this file's time. */
async function evaluate(args: string[], input: string | Buffer = '') {
  const [stdout, stderr] = [new CollectedStream(), new CollectedStream()]
  const status = await evaluateCommand(args, { stdin: Readable.from([Buffer.from(input)]), stdout, stderr })
  return { status, stdout: stdout.text, stderr: stderr.text }
}

/** The command as package.json's scripts start it: a process with its own streams and exit code. */
function evaluateAsProcess(args: string[], input = '') {
  const form = ['--conditions=react-server', '--import', 'tsx', 'lib/cli/evaluate.ts']
  const { status, stdout, stderr } = spawnSync(process.execPath, [...form, ...args], {
    cwd: root,
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  return { status, stdout, stderr }
}

function paths(stderr: string): string[] {
  const answer: { error: string; issues: { path: string; message: string }[] } = JSON.parse(stderr)
  expect(answer.error).toBe('invalid_input')
  for (const issue of answer.issues) expect(issue.message).not.toBe('')
  return answer.issues.map((issue) => issue.path)
}

describe('an answer', () => {
  test('one case from a file gives one object', async () => {
    const file = join(folder, 'year.json')
    writeFileSync(file, JSON.stringify(year))
    const { status, stdout, stderr } = await evaluate([file])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(JSON.parse(stdout)).toMatchObject({ ruleSet: 'anhui-2025', year: 2025, met: true, totals: { total: 90 } })
  })

  test('a file is named from where the command was called', () => {
    writeFileSync(join(folder, 'here.json'), JSON.stringify(term))
    const { status, stdout } = spawnSync(process.execPath, ['lib/cli/boot.mjs', 'evaluate', 'here.json'], {
      cwd: root,
      env: { ...process.env, INIT_CWD: folder },
      encoding: 'utf8',
    })
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ outcome: 'short' })
  })

  test('a list from standard input gives a list in the same order', async () => {
    const { status, stdout, stderr } = await evaluate(['-'], `\ufeff${JSON.stringify([term, year, term])}`)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(JSON.parse(stdout).map((answer: object) => 'outcome' in answer)).toEqual([true, false, true])
  })

  test('an empty list gives an empty list', async () => {
    expect(JSON.parse((await evaluate(['-'], '[]')).stdout)).toEqual([])
  })

  test('the largest batch is answered whole, through a pipe', () => {
    const { status, stdout } = evaluateAsProcess(['-'], JSON.stringify(Array.from({ length: 100_000 }, () => year)))
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toHaveLength(100_000)
  })
})

describe('input that does not fit', () => {
  test.each([
    ['a text that is not JSON', '{', ['']],
    ['an empty text', '', ['']],
    ['a number', '5', ['']],
    ['null', 'null', ['']],
    ['a bad case', JSON.stringify({ ...year, note: 1, records: [{ ...exam, id: '' }] }), ['note', 'records.0.id']],
    ['bad elements', JSON.stringify([year, 5, [], null, { kind: 'x' }, { ...year, choice: 'y' }]), ['1', '2', '3', '4.kind', '5.choice']],
    ['an own __proto__', '{"kind":"year","year":2025,"records":[],"__proto__":{}}', ['__proto__']],
  ])('%s', async (_, input, expected) => {
    const { status, stdout, stderr } = await evaluate(['-'], input)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(paths(stderr)).toEqual(expected)
  })

  test('bytes that are not UTF-8', async () => {
    const { status, stdout, stderr } = await evaluate(['-'], Buffer.from([0x22, 0xff, 0x22]))
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(paths(stderr)).toEqual([''])
  })

  test('more cases, or more records, than the bounds', async () => {
    const records = Array.from({ length: 1_001 }, (_, n) => ({ ...exam, id: `e${n}` }))
    expect(paths((await evaluate(['-'], JSON.stringify({ ...year, records }))).stderr)).toEqual(['records'])
    const empty = { kind: 'year', year: 2025, records: [] }
    expect(paths((await evaluate(['-'], JSON.stringify(Array.from({ length: 100_001 }, () => empty)))).stderr)).toEqual([''])
  })
})

test('no file, or none named: exit 1 with the reason on standard error', async () => {
  const nowhere = evaluateAsProcess([join(folder, 'nowhere.json')])
  expect(nowhere).toMatchObject({ status: 1, stdout: '' })
  expect(JSON.parse(nowhere.stderr)).toMatchObject({ error: 'unreadable' })
  const none = await evaluate([])
  expect(none).toMatchObject({ status: 1, stdout: '' })
  expect(JSON.parse(none.stderr)).toMatchObject({ error: 'usage' })
})

test('it reads no database', () => {
  const source = ['evaluate.ts', 'evaluate-command.ts'].map((file) => readFileSync(join(root, 'lib/cli', file), 'utf8')).join('\n')
  expect(source).not.toMatch(/lib\/server|prisma|DATABASE/)
})
