import { describe, expect, test } from 'vitest'
import { CATEGORIES, OPTIONS } from '@/lib/rules/types'
import { achievementOf, creditYears, emptyContent, mergeContent, missingOf, yearIsOpenChoice } from '@/lib/server/record/content'
import { changeOf, stepSchema } from '@/lib/server/record/draft/step-fields'
import { FIELD_STEPS, fieldsOf, firstOpenStep, stepAfter, stepOf, stepsOf } from '@/lib/server/record/draft/steps'

const courseware = emptyContent('courseware', 2026)

describe('the credit year', () => {
  test('is that of the day; for public study of early 2026 also the year before (N8.2)', () => {
    const may = { category: 'courseware' as const, subject: 'public' as const, completedOn: '2026-05-31' }
    expect(creditYears(may)).toEqual([2025, 2026])
    expect(creditYears({ ...may, completedOn: '2026-06-01' })).toEqual([2026])
    expect(creditYears({ ...may, subject: 'professional' })).toEqual([2026])
    expect(creditYears({ ...may, completedOn: null })).toEqual([])
    expect(creditYears({ category: 'exam', subject: null, completedOn: '2026-02-01' })).toEqual([2026])
  })

  test('stays chosen while it is possible, and is asked again once it is not', () => {
    const spring = mergeContent(courseware, { subject: 'public', completedOn: '2026-02-03' })
    expect([spring.year, yearIsOpenChoice(spring)]).toEqual([2026, true])
    const chosen = mergeContent(spring, { year: 2025 })
    expect([chosen.year, yearIsOpenChoice(chosen)]).toEqual([2025, false])
    expect(mergeContent(chosen, { title: '改名' }).year).toBe(2025)
    const later = mergeContent(chosen, { completedOn: '2026-07-01' })
    expect([later.year, later.details.yearChosen]).toEqual([2026, undefined])
    expect(yearIsOpenChoice(mergeContent(later, { completedOn: '2026-02-03' }))).toBe(true)
  })
})

describe('one achievement', () => {
  test.each([
    ['10.1000/ABC-1', '１０．１０００／abc１'],
    ['ZL 2025 1 0000001.2', 'zl202510000001.2'],
  ])('%s is %s', (one, other) => {
    const of = (number: string) => achievementOf({ category: 'paper', details: { number } })
    expect(of(one)).toBe(of(other))
  })

  test('without a number every record is its own, and an attended training is none', () => {
    expect(achievementOf({ category: 'paper', details: {} })).toBeNull()
    expect(achievementOf({ category: 'paper', details: { number: ' - ' } })).toBeNull()
    expect(achievementOf({ category: 'training', details: { number: '1' } })).toBeNull()
    expect(achievementOf({ category: 'patent', details: { number: '1' } })).not.toBe(
      achievementOf({ category: 'paper', details: { number: '1' } }),
    )
  })
})

describe('the pages', () => {
  test.each(CATEGORIES)('%s asks for everything that must be said, each thing once', (category) => {
    const content = emptyContent(category, 2025)
    const asked = FIELD_STEPS.flatMap((step) => [...fieldsOf(step, category)])
    for (const name of missingOf(content)) {
      expect(asked).toContain(name)
      expect(stepsOf(content)).toContain(stepOf(name, category))
    }
    expect(new Set(asked).size).toBe(asked.length)
    expect(asked.includes('option')).toBe(OPTIONS[category].length > 0)
  })

  test('a filing is asked for a professional training only', () => {
    const training = emptyContent('training', 2025)
    expect(stepsOf({ ...training, subject: 'professional' })).toContain('filing')
    expect(stepsOf({ ...training, subject: 'public' })).not.toContain('filing')
    expect(mergeContent({ ...training, subject: 'professional', filingId: 'x' }, { subject: 'public' }).filingId).toBeNull()
    expect(stepAfter({ ...training, subject: 'professional' }, 'kind')).toBe('filing')
    expect(stepAfter({ ...training, subject: 'public' }, 'kind')).toBe('about')
  })

  test('a draft goes on where something is missing', () => {
    const exam = emptyContent('exam', 2025)
    expect(firstOpenStep(exam, 0)).toBe('about')
    const said = { ...exam, title: '资格考试', assessment: '通过' }
    expect(firstOpenStep(said, 0)).toBe('time')
    expect(firstOpenStep({ ...said, completedOn: '2025-06-01' }, 0)).toBe('evidence')
    expect(firstOpenStep({ ...said, completedOn: '2025-06-01' }, 1)).toBe('check')
  })
})

describe('what a page said', () => {
  test('an empty field takes its detail away', () => {
    const change = changeOf({ labelledHours: 12, courses: null, completedOn: '2025-06-01' })
    expect(change).toEqual({ completedOn: '2025-06-01', details: { labelledHours: 12, courses: undefined } })
    const before = { ...courseware, details: { courses: 3, platform: 'ahou' } }
    expect(mergeContent(before, change).details).toMatchObject({ labelledHours: 12, courses: undefined, platform: 'ahou' })
  })

  test('the bounds of every number', () => {
    const schema = stepSchema(['hours'], 'elsewhere')
    const good = (hours: string) => schema.safeParse({ hours }).success
    expect(['0.1', '999.9', '１２.５'].every(good)).toBe(true)
    expect(['0', '1000', '1.25', '-1', '1e3', '', 'abc', '0x10'].some(good)).toBe(false)
  })

  test('what a page does not ask for is refused', () => {
    expect(stepSchema(['title'], 'exam').safeParse({ title: '资格考试', state: 'registered' }).success).toBe(false)
  })
})
