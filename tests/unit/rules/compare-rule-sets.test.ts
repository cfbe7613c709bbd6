import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/calendar/plain-date'
import { compareRuleSets, countChanges } from '@/lib/rules/compare-rule-sets'
import { anhui2025 } from '@/lib/rules/rule-sets/anhui-2025'
import type { Figure, RuleSet } from '@/lib/rules/types'

const NOTHING = { years: null, figures: [], publicDeadlines: [], platforms: [], settings: [] }

function withFigure(key: string, change: Partial<Figure>): RuleSet {
  return { ...anhui2025, figures: anhui2025.figures.map((figure) => (figure.key === key ? { ...figure, ...change } : figure)) }
}

function only<T>(list: readonly T[]): T {
  expect(list).toHaveLength(1)
  return list[0] as T
}

describe('two rule sets with the same rows', () => {
  test('do not differ, whatever their names, the order of rows or of a platform’s subjects', () => {
    const same: RuleSet = {
      ...anhui2025,
      id: 'another',
      figures: [...anhui2025.figures].reverse(),
      platforms: [...anhui2025.platforms].reverse().map((row) => ({ ...row, subjects: [...row.subjects].reverse() })),
    }
    expect(compareRuleSets(anhui2025, same)).toEqual(NOTHING)
    expect(countChanges(compareRuleSets(anhui2025, same))).toBe(0)
  })

  test('do not differ where a field is missing in one and undefined in the other', () => {
    const stored = { ...anhui2025, untilYear: undefined, figures: anhui2025.figures.map((row) => ({ ...row, until: undefined })) }
    expect(compareRuleSets(anhui2025, stored as unknown as RuleSet)).toEqual(NOTHING)
  })
})

describe('a figure', () => {
  test('that is changed stands with both rows and names what differs', () => {
    const change = only(
      compareRuleSets(anhui2025, withFigure('award.municipal', { value: 20, clause: 'M12.1', status: 'legible' })).figures,
    )
    expect(change).toMatchObject({
      key: 'award.municipal',
      kind: 'changed',
      before: { value: 30, clause: 'M12.award', status: 'provisional' },
      after: { value: 20, clause: 'M12.1', status: 'legible' },
    })
    expect(change.fields.toSorted()).toEqual(['clause', 'status', 'value'])
  })

  test('that is only confirmed differs in its certainty', () => {
    expect(only(compareRuleSets(anhui2025, withFigure('paper.core', { status: 'legible' })).figures).fields).toEqual(['status'])
  })

  test('that had no number and gets one', () => {
    const { before, after } = only(compareRuleSets(anhui2025, withFigure('minimum.public', { value: 30 })).figures)
    expect([before?.value, after?.value]).toEqual([null, 30])
  })

  test('that stands in one set only is added or removed', () => {
    const without = { ...anhui2025, figures: anhui2025.figures.filter((row) => row.key !== 'exam') }
    expect(only(compareRuleSets(anhui2025, without).figures)).toMatchObject({ key: 'exam', kind: 'removed', after: null, fields: [] })
    expect(only(compareRuleSets(without, anhui2025).figures)).toMatchObject({ key: 'exam', kind: 'added', before: null, fields: [] })
  })

  test('that is followed by another from a later day: the first ends, the second is added', () => {
    const exam = anhui2025.figures.find((row) => row.key === 'exam') as Figure
    const rest = anhui2025.figures.filter((row) => row !== exam)
    const followed: RuleSet = {
      ...anhui2025,
      // The later row stands first: what belongs together is told by the day, not by the place.
      figures: [...rest, { ...exam, from: plainDate('2027-01-01'), value: 80 }, { ...exam, until: plainDate('2026-12-31') }],
    }
    const changes = compareRuleSets(anhui2025, followed).figures
    expect(changes.map(({ kind, fields, after }) => [kind, fields, after?.value])).toEqual([
      ['changed', ['until'], 90],
      ['added', [], 80],
    ])
    expect(
      compareRuleSets(followed, anhui2025)
        .figures.map(({ kind }) => kind)
        .toSorted(),
    ).toEqual(['changed', 'removed'])
  })

  test('whose first day was corrected is still the same figure', () => {
    const change = only(compareRuleSets(anhui2025, withFigure('exam', { from: plainDate('2025-07-18') })).figures)
    expect(change).toMatchObject({ kind: 'changed', fields: ['from'] })
  })
})

describe('what else differs', () => {
  test('deadlines, by year', () => {
    const [deadline] = anhui2025.publicDeadlines
    if (!deadline) throw new Error('no deadline')
    const after: RuleSet = {
      ...anhui2025,
      publicDeadlines: [
        { ...deadline, until: plainDate('2026-06-30') },
        { ...deadline, year: 2026, until: plainDate('2027-05-31') },
      ],
    }
    expect(compareRuleSets(anhui2025, after).publicDeadlines.map(({ key, kind, fields }) => [key, kind, fields])).toEqual([
      ['2025', 'changed', ['until']],
      ['2026', 'added', []],
    ])
  })

  test('platforms, by code and window', () => {
    const [ahou, , , base] = anhui2025.platforms
    if (!ahou || !base) throw new Error('no platforms')
    const after: RuleSet = {
      ...anhui2025,
      platforms: anhui2025.platforms
        .filter((row) => row !== ahou)
        .map((row) => (row === base ? { ...row, subjects: ['professional'], until: plainDate('2027-12-31') } : row)),
    }
    const changes = compareRuleSets(anhui2025, after).platforms
    expect(changes.map(({ key, kind }) => [key, kind])).toEqual([
      ['ahou', 'removed'],
      ['fuyang-base', 'changed'],
    ])
    expect(changes[1]?.fields.toSorted()).toEqual(['subjects', 'until'])
  })

  test('settings, one by one', () => {
    const settings = { ...anhui2025.settings, oneOptionScope: 'all' as const, transition: { until: 2030, cohort: 'born before 1970' } }
    const after: RuleSet = { ...anhui2025, settings }
    expect(compareRuleSets(anhui2025, after).settings).toEqual([
      { key: 'oneOptionScope', before: 'achievements', after: 'all' },
      { key: 'transition', before: null, after: settings.transition },
    ])
    const copied: RuleSet = { ...anhui2025, settings: { ...settings, transition: { ...settings.transition } } }
    expect(compareRuleSets(after, copied).settings).toEqual([])
  })

  test('the years served', () => {
    const after: RuleSet = { ...anhui2025, fromYear: 2026, untilYear: 2027 }
    expect(compareRuleSets(anhui2025, after).years).toEqual({ before: { from: 1900, until: null }, after: { from: 2026, until: 2027 } })
  })
})

test('the difference read backwards has the same rows, sides exchanged', () => {
  const settings = { ...anhui2025.settings, denyAtShare: 0.9 }
  const after: RuleSet = {
    ...withFigure('book.joint', { value: 45 }),
    settings,
    platforms: anhui2025.platforms.slice(1),
    publicDeadlines: [],
    fromYear: 2026,
  }
  const forth = compareRuleSets(anhui2025, after)
  const back = compareRuleSets(after, anhui2025)
  expect(countChanges(forth)).toBe(5)
  expect(countChanges(back)).toBe(5)
  expect(back.figures.map(({ before, after: now }) => [now, before])).toEqual(forth.figures.map(({ before, after: now }) => [before, now]))
  expect(back.platforms.map(({ kind }) => kind)).toEqual(['added'])
  expect(forth.platforms.map(({ kind }) => kind)).toEqual(['removed'])
})
