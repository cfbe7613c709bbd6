import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/calendar/plain-date'
import { evaluateYear, withValidChoice } from '@/lib/rules/evaluate-year'
import { parseCase } from '@/lib/rules/parse'
import { anhui2025 } from '@/lib/rules/rule-sets/anhui-2025'
import { CATEGORIES, type RuleSet, type YearCase } from '@/lib/rules/types'
import { type AddressFault, fitsAddress, MAX_CHARACTERS, queryOf, readAddress } from '@/lib/rules/what-if/address'
import { type Entry, readEntry, textsOf } from '@/lib/rules/what-if/entry'
import { decodeEntry, encodeEntry } from '@/lib/rules/what-if/entry-code'
import { ENTRY_FIELDS, LETTER_OF } from '@/lib/rules/what-if/entry-fields'
import { MAX_ENTRIES, toYearCase, type WhatIf, withCopy, withEntry, without } from '@/lib/rules/what-if/state'
import { dice, randomYear } from '../random-years'

const SETS: readonly RuleSet[] = [anhui2025, { ...anhui2025, id: 'short', fromYear: 2030, untilYear: 2031 }]

function read(query: string) {
  return readAddress(Object.fromEntries(new URLSearchParams(query)), SETS, 2025)
}

function faultsOf(query: string): AddressFault[] {
  return read(query).faults
}

/** A year of the rules as somebody would put it into the calculator: without what it does not ask for. */
function stateOf(input: YearCase): WhatIf {
  const entries = input.records.map(({ id: _, ...record }) => {
    const entry = { ...record } as Record<string, unknown>
    for (const proof of ['certificate', 'decision']) if (proof in entry) entry[proof] = '-'
    return entry as unknown as Entry
  })
  return { year: input.year, ruleSet: null, transferredOn: input.person?.transferredIn?.date ?? null, pick: null, entries }
}

function drawn(seed: number): WhatIf {
  const parsed = parseCase(randomYear(dice(seed)))
  if (!parsed.ok || parsed.value.kind !== 'year') throw new Error(JSON.stringify(parsed))
  return stateOf(parsed.value)
}

const PAPER: Entry = { category: 'paper', option: 'core', completedOn: plainDate('2025-09-01'), author: 'other' }
const EXAM: Entry = { category: 'exam', completedOn: plainDate('2025-09-01') }
const EMPTY: WhatIf = { year: 2025, ruleSet: null, transferredOn: null, pick: null, entries: [] }

describe('an address', () => {
  test('that was written is read as the same state, and means the same to the rules', () => {
    fc.assert(
      fc.property(fc.integer(), fc.boolean(), (seed, picks) => {
        const plain = drawn(seed)
        const options = evaluateYear(toYearCase(plain)).choice.options
        const state = picks && options.length > 0 ? { ...plain, pick: Number(options.at(-1)?.id.slice(1)) - 1 } : plain
        const { state: again, faults } = read(queryOf(state))
        expect(faults).toEqual([])
        expect(evaluateYear(toYearCase(again))).toEqual(evaluateYear(toYearCase(state)))
        expect(queryOf(again)).toBe(queryOf(state))
      }),
      { numRuns: 300 },
    )
  })

  test('is read, whatever it holds, without an error, and what it gives is what the rules take', () => {
    const part = fc.oneof(
      fc.string(),
      fc.constantFrom('training_sprofessional_b20250407_d20250411_n5_fyes', 'exam_d20250901', 'paper_ocore_d20250901_k*E8*AE*BA', 'exam'),
      fc.string({ unit: fc.constantFrom('_', '.', '*', '%', 'd', '2', '0', '5', 'e', 'x', 'a', 'm') }),
    )
    const entries = fc.array(part, { maxLength: 8 }).map((parts) => parts.join('.'))
    const texts = fc.record({ v: part, year: part, set: part, moved: part, pick: part, e: entries }, { requiredKeys: [] })
    fc.assert(
      fc.property(texts, (parts) => {
        const { state } = readAddress(parts, SETS, 2025)
        expect(fitsAddress(state)).toBe(true)
        expect(parseCase(toYearCase(state), { ruleSets: SETS })).toMatchObject({ ok: true })
        expect(read(queryOf(state))).toEqual({ state, faults: [] })
      }),
      { numRuns: 600 },
    )
  })

  test('is short and made of characters that nothing escapes', () => {
    const state = { ...EMPTY, ruleSet: 'anhui-2025', transferredOn: plainDate('2025-03-10'), pick: 1, entries: [PAPER, EXAM] }
    expect(queryOf(state)).toBe('v=1&year=2025&set=anhui-2025&moved=2025-03-10&pick=2&e=paper_ocore_aother_d20250901.exam_d20250901')
    expect(new URLSearchParams(queryOf(state)).toString()).toBe(queryOf(state))
    const named = { ...EMPTY, entries: [{ ...PAPER, achievement: '论文 (一)_.~*%' }] }
    expect(new URLSearchParams(queryOf(named)).toString()).toBe(queryOf(named))
    expect(read(queryOf(named)).state).toEqual(named)
  })

  test('without anything is an empty year', () => {
    expect(read('')).toEqual({ state: EMPTY, faults: [] })
  })
})

describe('an address edited by hand', () => {
  test('keeps what can be kept and says what and where', () => {
    const { state, faults } = read(
      'v=1&year=20x5&set=none&moved=2025-02-30&pick=9&e=exam_d20250901.exan_d20250901.exam_d20251301.paper_ocore_d20250901_q7.exam',
    )
    expect(state).toEqual({ ...EMPTY, entries: [EXAM] })
    expect(faults).toEqual([
      { place: 'year', found: '20x5' },
      { place: 'entry', entry: 2, fault: { code: 'category', found: 'exan' } },
      {
        place: 'entry',
        entry: 3,
        fault: { code: 'field', field: 'completedOn', fault: { code: 'date' }, found: '20251301', category: 'exam' },
      },
      { place: 'entry', entry: 4, fault: { code: 'part', found: 'q7', category: 'paper' } },
      { place: 'entry', entry: 5, fault: { code: 'field', field: 'completedOn', fault: { code: 'missing' }, found: '', category: 'exam' } },
      { place: 'set', found: 'none' },
      { place: 'moved', found: '2025-02-30' },
      { place: 'pick', found: '9' },
    ])
  })

  test('does not move the choice to another entry when one before it is left out', () => {
    const { state, faults } = read('v=1&year=2025&pick=3&e=exam_d2025.paper_ocore_d20250901.exam_d20250901')
    expect(faults).toHaveLength(1)
    expect(state.entries[state.pick ?? -1]?.category).toBe('exam')
  })

  test('of another version gives nothing but its year', () => {
    expect(read('v=2&year=2026&e=exam_d20260901')).toEqual({ state: { ...EMPTY, year: 2026 }, faults: [{ place: 'version', found: '2' }] })
  })

  test('may name only a rule set that serves the year', () => {
    expect(read('year=2030&set=short').state.ruleSet).toBe('short')
    expect(faultsOf('year=2025&set=short')).toEqual([{ place: 'set_year', found: 'short', year: 2025 }])
  })

  test('is bounded', () => {
    const many = Array.from({ length: 200 }, () => 'exam_d20250901').join('.')
    expect(read(`e=${many}`).state.entries).toHaveLength(MAX_ENTRIES)
    expect(faultsOf(`e=${many}`)).toEqual([{ place: 'too_many', most: MAX_ENTRIES }])
    const long = `paper_ocore_d20250901_k${'*E8*AE*BA'.repeat(20)}`
    const { state } = read(`e=${Array.from({ length: 40 }, () => long).join('.')}`)
    expect(state.entries.length).toBe(Math.floor((MAX_CHARACTERS + 1) / (long.length + 1)))
    expect(faultsOf(`e=${'x'.repeat(100)}`)).toEqual([
      { place: 'entry', entry: 1, fault: { code: 'category', found: `${'x'.repeat(30)}…` } },
    ])
  })

  test('may not say a part twice, nor escape nonsense', () => {
    for (const code of ['exam_d20250901_d20250902', 'paper_ocore_d20250901_k*ZZ', 'exam_', 'exam_d20250901_'])
      expect(decodeEntry(code).ok, code).toBe(false)
  })
})

test('typed texts are read as people type them', () => {
  const typed = { subject: 'professional', startedOn: '2025年4月7日', completedOn: '2025/4/11', days: ' ２.5 ', filed: 'yes' }
  const entry = readEntry('training', typed)
  expect(entry).toEqual({
    ok: true,
    entry: {
      category: 'training',
      subject: 'professional',
      startedOn: '2025-04-07',
      completedOn: '2025-04-11',
      days: 2.5,
      filing: { approvedOn: '2025-04-07' },
    },
  })
  expect(readEntry('training', { ...typed, startedOn: '2025-04-12', days: '0.3' })).toEqual({
    ok: false,
    faults: { startedOn: { code: 'order' }, days: { code: 'number', least: 0.5, most: 9999, step: 0.5 } },
  })
  expect(readEntry('paper', {})).toEqual({ ok: false, faults: { option: { code: 'missing' }, completedOn: { code: 'missing' } } })
})

test('the texts of an entry are read as the entry', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      for (const entry of drawn(seed).entries) {
        expect(readEntry(entry.category, textsOf(entry))).toEqual({ ok: true, entry })
        expect(decodeEntry(encodeEntry(entry))).toEqual({ ok: true, entry })
      }
    }),
  )
})

test('every field has a letter of its own', () => {
  expect(new Set(ENTRY_FIELDS.map((field) => LETTER_OF[field])).size).toBe(ENTRY_FIELDS.length)
  for (const category of CATEGORIES) expect(category).not.toMatch(/[_.*]/)
})

test('a choice follows its entry when others are removed or copied, and ends with it', () => {
  const state: WhatIf = { ...EMPTY, pick: 1, entries: [PAPER, EXAM, PAPER] }
  expect(without(state, 0)).toMatchObject({ pick: 0, entries: [EXAM, PAPER] })
  expect(without(state, 1).pick).toBeNull()
  expect(without(state, 2).pick).toBe(1)
  expect(withCopy(state, 0)).toMatchObject({ pick: 2, entries: [PAPER, PAPER, EXAM, PAPER] })
  expect(withCopy(state, 1).pick).toBe(1)
  const full = { ...EMPTY, entries: Array.from({ length: MAX_ENTRIES }, () => EXAM) }
  expect(withEntry(full, EXAM)).toBe(full)
  expect(withCopy(full, 3)).toBe(full)
  expect(withValidChoice(toYearCase({ ...state, year: 2026 })).choice).toBeUndefined()
})
