import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { evaluateTerm } from '@/lib/rules/evaluate-term'
import { evaluateYear } from '@/lib/rules/evaluate-year'
import { parseCase } from '@/lib/rules/parse'

interface LawCase {
  name: string
  why: string
  clause: string
  input: unknown
  expect?: object
  /** The paths of the problems, where the input does not fit. */
  issues?: string[]
}

const folder = join(import.meta.dirname, '../../cases')

/** A file holds one case or a list of them. */
function load(file: string): LawCase[] {
  const content: LawCase | LawCase[] = JSON.parse(readFileSync(join(folder, file), 'utf8'))
  return Array.isArray(content) ? content : [content]
}

const files = readdirSync(folder).filter((file) => file.endsWith('.json'))

describe.each(files)('%s', (file) => {
  test.each(load(file))('$name: $why', ({ input, expect: expected, issues }) => {
    const parsed = parseCase(input)
    if (issues) {
      expect(parsed.ok ? [] : parsed.issues.map((issue) => issue.path).sort()).toEqual([...issues].sort())
      return
    }
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
    expect(expected).toBeDefined()
    expect(parsed.value.kind === 'year' ? evaluateYear(parsed.value) : evaluateTerm(parsed.value)).toMatchObject(expected ?? {})
  })
})

test('every case has a name of its own, a reason and a clause', () => {
  const cases = files.flatMap(load)
  expect(new Set(cases.map((one) => one.name)).size).toBe(cases.length)
  for (const one of cases)
    expect(
      [one.why, one.clause].every((words) => words.length > 0),
      one.name,
    ).toBe(true)
})
