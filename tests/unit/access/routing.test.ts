import { describe, expect, test } from 'vitest'
import { COUNTIES, isWithin, officeRegion } from '@/lib/access/regions'
import { type CertificationCase, competentBureau, recordPath } from '@/lib/access/routing'
import { EMPLOYMENT_KINDS, type EmploymentKind, TITLE_LEVELS, type TitleLevel, UNIT_LEVELS, type UnitLevel } from '@/lib/access/types'

const SERIES = ['高等学校教师', '中小学教师', '卫生技术', '工程技术', null]

/** What the regulation says of one cell, clause by clause, the first that speaks of the person. */
const EXPECTED: [
  clause: string,
  of: (kind: EmploymentKind, level: UnitLevel, series: string | null, title: TitleLevel, applying: boolean) => boolean,
][] = [
  ['N6.1', (kind, level) => level === 'municipal' && ['public_institution', 'social_organization'].includes(kind)],
  [
    'N6.3',
    (_kind, _level, series, title, applying) =>
      applying && ['deputy_senior', 'senior'].includes(title) && ['高等学校教师', '中小学教师', '卫生技术'].includes(series ?? ''),
  ],
  ['N6.4', (kind) => kind.endsWith('_enterprise')],
  ['N6.2', () => true],
]

const cells = EMPLOYMENT_KINDS.flatMap((kind) =>
  UNIT_LEVELS.flatMap((level) =>
    SERIES.flatMap((series) =>
      TITLE_LEVELS.flatMap((title) => [true, false].map((applying) => [kind, level, series, title, applying] as const)),
    ),
  ),
)

describe('who certifies a year', () => {
  test.each(cells)('%s · %s · %s · %s · applying %s', (kind, level, series, title, applying) => {
    const clause = EXPECTED.find(([, speaks]) => speaks(kind, level, series, title, applying))?.[0]
    const toCity = clause === 'N6.1' || clause === 'N6.3'
    const person: CertificationCase = {
      employmentKind: kind,
      unitLevel: level,
      regionCode: '341222',
      authorityId: 'health-authority',
      titleSeries: series,
      titleLevel: title,
      applyingThisYear: applying,
    }
    expect(competentBureau(person)).toEqual({
      regionCode: toCity ? '341200' : '341222',
      authorityFirst: clause === 'N6.1' ? 'health-authority' : null,
      clause,
    })
  })

  test('all cells were there', () => {
    expect(cells).toHaveLength(5 * 2 * 5 * 5 * 2)
  })

  const teacher: CertificationCase = {
    employmentKind: 'public_institution',
    unitLevel: 'county',
    regionCode: '341282',
    authorityId: 'education',
    titleSeries: '中小学教师',
    titleLevel: 'deputy_senior',
    applyingThisYear: true,
  }

  test('a county teacher who applies for 副高 goes to the city, the colleague who does not stays', () => {
    expect(competentBureau(teacher)).toEqual({ regionCode: '341200', authorityFirst: null, clause: 'N6.3' })
    expect(competentBureau({ ...teacher, applyingThisYear: false })).toEqual({ regionCode: '341282', authorityFirst: null, clause: 'N6.2' })
  })

  test('a municipal unit that names no authority goes straight to the city', () => {
    expect(competentBureau({ ...teacher, unitLevel: 'municipal', authorityId: null })).toEqual({
      regionCode: '341200',
      authorityFirst: null,
      clause: 'N6.1',
    })
  })

  test('the series are a setting', () => {
    expect(competentBureau({ ...teacher, routedSeries: ['工程技术'] }).clause).toBe('N6.2')
    expect(competentBureau({ ...teacher, titleSeries: '工程技术', routedSeries: ['工程技术'] }).clause).toBe('N6.3')
  })

  test('a freelancer without unit: the county where they are', () => {
    expect(competentBureau({ ...teacher, employmentKind: 'freelance', unitLevel: null, applyingThisYear: false })).toEqual({
      regionCode: '341282',
      authorityFirst: null,
      clause: 'N6.2',
    })
  })
})

describe('who checks a record', () => {
  test.each([
    ['state_enterprise', true, 'employer'],
    ['state_enterprise', false, 'bureau'],
    ['public_institution', true, 'employer'],
    ['public_institution', false, 'bureau'],
    ['social_organization', true, 'employer'],
    ['social_organization', false, 'bureau'],
    ['non_public_enterprise', true, 'bureau'],
    ['non_public_enterprise', false, 'bureau'],
    ['freelance', true, 'bureau'],
    ['freelance', false, 'bureau'],
  ] as const)('%s, another officer %s: the %s', (employmentKind, unitHasOfficer, path) => {
    expect(recordPath({ employmentKind, unitHasOfficer })).toBe(path)
  })
})

describe('regions', () => {
  test('every county lies in the city and in itself, in no other', () => {
    for (const county of COUNTIES) {
      expect(isWithin(county, '341200')).toBe(true)
      expect(COUNTIES.filter((other) => isWithin(county, other))).toEqual([county])
      expect(isWithin('341200', county)).toBe(false)
    }
  })
  test('a region of another city lies nowhere here', () => {
    expect(isWithin('341302', '341200')).toBe(false)
    expect(isWithin('341302', '341302')).toBe(false)
  })
  test("a municipal unit is the city's wherever it lies", () => {
    expect(officeRegion({ regionCode: '341202', unitLevel: 'municipal' })).toBe('341200')
    expect(officeRegion({ regionCode: '341202', unitLevel: 'county' })).toBe('341202')
    expect(officeRegion({})).toBeNull()
  })
})
