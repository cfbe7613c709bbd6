import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, plainDate } from '@/lib/calendar/plain-date'
import { evaluateYear } from '@/lib/rules/evaluate-year'
import { recognise, type Study } from '@/lib/rules/recognise'
import { ruleSetFor, ruleSets } from '@/lib/rules/rule-sets'
import type { RecordInput, RuleSet, Subject } from '@/lib/rules/types'

const day = plainDate
const [shipped] = ruleSets
if (!shipped) throw new Error('no rule set')

/** The shipped rules, with a platform of two windows for different subjects and a gap between. */
const SETS: readonly RuleSet[] = [
  {
    ...shipped,
    platforms: [
      ...shipped.platforms,
      {
        code: 'two',
        name: '两段',
        subjects: ['public'],
        from: day('2025-01-01'),
        until: day('2025-03-31'),
        clause: 'N5.2',
        nameStatus: 'legible',
        fromStatus: 'partial',
      },
      {
        code: 'two',
        name: '两段',
        subjects: ['public'],
        from: day('2025-06-01'),
        clause: 'M12.12',
        nameStatus: 'legible',
        fromStatus: 'legible',
      },
    ],
  },
]

const course = (code: string, on: string): Study => ({ kind: 'platform', code, completedOn: day(on) })
const training = (from: string, to: string, approved: string | null, days = 1): Study => ({
  kind: 'training',
  startedOn: day(from),
  completedOn: day(to),
  days,
  approvedOn: approved === null ? null : day(approved),
})

describe('both sides of every day on which it turns', () => {
  test.each([
    ['the last day of a platform', course('zjzx-2024', '2025-05-31'), 'public', true, 'window_open', 'N3.3', 'legible'],
    ['the day after', course('zjzx-2024', '2025-06-01'), 'public', false, 'window_over', 'N3.3', 'legible'],
    ['the day before a platform begins', course('two', '2024-12-31'), 'public', false, 'window_not_yet', 'M12.12', 'legible'],
    ['its first day', course('two', '2025-01-01'), 'public', true, 'window_open', 'N5.2', 'partial'],
    ['between two windows', course('two', '2025-04-01'), 'public', false, 'window_between', 'M12.12', 'legible'],
    ['the second window', course('two', '2025-06-01'), 'public', true, 'window_open', 'M12.12', 'legible'],
    ['another subject', course('two', '2025-06-01'), 'professional', false, 'other_subject', 'M12.12', 'legible'],
    ['a platform nobody knows', course('nobody', '2025-06-01'), 'public', false, 'not_registered', 'M12.12', 'legible'],
    [
      'agreed to on the first day',
      training('2025-04-07', '2025-04-11', '2025-04-07', 5),
      'professional',
      true,
      'filed_in_time',
      'N3.2',
      'legible',
    ],
    [
      'agreed to a day later',
      training('2025-04-07', '2025-04-11', '2025-04-08', 5),
      'professional',
      false,
      'filed_meanwhile',
      'N3.2',
      'legible',
    ],
    [
      'agreed to on the last day',
      training('2025-04-07', '2025-04-11', '2025-04-11', 5),
      'professional',
      false,
      'filed_meanwhile',
      'N3.2',
      'legible',
    ],
    [
      'agreed to once it was over',
      training('2025-04-07', '2025-04-11', '2025-04-12', 5),
      'professional',
      false,
      'filed_late',
      'N3.2',
      'legible',
    ],
    ['never agreed to', training('2025-04-07', '2025-04-07', null), 'professional', false, 'not_filed', 'N3.2', 'legible'],
    [
      'never agreed to, in the public subject',
      training('2025-04-07', '2025-04-07', null),
      'public',
      true,
      'no_filing_needed',
      'M12.10',
      'legible',
    ],
    [
      'more days than there are',
      training('2025-04-07', '2025-04-08', '2025-04-01', 5),
      'professional',
      false,
      'days_exceed_span',
      'M12.10',
      'legible',
    ],
  ] as const)('%s', (_, study, subject, counts, because, clause, status) => {
    expect(recognise(study, subject, SETS)).toMatchObject({ counts, because, clause, status })
  })
})

test('what is learned after the year for its public subject names both years, the professional one only its own', () => {
  expect(recognise(course('ahou', '2026-05-31'), 'public', SETS).years).toEqual([2025, 2026])
  expect(recognise(course('fuyang-base', '2026-06-01'), 'public', SETS).years).toEqual([2026])
  expect(recognise(course('fuyang-base', '2026-05-31'), 'professional', SETS).years).toEqual([2026])
  expect(recognise(course('ahou', '2026-06-01'), 'public', SETS)).toMatchObject({ counts: false, years: [], because: 'window_over' })
})

const days = fc.integer({ min: 0, max: 1200 }).map((n) => addDays(day('2024-01-01'), n))
const study: fc.Arbitrary<Study> = fc.oneof(
  fc.record({
    kind: fc.constant('platform' as const),
    code: fc.constantFrom('ahou', 'aust', 'zjzx-2024', 'fuyang-base', 'two', 'none', ''),
    completedOn: days,
  }),
  fc
    .record({
      startedOn: days,
      length: fc.integer({ min: 0, max: 9 }),
      days: fc.integer({ min: 1, max: 20 }).map((n) => n / 2),
      approvedOn: fc.option(days),
    })
    .map(({ length, ...rest }) => ({ ...rest, kind: 'training' as const, completedOn: addDays(rest.startedOn, length) })),
)

test('says of any study what evaluateYear says of a record of it, in the year it names and in those it does not', () => {
  fc.assert(
    fc.property(study, fc.constantFrom<Subject>('public', 'professional'), (asked, subject) => {
      const verdict = recognise(asked, subject, SETS)
      const record = recordOf(asked, subject)
      const own = Number(record.completedOn.slice(0, 4))
      for (const year of [own - 1, own, own + 1]) {
        const line = evaluateYear({ kind: 'year', year, records: [record] }, { ruleSet: ruleSetFor(year, SETS) }).lines[0]
        expect(line?.reason === null || line?.reason === 'public_courseware_cap').toBe(verdict.years.includes(year))
        if (year === own && !verdict.counts) expect(line?.reason).toBe(verdict.reason)
      }
      expect(verdict.counts).toBe(verdict.years.length > 0)
    }),
    { numRuns: 3_000 },
  )
})

function recordOf(asked: Study, subject: Subject): RecordInput {
  if (asked.kind === 'platform') return { id: 'r', category: 'courseware', subject, platform: asked.code, completedOn: asked.completedOn }
  const { startedOn, completedOn, days: held, approvedOn } = asked
  return { id: 'r', category: 'training', subject, startedOn, completedOn, days: held, ...(approvedOn ? { filing: { approvedOn } } : {}) }
}
