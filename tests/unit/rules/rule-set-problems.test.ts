import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/calendar/plain-date'
import en from '@/lib/i18n/messages/en/ruleVersions.json'
import zh from '@/lib/i18n/messages/zh-CN/ruleVersions.json'
import { evaluateYear } from '@/lib/rules/evaluate-year'
import { boundsOf, categoryOf, FIGURE_KEYS } from '@/lib/rules/figure-bounds'
import { OPEN_QUESTIONS, openPlaces } from '@/lib/rules/open-questions'
import { parseCase } from '@/lib/rules/parse'
import { parseRuleSet } from '@/lib/rules/parse-rule-set'
import { changedPlaces, RULE_SET_PROBLEMS, ruleSetProblems } from '@/lib/rules/rule-set-problems'
import { anhui2025 } from '@/lib/rules/rule-sets/anhui-2025'
import { SETTINGS } from '@/lib/rules/setting-basis'
import { CONVERSION_ALLOCATIONS, type Figure, ONE_OPTION_SCOPES, type RuleSet } from '@/lib/rules/types'

function withFigure(key: string, change: Partial<Figure>): RuleSet {
  return { ...anhui2025, figures: anhui2025.figures.map((figure) => (figure.key === key ? { ...figure, ...change } : figure)) }
}

const codes = (set: RuleSet, ...more: Parameters<typeof ruleSetProblems>[1][]) => ruleSetProblems(set, ...more).map(({ code }) => code)

describe('a stored rule set', () => {
  test('that ships is read back as it is, with its platforms or without', () => {
    const stored = JSON.parse(JSON.stringify(anhui2025))
    expect(parseRuleSet(stored)).toEqual({ ok: true, value: anhui2025 })
    const { platforms: _, ...without } = stored
    expect(parseRuleSet(without)).toMatchObject({ ok: true, value: { platforms: [] } })
  })

  test('says everything that does not fit at once, each with its place', () => {
    const stored = JSON.parse(JSON.stringify(anhui2025))
    stored.fromYear = '2025'
    stored.figures[0].value = '90'
    stored.figures[1].unit = 'per_mile'
    stored.figures[2].colour = 'red'
    stored.publicDeadlines[0].until = '2026-02-30'
    stored.settings.oneOptionScope = 'some'
    delete stored.settings.transition
    const parsed = parseRuleSet(stored)
    expect(parsed.ok ? [] : parsed.issues.map(({ path }) => path).sort()).toEqual([
      'figures.0.value',
      'figures.1.unit',
      'figures.2.colour',
      'fromYear',
      'publicDeadlines.0.until',
      'settings.oneOptionScope',
      'settings.transition',
    ])
  })

  test('that is something else altogether is refused, not thrown at', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => !parseRuleSet(value).ok))
  })
})

describe('what keeps a rule set from being published', () => {
  test('nothing of the one that ships', () => {
    expect(ruleSetProblems(anhui2025)).toEqual([])
  })

  test('is said all at once, with what and where', () => {
    const figures = anhui2025.figures
      .filter(({ key }) => !key.startsWith('paper') && key !== 'exam')
      .map((figure): Figure => {
        if (figure.key === 'training') return { ...figure, value: -6 }
        if (figure.key === 'teaching') return { ...figure, value: 5.25 }
        if (figure.key === 'degree') return { ...figure, value: 1000 }
        if (figure.key === 'minimum.total') return { ...figure, value: 50 }
        if (figure.key === 'cap.public_courseware') return { ...figure, value: null }
        return figure
      })
    const book = figures.find(({ key }) => key === 'book.sole') as Figure
    const broken: RuleSet = {
      ...anhui2025,
      figures: [...figures, { ...book, from: plainDate('2026-01-01') }, { ...book, key: 'book.nobody', value: 3 }],
      publicDeadlines: [...anhui2025.publicDeadlines, { year: 2025, until: plainDate('2027-05-31'), clause: ' ', status: 'legible' }],
      settings: { ...anhui2025.settings, denyAtShare: 0.5, warnAtShare: 0, transition: { until: 1999, cohort: '老人' } },
    }
    const found = ruleSetProblems(broken, { certified: [{ year: 2025, people: 12 }] })
    expect(found.map(({ code, at }) => `${code} ${at}`).sort()).toEqual(
      [
        'year_certified fromYear',
        'category_missing figures.exam',
        'category_missing figures.paper',
        'figure_negative figures.training',
        'figure_off_step figures.teaching',
        'figure_out_of_bounds figures.degree',
        'figure_without_number figures.cap.public_courseware',
        'figure_unknown figures.book.nobody',
        'windows_overlap figures.book.sole',
        'professional_above_total figures.minimum.professional',
        'deadline_twice publicDeadlines.2025',
        'deadline_out_of_year publicDeadlines.2025',
        'clause_missing publicDeadlines.2025',
        'share_out_of_bounds settings.warnAtShare',
        'transition_over settings.transition',
      ].sort(),
    )
    expect(found.find(({ code }) => code === 'year_certified')?.values).toEqual({ year: '2025', people: 12 })
  })

  test('a key that has no row in some year it serves is named with the year', () => {
    const gap = withFigure('training', { until: plainDate('2026-06-30') })
    expect(ruleSetProblems(gap)).toMatchObject([{ code: 'figure_missing', at: 'figures.training', values: { year: '2026' } }])
    expect(codes({ ...gap, untilYear: 2025 })).toEqual([])
  })

  test('whatever differs from the version it started from names its document', () => {
    const draft = { ...withFigure('training', { value: 8 }), settings: { ...anhui2025.settings, warnAtShare: 0.5 } }
    expect(changedPlaces(anhui2025, draft)).toEqual(['figures.training', 'settings.warnAtShare'])
    expect(ruleSetProblems(draft, { base: anhui2025 })).toMatchObject([
      { code: 'document_missing', at: 'figures.training' },
      { code: 'document_missing', at: 'settings.warnAtShare' },
    ])
    const sources = { 'figures.training': { document: '皖人社秘〔2026〕1号' }, 'settings.warnAtShare': { document: ' ' } }
    expect(codes(draft, { base: anhui2025, sources })).toEqual(['document_missing'])
    expect(codes(anhui2025, { base: anhui2025 })).toEqual(['nothing_changed'])
  })

  test('confirming a figure is a change of its own', () => {
    expect(changedPlaces(anhui2025, withFigure('award.national', { status: 'legible' }))).toEqual(['figures.award.national'])
  })
})

const year = parseCase({ kind: 'year', year: 2025, records: [{ id: 'e', category: 'exam', completedOn: '2025-05-06' }] })

test('a set that nothing is held against can be counted with, whatever its figures', () => {
  const value = (key: string) => {
    const bounds = boundsOf(key)
    if (!bounds) throw new RangeError(key)
    const steps = fc.integer({ min: Math.ceil(bounds.least / bounds.step) - 5, max: Math.floor(bounds.most / bounds.step) + 5 })
    return fc.oneof(
      { weight: 20, arbitrary: steps.map((count) => Math.round(count * bounds.step * 100) / 100) },
      { weight: 1, arbitrary: fc.constantFrom(null, 0.25, -1) },
    )
  }
  let sound = 0
  fc.assert(
    fc.property(
      fc.constantFrom(...FIGURE_KEYS).chain((key) => fc.tuple(fc.constant(key), value(key))),
      ([key, changed]) => {
        const set = withFigure(key, { value: changed })
        if (ruleSetProblems(set).length > 0) return
        sound += 1
        if (!year.ok || year.value.kind !== 'year') throw new Error('no case')
        expect(evaluateYear(year.value, { ruleSet: set }).totals.total).toBeGreaterThanOrEqual(0)
      },
    ),
    { numRuns: 300 },
  )
  expect(sound).toBeGreaterThan(50)
})

test('every code can be had', () => {
  expect(new Set(RULE_SET_PROBLEMS).size).toBe(RULE_SET_PROBLEMS.length)
  expect(codes({ ...anhui2025, fromYear: 2026, untilYear: 2025 })).toContain('years_reversed')
  expect(codes(withFigure('training', { unit: 'per_item' }))).toContain('figure_other_unit')
  expect(codes(withFigure('training', { from: plainDate('2026-01-01'), until: plainDate('2025-01-01') }))).toContain(
    'figure_period_reversed',
  )
  expect(codes({ ...anhui2025, settings: { ...anhui2025.settings, warnAtShare: 2 } })).toContain('shares_reversed')
})

describe.each([
  ['zh-CN', zh],
  ['en', en],
])('%s has words for', (_, messages) => {
  test('every problem, general figure, setting and open question', () => {
    expect(Object.keys(messages.problem).sort()).toEqual([...RULE_SET_PROBLEMS].sort())
    const general = FIGURE_KEYS.filter((key) => categoryOf(key) === null).map((key) => key.replaceAll('.', '-'))
    expect(Object.keys(messages.figure).sort()).toEqual(general.sort())
    for (const name of SETTINGS) expect(messages.setting[name]).toMatchObject({ name: expect.any(String), lead: expect.any(String) })
    expect(Object.keys(messages.setting.oneOptionScope)).toEqual(expect.arrayContaining([...ONE_OPTION_SCOPES]))
    expect(Object.keys(messages.setting.conversionAllocation)).toEqual(expect.arrayContaining([...CONVERSION_ALLOCATIONS]))
    expect(Object.keys(messages.open.question).sort()).toEqual(OPEN_QUESTIONS.map(({ key }) => key).sort())
  })
})

test('what is open is every place that is not legible, the provisional first; confirming one takes it off the list', () => {
  const open = openPlaces(anhui2025, {}, 2025)
  const uncertain = anhui2025.figures.filter(({ status }) => status !== 'legible')
  expect(open).toHaveLength(uncertain.length + SETTINGS.length)
  const statuses = open.map(({ status }) => status)
  expect(statuses.lastIndexOf('provisional')).toBeLessThan(statuses.indexOf('partial'))
  const confirmed = openPlaces(
    withFigure('award.national', { status: 'legible' }),
    { 'settings.transition': { document: '阜人社〔2026〕1号', status: 'legible' } },
    2025,
  )
  expect(confirmed).toHaveLength(open.length - 2)
  expect(confirmed.map(({ at }) => at)).not.toContain('figures.award.national')
})

test('a setting that only became surer is a change too', () => {
  const sources = { 'settings.transition': { document: '阜人社〔2026〕1号', status: 'legible' as const } }
  expect(changedPlaces(anhui2025, anhui2025, {}, sources)).toEqual(['settings.transition'])
})
