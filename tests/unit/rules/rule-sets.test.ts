import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/calendar/plain-date'
import { evaluateTerm } from '@/lib/rules/evaluate-term'
import { evaluateYear, withValidChoice } from '@/lib/rules/evaluate-year'
import { figureOf, numberOf, platforms, publicDeadlineOf, rateOf, rulingDay } from '@/lib/rules/lookup'
import { parseCase } from '@/lib/rules/parse'
import { ruleSetById, ruleSetFor, ruleSets, servedYears } from '@/lib/rules/rule-sets'
import { anhui2025 } from '@/lib/rules/rule-sets/anhui-2025'
import { CATEGORIES, type Figure, OPTIONS, type RuleSet, type YearCase } from '@/lib/rules/types'

const day = plainDate('2025-12-31')

function withFigures(change: (figures: readonly Figure[]) => readonly Figure[], more: Partial<RuleSet> = {}): RuleSet {
  return { ...anhui2025, id: 'draft', ...more, figures: change(anhui2025.figures) }
}

function replaced(key: string, value: number | null): RuleSet {
  return withFigures((figures) => figures.map((figure) => (figure.key === key ? { ...figure, value } : figure)))
}

function year(records: object[], more: object = {}): YearCase {
  const parsed = parseCase({ kind: 'year', year: 2025, records, ...more })
  if (!parsed.ok || parsed.value.kind !== 'year') throw new Error(JSON.stringify(parsed))
  return parsed.value
}

describe('a look-up by key and date', () => {
  test('finds the row in force, both ends included', () => {
    const exam = anhui2025.figures.find((figure) => figure.key === 'exam') as Figure
    const changed = withFigures((figures) => [
      ...figures.filter((figure) => figure.key !== 'exam'),
      { ...exam, until: plainDate('2026-06-30') },
      { ...exam, from: plainDate('2026-07-01'), value: 80 },
    ])
    expect(numberOf(changed, 'exam', plainDate('2026-06-30'))).toBe(90)
    expect(numberOf(changed, 'exam', plainDate('2026-07-01'))).toBe(80)
    const passed = (on: string, credit: number) => year([{ id: 'e', category: 'exam', completedOn: on }], { year: credit })
    expect(evaluateYear(passed('2025-03-01', 2025), { ruleSet: changed }).totals.total).toBe(90)
    // The figures of a credit year are those of its last day, for all of the year.
    expect(evaluateYear(passed('2026-03-01', 2026), { ruleSet: changed }).totals.total).toBe(80)
  })

  test('throws where it finds none or two, or no number', () => {
    expect(() => figureOf(anhui2025, 'nothing', day)).toThrow(/no row for nothing/)
    const doubled = withFigures((figures) => [...figures, { ...figureOf(anhui2025, 'exam', day) }])
    expect(() => figureOf(doubled, 'exam', day)).toThrow(/two rows for exam/)
    expect(() => evaluateYear(year([]), { ruleSet: doubled })).toThrow(/two rows for exam/)
    expect(() => evaluateYear(year([]), { ruleSet: withFigures((figures) => figures.filter((figure) => figure.key !== 'exam')) })).toThrow(
      /no row/,
    )
    expect(() => numberOf(anhui2025, 'minimum.public', day)).toThrow(/no number/)
    expect(() => evaluateYear(year([]), { ruleSet: replaced('exam', 0.25) })).toThrow(/steps of 0.1/)
    const deadlines = [...anhui2025.publicDeadlines, ...anhui2025.publicDeadlines]
    expect(() => publicDeadlineOf({ ...anhui2025, publicDeadlines: deadlines }, 2025)).toThrow(/two public deadlines/)
  })

  test('finds exactly one row for every category and option', () => {
    for (const category of CATEGORIES) {
      const options: readonly (string | null)[] = OPTIONS[category].length > 0 ? OPTIONS[category] : [null]
      for (const option of options) expect(rateOf(anhui2025, category, option, rulingDay(2025)).value).toBeGreaterThan(0)
    }
    expect(rateOf(anhui2025, 'degree', 'master', day).key).toBe('degree')
    expect(() => rateOf(anhui2025, 'paper', 'best', day)).toThrow(RangeError)
  })
})

describe('the rule set of a year', () => {
  test('is the one in force that begins last', () => {
    const later: RuleSet = { ...anhui2025, id: 'later', fromYear: 2027 }
    const between: RuleSet = { ...anhui2025, id: 'between', fromYear: 2026, untilYear: 2026 }
    const sets = [later, anhui2025, between]
    expect([1900, 2025, 2026, 2027, 2999].map((at) => ruleSetFor(at, sets).id)).toEqual([
      'anhui-2025',
      'anhui-2025',
      'between',
      'later',
      'later',
    ])
    expect(() => ruleSetFor(2026, [later])).toThrow(/no rule set serves/)
    expect(ruleSetById('anhui-2025')).toBe(anhui2025)
    expect(ruleSetById('anhui-2024')).toBeUndefined()
    expect(ruleSets).toContain(anhui2025)
  })

  test('may be named in the input, among those that are known', () => {
    const draft = { ...anhui2025, id: 'draft' }
    const input = { kind: 'year', year: 2025, ruleSet: 'draft', records: [] }
    expect(parseCase(input).ok).toBe(false)
    expect(parseCase(input, { ruleSets: [anhui2025, draft] }).ok).toBe(true)
    expect(() => evaluateYear({ ...year([]), ruleSet: 'draft' })).toThrow(/no rule set/)
  })
})

describe('a draft', () => {
  const training = { id: 't', category: 'training', subject: 'professional', completedOn: '2025-05-06', startedOn: '2025-05-06', days: 0.5 }
  const filed = { ...training, filing: { approvedOn: '2025-05-06' } }

  test('brings its own figures and its name', () => {
    const draft = replaced('training', 8)
    expect(evaluateYear(year([filed]), { ruleSet: draft })).toMatchObject({ ruleSet: 'draft', totals: { total: 4 } })
    expect(evaluateYear(year([filed]))).toMatchObject({ ruleSet: 'anhui-2025', totals: { total: 3 } })
  })

  test('may set a minimum for public hours', () => {
    const result = evaluateYear(
      year([{ id: 'e', category: 'exam', completedOn: '2025-05-06' }], { settings: { conversionAllocation: 'professional_only' } }),
      {
        ruleSet: replaced('minimum.public', 30),
      },
    )
    expect(result).toMatchObject({
      required: { total: 90, professional: 60, public: 30 },
      shortfall: { total: 0, professional: 0, public: 30 },
      met: false,
    })
  })

  test('rounds a share of an odd figure down to a tenth', () => {
    const paper = { id: 'p', category: 'paper', option: 'core', author: 'other', completedOn: '2025-05-06' }
    expect(evaluateYear(year([paper]), { ruleSet: replaced('paper.core', 40.5) }).lines[0]?.hours).toBe(20.2)
    expect(evaluateYear(year([paper]), { ruleSet: replaced('paper.other_author', 0.7) }).lines[0]?.hours).toBe(28)
    expect(evaluateYear(year([filed]), { ruleSet: replaced('training', 6.1) }).lines[0]?.hours).toBe(3)
  })

  test('brings its own platforms, one of them with two windows', () => {
    const [ahou] = platforms(anhui2025)
    if (!ahou) throw new Error('no platform')
    const windows = [
      { ...ahou, until: plainDate('2025-02-28') },
      { ...ahou, from: plainDate('2025-09-01'), subjects: ['professional' as const] },
    ]
    const ruleSet = { ...anhui2025, platforms: windows }
    const study = (id: string, completedOn: string, subject: string) => ({
      id,
      category: 'courseware',
      subject,
      completedOn,
      platform: 'ahou',
    })
    const records = [study('a', '2025-02-28', 'public'), study('b', '2025-03-01', 'public'), study('c', '2025-09-01', 'public')]
    const { lines } = evaluateYear(year([...records, study('d', '2025-09-01', 'professional')]), { ruleSet })
    expect(lines.map((line) => line.counted)).toEqual([1, 0, 0, 1])
  })

  test('brings its own settings, which the input may change', () => {
    const ruleSet: RuleSet = {
      ...anhui2025,
      settings: { ...anhui2025.settings, oneOptionScope: 'same_achievement', conversionAllocation: 'public_first' },
    }
    const papers = ['a', 'b'].map((id) => ({ id, category: 'paper', option: 'other', completedOn: '2025-05-06' }))
    expect(evaluateYear(year(papers), { ruleSet }).totals).toEqual({ total: 40, professional: 10, public: 30 })
    const settings = { oneOptionScope: 'achievements' }
    expect(evaluateYear(year(papers, { settings }), { ruleSet }).totals).toEqual({ total: 20, professional: 0, public: 20 })
  })

  test('brings its own minimums and shares to a term', () => {
    const ruleSet: RuleSet = { ...replaced('minimum.total', 50), settings: { ...anhui2025.settings, denyAtShare: 0.9, warnAtShare: 0.4 } }
    const term = {
      kind: 'term' as const,
      from: plainDate('2021-01-01'),
      to: plainDate('2022-12-31'),
      years: [
        { year: 2021, total: 60, professional: 60 },
        { year: 2022, total: 60, professional: 60 },
      ],
    }
    expect(evaluateTerm(term)).toMatchObject({ required: { total: 180 }, outcome: 'short' })
    expect(evaluateTerm(term, { ruleSet })).toMatchObject({ required: { total: 100 }, rush: 'warn', rushYear: 2021, outcome: 'met' })
  })
})

test('a choice that no longer stands is dropped on request, and refused otherwise', () => {
  const exam = { id: 'e', category: 'exam', completedOn: '2025-05-06' }
  const input = { ...year([exam]), choice: 'gone' }
  expect(() => evaluateYear(input)).toThrow(/no option/)
  expect(evaluateYear(withValidChoice(input)).choice.selected).toBe('e')
  const standing = { ...input, choice: 'e' }
  expect(withValidChoice(standing)).toBe(standing)
})

test('the years that a version serves end where a later one begins', () => {
  const ever = { fromYear: 1900 }
  const next = { fromYear: 2026 }
  expect(servedYears(ever, [ever])).toEqual({ from: null, until: null })
  expect(servedYears(ever, [ever, next, { fromYear: 2028 }])).toEqual({ from: null, until: 2025 })
  expect(servedYears(next, [ever, next])).toEqual({ from: 2026, until: null })
  expect(servedYears({ ...next, untilYear: 2026 }, [ever, { fromYear: 2028 }])).toEqual({ from: 2026, until: 2026 })
})
