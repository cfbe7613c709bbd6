import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/calendar/plain-date'
import { evaluateTerm } from '@/lib/rules/evaluate-term'
import { planTerm, withHours } from '@/lib/rules/plan-term'
import type { TermCase, TermYear } from '@/lib/rules/types'

const FIRST = 2021

function term(length: number, years: readonly TermYear[], settings?: TermCase['settings']): TermCase {
  return {
    kind: 'term',
    from: plainDate(`${FIRST}-01-01`),
    to: plainDate(`${FIRST + length - 1}-12-31`),
    years,
    ...(settings ? { settings } : {}),
  }
}

const year = (value: number, total: number, professional: number): TermYear => ({ year: value, total, professional })
const tenths = (hours: number) => Math.round(hours * 10)

describe('what is left of a term', () => {
  test('is spread so that the years end up level, professional hours in proportion', () => {
    const plan = planTerm(term(4, [year(2021, 100, 70), year(2022, 60, 40), year(2023, 20, 20)]), [2023, 2024])
    expect(plan).toMatchObject({ kind: 'planned', missing: { total: 180, professional: 110 }, warned: false })
    if (plan.kind !== 'planned') return
    expect(plan.years.map(({ year: value, total }) => [value, total])).toEqual([
      [2023, 80],
      [2024, 100],
    ])
    expect(plan.years.reduce((sum, { professional }) => sum + tenths(professional), 0)).toBe(1100)
  })

  test('asks for professional hours alone where only they are missing', () => {
    const plan = planTerm(term(2, [year(2021, 180, 80)]), [2022])
    expect(plan).toMatchObject({ kind: 'impossible', because: 'rushed' })
    const three = planTerm(term(3, [year(2021, 150, 80), year(2022, 130, 60)]), [2023])
    expect(three).toMatchObject({ kind: 'planned', years: [{ year: 2023, total: 40, professional: 40 }] })
  })

  test('leaves a year that holds more than the level alone', () => {
    const plan = planTerm(term(3, [year(2022, 120, 80)]), [2021, 2022, 2023])
    expect(plan).toMatchObject({ kind: 'planned' })
    if (plan.kind === 'planned') expect(plan.years.map(({ year: value }) => value)).toEqual([2021, 2023])
  })

  test('is nothing where the term is met, and impossible where no year is left or one alone holds the whole', () => {
    expect(planTerm(term(2, [year(2021, 90, 60), year(2022, 90, 60)]), [2022])).toEqual({ kind: 'fulfilled' })
    expect(planTerm(term(2, [year(2021, 90, 60)]), [])).toMatchObject({ kind: 'impossible', because: 'no_years_left' })
    expect(planTerm(term(2, [year(2021, 180, 120)]), [2022])).toMatchObject({ kind: 'impossible', because: 'rushed' })
    // All of it would have to come in the last year: that is what the guard is against.
    expect(planTerm(term(3, []), [2023])).toMatchObject({ kind: 'impossible', because: 'rushed' })
  })

  test('says when it comes near the guard', () => {
    expect(planTerm(term(2, [year(2021, 40, 40)]), [2022])).toMatchObject({ kind: 'planned', warned: true })
  })
})

const hours = fc.integer({ min: 0, max: 4_000 })
const someYears = (length: number) =>
  fc.array(
    fc
      .tuple(hours, fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([total, share]) => ({ total, professional: Math.floor(total * share) })),
    { minLength: length, maxLength: length },
  )
const someTerm = fc.integer({ min: 1, max: 7 }).chain((length) =>
  fc.record({
    length: fc.constant(length),
    years: someYears(length),
    given: fc.array(fc.boolean(), { minLength: length, maxLength: length }),
    left: fc.subarray(Array.from({ length }, (_, index) => FIRST + index)),
    deny: fc.constantFrom(1, 0.9, 0.6, 0.4, 0.25),
  }),
)

function built({
  length,
  years,
  given,
  deny,
}: {
  length: number
  years: { total: number; professional: number }[]
  given: boolean[]
  deny: number
}) {
  const held = years.flatMap(({ total, professional }, index) => (given[index] ? [year(FIRST + index, total / 10, professional / 10)] : []))
  return term(length, held, { denyAtShare: deny, warnAtShare: Math.min(deny, 0.75) })
}

test('following the plan always meets the term, in whole tenths, professional within total, in the years left only', () => {
  fc.assert(
    fc.property(someTerm, (sample) => {
      const input = built(sample)
      const plan = planTerm(input, sample.left)
      if (plan.kind !== 'planned') return
      for (const planned of plan.years) {
        expect(sample.left).toContain(planned.year)
        expect(planned.total).toBe(tenths(planned.total) / 10)
        expect(planned.professional).toBeGreaterThanOrEqual(0)
        expect(planned.professional).toBeLessThanOrEqual(planned.total)
      }
      expect(plan.years.reduce((sum, { total }) => sum + tenths(total), 0)).toBe(tenths(plan.missing.total))
      expect(evaluateTerm(withHours(input, plan.years)).outcome).toBe('met')
    }),
    { numRuns: 3_000 },
  )
})

test('where the plan says impossible, no hours in the years left meet the term', () => {
  fc.assert(
    fc.property(someTerm, someYears(7), (sample, tries) => {
      const input = built(sample)
      if (planTerm(input, sample.left).kind !== 'impossible') return
      const added = sample.left.map((value, index) => ({
        year: value,
        total: (tries[index]?.total ?? 0) / 10,
        professional: (tries[index]?.professional ?? 0) / 10,
      }))
      expect(evaluateTerm(withHours(input, added)).outcome).not.toBe('met')
    }),
    { numRuns: 3_000 },
  )
})
