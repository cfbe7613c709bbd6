import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/calendar/plain-date'
import { evaluateYear } from '@/lib/rules/evaluate-year'
import { parseCase } from '@/lib/rules/parse'
import { anhui2025 } from '@/lib/rules/rule-sets/anhui-2025'
import type { RecordInput, RuleSet, YearCase, YearResult } from '@/lib/rules/types'
import { ADDED_ID, type Shortfall, type Suggestion, suggestionsFor } from '@/lib/rules/what-if/shortfall'
import { dice, randomYear } from '../random-years'

const SUMMER = plainDate('2025-07-01')

function yearOf(records: unknown[], more: Record<string, unknown> = {}): YearCase {
  const read = parseCase({ kind: 'year', year: 2025, records, ...more })
  if (!read.ok || read.value.kind !== 'year') throw new Error(JSON.stringify(read))
  return read.value
}

/** The year with the suggestions taken. */
function taking(input: YearCase, suggestions: readonly Suggestion[], ruleSet: RuleSet = anhui2025): YearResult {
  const added = suggestions.flatMap(({ entry }, place) =>
    entry ? [{ ...entry, id: suggestions.length === 1 ? ADDED_ID : `${ADDED_ID}${place}` }] : [],
  )
  const choice = suggestions.find((way) => way.choice !== null)?.choice ?? input.choice
  return evaluateYear({ ...input, records: [...input.records, ...(added as RecordInput[])], choice }, { ruleSet })
}

function fills(shortfall: Shortfall, before: YearResult, after: YearResult): boolean {
  if (shortfall.subject === 'any') return Math.round((after.totals.total - before.totals.total) * 10) >= Math.round(shortfall.hours * 10)
  return after.shortfall[shortfall.subject] === 0
}

function said(suggestions: readonly Suggestion[]): string[] {
  return suggestions.map(({ kind, subject, amount, category, option }) =>
    [kind, subject, option ?? category, amount].filter(Boolean).join(' '),
  )
}

function stepLess({ kind, entry, amount }: Suggestion): Suggestion['entry'] {
  if (!entry) return null
  const step = kind === 'training' ? 0.5 : kind === 'teaching' ? 1 : 0.1
  const left = Math.round((amount - step) * 10) / 10
  if (left <= 0) return null
  const name = { training: 'days', teaching: 'times', courseware: 'labelledHours', elsewhere: 'hours' }[kind as 'training']
  return { ...entry, [name]: left } as Suggestion['entry']
}

const training = (days: number, subject = 'professional') => ({
  id: `t${days}${subject}`,
  category: 'training',
  subject,
  startedOn: '2025-03-01',
  completedOn: '2025-03-20',
  days,
  filing: { approvedOn: '2025-02-01' },
})

describe('what is missing is said as what can be done', () => {
  test('ten professional hours: two filed days, two lectures, ten hours of a course that counts for the subject', () => {
    const { shortfalls } = suggestionsFor(
      yearOf([
        training(7.5),
        { ...training(7), id: 'p', subject: 'public' },
        { id: 'l', category: 'teaching', subject: 'professional', completedOn: '2025-03-03', times: 1, unitApproved: true },
      ]),
      anhui2025,
      SUMMER,
    )
    expect(shortfalls.map(({ subject, hours }) => [subject, hours])).toEqual([['professional', 10]])
    expect(said(shortfalls[0]?.suggestions ?? [])).toEqual([
      'training professional training 2',
      'teaching professional teaching 2',
      'courseware professional courseware 10',
    ])
  })

  test('a year with nothing: sixty professional ones and thirty of either, or one exam', () => {
    const { shortfalls, complete } = suggestionsFor(yearOf([]), anhui2025, SUMMER)
    expect(shortfalls.map(({ subject, hours }) => [subject, hours])).toEqual([
      ['professional', 60],
      ['any', 30],
    ])
    expect(said(shortfalls[0]?.suggestions ?? [])[0]).toBe('training professional training 10')
    expect(said(shortfalls[1]?.suggestions ?? [])).toContain('courseware public courseware 30')
    // The surest of those worth ninety hours come first.
    expect(said(complete).slice(0, 2)).toEqual(['achievement exam 1', 'achievement bachelor 1'])
  })

  test('a met year has nothing missing', () => {
    expect(suggestionsFor(yearOf([{ id: 'e', category: 'exam', completedOn: '2025-05-05' }]), anhui2025, SUMMER)).toEqual({
      shortfalls: [],
      complete: [],
    })
  })

  test('online public hours are not offered beyond the thirty of a year', () => {
    const online = { id: 'c', category: 'courseware', subject: 'public', completedOn: '2025-06-01', platform: 'ahou', labelledHours: 25 }
    const { shortfalls } = suggestionsFor(yearOf([training(10), online]), anhui2025, SUMMER)
    expect(said(shortfalls[0]?.suggestions ?? [])).toContain('courseware public courseware 5')
    const almost = suggestionsFor(yearOf([training(9.5), online]), anhui2025, SUMMER)
    expect(said(almost.shortfalls.find(({ subject }) => subject === 'any')?.suggestions ?? [])).toContain('courseware public courseware 5')
    const used = suggestionsFor(
      yearOf([training(10), { ...online, subject: 'professional', platform: 'fuyang-base', labelledHours: 1, id: 'x' }, online]),
      anhui2025,
      SUMMER,
    )
    expect(said(used.shortfalls[0]?.suggestions ?? [])).toContain('courseware public courseware 4')
    const full = suggestionsFor(yearOf([training(5), training(2, 'public'), { ...online, labelledHours: 30 }]), anhui2025, SUMMER)
    expect(full.shortfalls.map(({ subject }) => subject)).toEqual(['professional'])
    const capped = suggestionsFor(yearOf([{ ...online, labelledHours: 20 }]), anhui2025, SUMMER)
    expect(
      capped.shortfalls.map(({ subject, hours, suggestions }) => [
        subject,
        hours,
        said(suggestions).some((way) => way.startsWith('courseware public')),
      ]),
    ).toEqual([
      ['professional', 60, false],
      ['any', 10, true],
    ])
  })

  test('no training longer than the days that are left; after the year only its later public deadline', () => {
    const late = suggestionsFor(yearOf([]), anhui2025, plainDate('2025-12-25'))
    expect(late.shortfalls[0]?.suggestions.some(({ kind }) => kind === 'training')).toBe(false)
    expect(late.shortfalls[0]?.over).toBe(false)
    const after = suggestionsFor(yearOf([]), anhui2025, plainDate('2026-03-01'))
    expect(after.shortfalls.map(({ subject, over }) => [subject, over])).toEqual([
      ['professional', true],
      ['any', false],
    ])
    expect(after.shortfalls[1]?.suggestions.every(({ entry }) => entry !== null)).toBe(true)
    const long = suggestionsFor(yearOf([]), anhui2025, plainDate('2027-03-01'))
    expect(long.shortfalls.map(({ over }) => over)).toEqual([true, true])
  })

  test('another choice that fills the year is named, with the option to choose', () => {
    const input = yearOf(
      [
        { id: 'p', category: 'paper', option: 'other', completedOn: '2025-05-05' },
        { id: 'e', category: 'exam', completedOn: '2025-05-05' },
      ],
      { choice: 'p' },
    )
    const { complete } = suggestionsFor(input, anhui2025, SUMMER)
    expect(complete[0]).toMatchObject({ kind: 'choose', choice: 'e', entry: null, hours: 90 })
  })

  test('who moved in may bring hours of the other province', () => {
    const moved = { person: { transferredIn: { date: '2025-09-01' } } }
    const { shortfalls } = suggestionsFor(yearOf([], moved), anhui2025, SUMMER)
    expect(said(shortfalls[0]?.suggestions ?? [])).toContain('elsewhere professional elsewhere 60')
    expect(
      shortfalls[0]?.suggestions.every(({ entry, kind }) => kind === 'elsewhere' || (entry && entry.completedOn >= '2025-09-01')),
    ).toBe(true)
    const nextYear = suggestionsFor(yearOf([], { person: { transferredIn: { date: '2026-09-01' } } }), anhui2025, SUMMER)
    expect(said(nextYear.shortfalls[0]?.suggestions ?? [])).toEqual(['elsewhere professional elsewhere 60'])
  })

  test('every way carries the clause and the certainty of its figure', () => {
    const { complete } = suggestionsFor(yearOf([training(8), training(4, 'public')]), anhui2025, SUMMER)
    expect(complete.map(({ status }) => status)).toEqual(expect.arrayContaining(['partial']))
    expect(complete[0]).toMatchObject({ category: 'paper', option: 'other', clause: 'M12.paper', status: 'partial' })
  })
})

const someMissing = fc.record({
  seed: fc.integer(),
  today: fc.constantFrom('2024-12-01', '2025-01-01', '2025-06-15', '2025-12-20', '2026-02-01', '2026-07-01'),
  publicMinimum: fc.constantFrom(null, null, 12, 30, 40),
})

function drawn({ seed, publicMinimum }: { seed: number; publicMinimum: number | null }): { input: YearCase; ruleSet: RuleSet } {
  const { ruleSet: _, ...plain } = randomYear(dice(seed))
  const read = parseCase(plain)
  if (!read.ok || read.value.kind !== 'year') throw new Error(JSON.stringify(read))
  const figures = anhui2025.figures.map((row) => (row.key === 'minimum.public' ? { ...row, value: publicMinimum } : row))
  return { input: read.value, ruleSet: { ...anhui2025, figures } }
}

test('every suggested way fills its shortfall, and a step less of it does not; one way of each shortfall fills the year', () => {
  let suggestions = 0
  fc.assert(
    fc.property(someMissing, ({ today, ...from }) => {
      const { input, ruleSet } = drawn(from)
      const before = evaluateYear(input, { ruleSet })
      const missing = suggestionsFor(input, ruleSet, plainDate(today))
      if (before.met) expect(missing).toEqual({ shortfalls: [], complete: [] })
      else if (input.settings?.oneOptionScope !== 'all') expect(missing.shortfalls.length).toBeGreaterThan(0)
      for (const shortfall of missing.shortfalls) {
        for (const way of shortfall.suggestions) {
          suggestions += 1
          const after = taking(input, [way], ruleSet)
          expect(fills(shortfall, before, after), JSON.stringify(way)).toBe(true)
          expect(after.lines.at(-1)).toMatchObject({ outcome: 'counted', counted: way.hours })
          const less = stepLess(way)
          if (less) expect(fills(shortfall, before, taking(input, [{ ...way, entry: less }], ruleSet)), JSON.stringify(way)).toBe(false)
        }
      }
      const together = missing.shortfalls.map((shortfall) => shortfall.suggestions[0])
      if (missing.shortfalls.length > 0 && together.every((way) => way !== undefined))
        expect(taking(input, together, ruleSet).met).toBe(true)
      for (const way of missing.complete) {
        suggestions += 1
        expect(taking(input, [way], ruleSet).met, JSON.stringify(way)).toBe(true)
      }
    }),
    { numRuns: 400 },
  )
  expect(suggestions).toBeGreaterThan(1000)
})
