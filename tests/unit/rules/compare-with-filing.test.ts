import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/calendar/plain-date'
import { compareWithFiling, differingFields, type EnteredTraining, type FiledTraining } from '@/lib/rules/compare-with-filing'

const filed: FiledTraining = {
  title: '急救技能（第二期）培训班',
  organizer: '阜阳市人民医院',
  startsOn: plainDate('2025-04-07'),
  endsOn: plainDate('2025-04-11'),
  days: 5,
  approvedOn: plainDate('2025-04-01'),
}
const entered: EnteredTraining = {
  title: '急救技能(第二期)培训班',
  organizer: '阜阳市人民医院 急诊科',
  startedOn: plainDate('2025-04-07'),
  completedOn: plainDate('2025-04-11'),
  days: 5,
}
const of = (said: Partial<EnteredTraining>, written: Partial<FiledTraining> = {}) =>
  compareWithFiling({ ...entered, ...said }, { ...filed, ...written })

describe('what was entered against what was filed', () => {
  test('the same, in other brackets and with the department', () => {
    expect(of({})).toEqual({ matches: { title: 'same', organizer: 'same', dates: 'same', days: 'same' }, approval: 'in_time' })
  })

  test('another title, another organiser', () => {
    expect(differingFields(of({ title: '急救技能（第三期）培训班', organizer: '太和县人民医院' }))).toEqual(['title', 'organizer'])
  })

  test('a part of it is less; outside of it differs', () => {
    expect(of({ startedOn: plainDate('2025-04-08'), days: 4 }).matches).toMatchObject({ dates: 'less', days: 'less' })
    expect(of({ completedOn: plainDate('2025-04-12'), days: 5.5 }).matches).toMatchObject({ dates: 'differs', days: 'differs' })
    expect(of({ startedOn: plainDate('2025-04-06') }).matches.dates).toBe('differs')
  })

  test('what is not said yet differs from nothing', () => {
    expect(of({ title: '', organizer: '', startedOn: null, completedOn: null, days: null })).toEqual(of({}))
    expect(of({}, { organizer: null }).matches.organizer).toBe('same')
  })
})

describe('the approval', () => {
  test.each([
    ['on the first day', '2025-04-07', 'in_time'],
    ['a day later', '2025-04-08', 'late'],
  ])('%s', (_, approvedOn, answer) => {
    expect(of({}, { approvedOn: plainDate(approvedOn) }).approval).toBe(answer)
  })

  test('against the day one came, where that was later', () => {
    expect(of({ startedOn: plainDate('2025-04-09') }, { approvedOn: plainDate('2025-04-08') }).approval).toBe('in_time')
  })

  test('none', () => {
    expect(of({}, { approvedOn: null }).approval).toBe('none')
  })
})
