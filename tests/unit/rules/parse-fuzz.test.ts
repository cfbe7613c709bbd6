import { expect, test } from 'vitest'
import { evaluateTerm } from '@/lib/rules/evaluate-term'
import { evaluateYear } from '@/lib/rules/evaluate-year'
import { parseCase, parseInput } from '@/lib/rules/parse'
import { oracleTermYears } from './oracle'
import { type Dice, dice, randomTerm, randomTermBounds, randomYear } from './random-years'

const ROUNDS = 6_000
const seed = Number(process.env.XUESHI_TEST_SEED ?? Math.floor(Math.random() * 2 ** 31))

type Json = { [key: string]: unknown }

/** Which keys every object must have; the others may be absent. */
const REQUIRED: Record<string, string[]> = {
  year: ['year', 'records'],
  term: ['from', 'to', 'years'],
  award: ['option'],
  patent: ['option'],
  paper: ['option'],
  book: ['option'],
  project: ['option'],
  standard: ['option'],
  exam: [],
  degree: ['option'],
  conference: ['option', 'subject'],
  training: ['subject', 'startedOn', 'days'],
  teaching: ['subject', 'times', 'unitApproved'],
  courseware: ['subject', 'platform'],
  elsewhere: ['subject', 'hours', 'certificate'],
  other: ['subject', 'hours', 'decision'],
}

/** For each key what it must not hold, besides null and things of another type. */
const BAD: Record<string, unknown[]> = {
  year: [1899, 3000, 2025.5, '2025', -1, 1e21],
  creditedIn: [1899, 3000, 2024.5, '2024'],
  ruleSet: ['anhui-2024', '', 7],
  oneOptionScope: ['achievement', '', 1],
  conversionAllocation: ['professional', 'public_only', 0],
  id: ['', 7],
  category: ['papers', '', 'constructor', '__proto__', 3],
  option: ['nothing', '', 'constructor', 2],
  author: ['second', ''],
  achievement: ['', 9],
  subject: ['both', 'Public', ''],
  presented: ['true', 0],
  completedOn: ['2025-02-29', '2025-13-01', '2025-1-1', '2025-01-01T00:00:00Z', '1899-12-31', '3000-01-01', '', ' 2025-01-01', 20250101],
  startedOn: ['2025-04-31', '2025/04/01', 1],
  approvedOn: ['2025-00-10', 'yesterday', false],
  date: ['2025-06-31', ''],
  from: [],
  to: ['2024-02-30', 2024],
  days: [0, -1, 0.25, 5.1, 10_000, '5', 1e-7],
  times: [0, -1, 1.5, '1', 10_000],
  unitApproved: ['yes', 1],
  platform: [7, true],
  labelledHours: [0, -0.1, 0.05, 10_000, 0.1 + 0.2, 1e-7, '3'],
  courses: [0, 1.5, -3, 10_000],
  hours: [0, -2, 3.14, 9_999.95, 10_000, 0.7 + 0.1],
  certificate: ['', 5],
  decision: ['', 5],
  total: [-0.1, 10_000, 0.15, '60'],
  professional: [-1, 10_000, 1.23, '60'],
  denyAtShare: [0, -1, '1'],
  warnAtShare: [0, -0.5, true],
  choice: [3, true],
  records: [{}, 'r', 0],
  years: [{}, 'y', 0],
  settings: [[], 'x', 1],
  person: [[], 'x'],
  transferredIn: [[], '2025-01-01'],
  filing: [[], '2025-01-01'],
}

const HOLDS_OBJECT = ['settings', 'person', 'transferredIn', 'filing']

function badFor(key: string): unknown[] {
  return [...(HOLDS_OBJECT.includes(key) ? [] : [{ odd: 1 }]), ...(BAD[key] ?? [])]
}

/** Keys that mean something elsewhere but not here, and keys that mean something to JavaScript. */
const STRANGERS = ['note', 'hour', 'Id', 'toString', '', 'a.b', '__proto__', '0']

/** The object at a random place of a case, with its path. */
function somewhere(roll: Dice, root: Json): { at: Json; path: string[] } {
  const places: { at: Json; path: string[] }[] = []
  const visit = (value: unknown, path: string[]) => {
    if (typeof value !== 'object' || value === null) return
    if (!Array.isArray(value)) places.push({ at: value as Json, path })
    for (const [key, inner] of Object.entries(value)) visit(inner, [...path, key])
  }
  visit(root, [])
  return roll.of(places)
}

function requiredOf(at: Json, path: string[]): string[] {
  const last = path.at(-1)
  if (path.length === 0) return REQUIRED[String(at.kind)] ?? []
  if (path.at(-2) === 'records') return ['id', 'completedOn', ...(REQUIRED[String(at.category)] ?? [])]
  if (path.at(-2) === 'years') return ['year', 'total', 'professional']
  return last === 'filing' ? ['approvedOn'] : last === 'transferredIn' ? ['date'] : []
}

/** Spoils one thing and gives the path at which it must be reported. */
function spoil(roll: Dice, root: Json): string {
  const { at, path } = somewhere(roll, root)
  const say = (key: string) => [...path, key].join('.')
  const keys = Object.keys(at).filter((key) => key !== 'kind')
  const deed = roll.below(4)
  const required = requiredOf(at, path)
  if (deed === 0 && required.length > 0) {
    const key = roll.of(required)
    delete at[key]
    return say(key)
  }
  if (deed === 1 || keys.length === 0) {
    const key = roll.of(STRANGERS)
    Object.defineProperty(at, key, { value: roll.of([1, null, 'x']), enumerable: true, configurable: true, writable: true })
    return say(key)
  }
  const key = roll.of(keys)
  at[key] = deed === 2 ? null : roll.of(badFor(key))
  return say(key)
}

/** What a spoiled category hides: everything of the record but the category and the fields that all records have. */
function visible(issues: Set<string>): string[] {
  const unknown = [...issues].filter((path) => path.endsWith('.category')).map((path) => path.slice(0, -8))
  const common = ['category', 'id', 'completedOn', 'creditedIn']
  return [...issues]
    .filter((path) => unknown.every((record) => !path.startsWith(record) || common.some((key) => path === record + key)))
    .sort()
}

function pathsOf(input: unknown): string[] {
  const parsed = parseInput(JSON.parse(JSON.stringify(input)))
  return parsed.ok ? [] : parsed.issues.map((issue) => issue.path).sort()
}

function validCase(roll: Dice): Json {
  if (roll.chance(0.75)) {
    const year = randomYear(roll)
    return JSON.parse(JSON.stringify(roll.chance(0.3) ? { ...year, choice: 'is looked at only when nothing else is wrong' } : year))
  }
  const bounds = randomTermBounds(roll)
  const term = randomTerm(roll, bounds, oracleTermYears({ kind: 'term', ...bounds, years: [] }))
  return JSON.parse(JSON.stringify(term))
}

test(`a single spoiled place is the single problem reported (seed ${seed})`, () => {
  const roll = dice(seed)
  for (let n = 0; n < ROUNDS; n += 1) {
    const input = validCase(roll)
    if (JSON.stringify(pathsOf(input)) === '["to"]') continue
    const path = spoil(roll, input)
    expect(pathsOf(input), `seed ${seed}: ${JSON.stringify(input)}`).toEqual([path])
  }
})

test(`what is spoiled in several elements of a batch is all reported, index first (seed ${seed})`, () => {
  const roll = dice(seed + 2)
  for (let n = 0; n < ROUNDS / 4; n += 1) {
    const batch = Array.from({ length: 1 + roll.below(4) }, () => validYearWithoutChoice(roll))
    const expected = new Set<string>()
    for (let times = 1 + roll.below(5); times > 0; times -= 1) {
      const index = roll.below(batch.length)
      const records = (batch[index]?.records ?? []) as Json[]
      const at = roll.below(records.length)
      const record = records[at]
      if (!record || expected.has(`${index}.records.${at}`)) continue
      if (roll.chance(0.15)) {
        for (const path of expected) if (path.startsWith(`${index}.records.${at}.`)) expected.delete(path)
        records[at] = roll.of([null, [], 'r', 5]) as never
        expected.add(`${index}.records.${at}`)
      } else if (typeof record.category === 'string') {
        const key = spoilField(roll, record)
        if (key) expected.add(`${index}.records.${at}.${key}`)
      }
    }
    expect(pathsOf(batch), `seed ${seed}: ${JSON.stringify(batch)}`).toEqual(visible(expected))
  }
})

function validYearWithoutChoice(roll: Dice): Json {
  for (;;) {
    const year = randomYear(roll)
    if (year.records.length > 0) return JSON.parse(JSON.stringify(year))
  }
}

/** Spoils a field of a record in place, each at most once; the category last, so that its schema is still known. */
function spoilField(roll: Dice, record: Json): string | null {
  const key = roll.of([...Object.keys(record), 'stranger'])
  if (key === 'filing') return null
  record[key] = key === 'stranger' ? 1 : roll.of([null, ...badFor(key)])
  return key
}

test('whatever it is given, it answers with paths and never throws', () => {
  const roll = dice(seed + 3)
  const oddities = [
    null,
    undefined,
    true,
    0,
    '',
    'x',
    [],
    {},
    [[]],
    Number.NaN,
    Number.POSITIVE_INFINITY,
    { kind: 'year' },
    { kind: ['year'] },
  ]
  for (let n = 0; n < ROUNDS; n += 1) {
    const input = validCase(roll)
    for (let times = roll.below(6); times > 0; times -= 1) {
      const { at } = somewhere(roll, input)
      const key = roll.of([...Object.keys(at), 'extra'])
      at[key] = structuredClone(roll.of(oddities))
    }
    const parsed = parseCase(roll.chance(0.1) ? roll.of(oddities) : input)
    if (parsed.ok) {
      expect(() => (parsed.value.kind === 'year' ? evaluateYear(parsed.value) : evaluateTerm(parsed.value))).not.toThrow()
      continue
    }
    expect(parsed.issues.length).toBeGreaterThan(0)
    expect(new Set(parsed.issues.map((issue) => issue.path)).size).toBe(parsed.issues.length)
  }
})
