import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { evaluateTerm } from '@/lib/rules/evaluate-term'
import { evaluateYear } from '@/lib/rules/evaluate-year'
import { parseInput } from '@/lib/rules/parse'
import type { Case, Issue, TermResult, YearResult } from '@/lib/rules/types'

/** Where the command reads and writes: the process's own streams, or a test's. */
export interface EvaluateStreams {
  stdin: Readable
  stdout: Writable
  stderr: Writable
}

/** `evaluate FILE|-`: the crediting rules on a JSON file or standard input. 0: done; 2: the input does not fit; 1: no such file. */
export async function evaluateCommand(args: readonly string[], streams: EvaluateStreams): Promise<number> {
  const { stdout, stderr } = streams
  const [file] = args
  if (file === undefined || args.length !== 1)
    return refuse(stderr, 1, { error: 'usage', message: 'evaluate FILE, or - for standard input' })
  const bytes = await readInput(file, streams.stdin)
  if (bytes === null) return refuse(stderr, 1, { error: 'unreadable', message: `cannot read ${file}` })

  const json = parseJson(bytes)
  if (!json.ok) return invalid(stderr, json.issues)
  const input = parseInput(json.value)
  if (!input.ok) return invalid(stderr, input.issues)
  if (Array.isArray(input.value)) await writeList(stdout, input.value)
  else await write(stdout, `${JSON.stringify(evaluate(input.value), null, 2)}\n`)
  return 0
}

/** A file name is meant from where npm was called, which runs scripts in the top folder. */
async function readInput(file: string, stdin: Readable): Promise<Buffer | null> {
  try {
    return file === '-' ? await buffer(stdin) : await readFile(resolve(process.env.XUESHI_CALLED_FROM ?? '.', file))
  } catch {
    return null
  }
}

function parseJson(bytes: Buffer): { ok: true; value: unknown } | { ok: false; issues: Issue[] } {
  try {
    return { ok: true, value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) }
  } catch (error) {
    return { ok: false, issues: [{ path: '', message: `is not JSON in UTF-8: ${error instanceof Error ? error.message : String(error)}` }] }
  }
}

function evaluate(input: Case): YearResult | TermResult {
  return input.kind === 'year' ? evaluateYear(input) : evaluateTerm(input)
}

/** Element by element: the answers to a large batch do not fit into one string. */
async function writeList(stdout: Writable, cases: readonly Case[]): Promise<void> {
  let pending = '['
  for (const [index, input] of cases.entries()) {
    pending += `${index === 0 ? '\n' : ',\n'}${JSON.stringify(evaluate(input))}`
    if (pending.length < 65_536) continue
    await write(stdout, pending)
    pending = ''
  }
  await write(stdout, `${pending}\n]\n`)
}

async function write(stdout: Writable, text: string): Promise<void> {
  if (!stdout.write(text)) await once(stdout, 'drain')
}

function invalid(stderr: Writable, issues: readonly Issue[]): number {
  return refuse(stderr, 2, { error: 'invalid_input', issues })
}

function refuse(stderr: Writable, code: number, answer: object): number {
  stderr.write(`${JSON.stringify(answer, null, 2)}\n`)
  return code
}
