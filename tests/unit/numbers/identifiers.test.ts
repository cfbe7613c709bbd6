import { describe, expect, test } from 'vitest'
import { identifiersOf, plainNumber } from '@/lib/numbers/identifiers'

const paper = (number: string, year = 2025) => identifiersOf({ category: 'paper', number, year })

describe('a DOI', () => {
  test.each([
    '10.1000/ABC-1',
    'doi:10.1000/abc-1',
    'DOI: 10.1000/abc‐1',
    'https://doi.org/10.1000/abc-1',
    'http://dx.doi.org/10.1000/ABC-1',
    '１０．１０００／ａｂｃ１',
    '10.1000/abc-1.',
    '10.1000/abc-1，第3期',
    '（10.1000/abc-1）',
    '10.1000/abc-1 ISSN 1000-0001',
  ])('%s is the same', (typed) => {
    expect(paper(typed)).toContain('doi:10.1000/abc1')
  })

  test('an odd but lawful one is kept whole', () => {
    expect(paper('10.1002/(SICI)1097-0258(19980815)17:15<1661::AID')[0]).toContain('doi:10.1002/(sici)1097')
  })

  test('a version number is none', () => {
    expect(paper('10.2 版 3/4').filter((key) => key.startsWith('doi'))).toEqual([])
  })
})

describe('a journal with its page', () => {
  test('ISSN with a check character X, in any case', () => {
    expect(paper('ISSN 1000-100X, 2025, 12(3): 45-50')).toEqual(['issn:1000100x:2025:45'])
    expect(paper('issn1000-100x 第3期第45页')).toEqual(['issn:1000100x:2025:45'])
    expect(paper('ＩＳＳＮ　１０００－１００Ｘ：４５～５０')).toEqual(['issn:1000100x:2025:45'])
  })

  test('a wrong check character is no ISSN: the whole is a number of its own', () => {
    expect(paper('1000-1001, 45-50')).toEqual(['own:paper:10001001,4550'])
  })

  test('another page, or another year, is another paper', () => {
    expect(paper('1000-100X: 45-50')).not.toEqual(paper('1000-100X: 51-60'))
    expect(paper('1000-100X: 45-50', 2024)).not.toEqual(paper('1000-100X: 45-50', 2025))
  })

  test('the journal alone says nothing of a paper', () => {
    expect(paper('ISSN 1000-100X').filter((key) => key.startsWith('issn'))).toEqual([])
  })

  test('by its CN number, and by both', () => {
    expect(paper('CN 34-1234/R, 2025(3): 45-50')).toEqual(['cn:341234:2025:45'])
    expect(paper('ISSN 1000-100X CN 34-1234/R 45-50页')).toEqual(['cn:341234:2025:45', 'issn:1000100x:2025:45'])
  })
})

describe('a patent', () => {
  test.each(['ZL 2025 1 0000001.2', 'zl202510000001.2', 'CN202510000001.2', '2025100000012', '专利号：ZL202510000001.2'])(
    '%s is the same',
    (number) => {
      expect(identifiersOf({ category: 'patent', number })).toEqual(['patent:2025100000012'])
    },
  )

  test('with X for 10, also of the older kind', () => {
    expect(identifiersOf({ category: 'patent', number: 'ZL98123456.X' })).toEqual(['patent:98123456x'])
  })

  test('thirteen digits elsewhere are none', () => {
    expect(identifiersOf({ category: 'book', number: '9787030000000' })).toEqual(['own:book:9787030000000'])
  })

  test('a software registration has its own number', () => {
    expect(identifiersOf({ category: 'patent', number: '2024SR 0123456' })).toEqual(['own:patent:2024sr0123456'])
  })
})

describe('a certificate', () => {
  test('is one document, whatever it was entered as', () => {
    const entered = [
      identifiersOf({ category: 'exam', number: '皖考 2025-0001' }),
      identifiersOf({ category: 'award', number: '皖考20250001' }),
      identifiersOf({ category: 'elsewhere', certificate: '皖考2025—0001' }),
    ]
    expect(new Set(entered.map(String)).size).toBe(1)
    expect(entered[0]).toEqual(['certificate:皖考20250001'])
  })

  test('too little to tell anything', () => {
    expect(identifiersOf({ category: 'award', number: ' 1-2 ' })).toEqual([])
    expect(identifiersOf({ category: 'paper' })).toEqual([])
    expect(identifiersOf({ category: 'elsewhere', certificate: '-' })).toEqual([])
  })
})

test('what was typed twice is the same once plain', () => {
  expect(plainNumber('https://DOI.org/10.1000/ABC-1')).toBe(plainNumber('１０．１０００／abc１'))
  expect(plainNumber(' - ')).toBe('')
  expect(plainNumber('doi 教育')).toBe('doi教育')
})
