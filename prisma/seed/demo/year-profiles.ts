import type { DemoCity, DemoPerson } from './city'
import { baseCourses, type Entry, elsewhere, exam, filedTraining, others, paper, publicCourses, unfiledTraining } from './contents'
import type { Random } from './random'

/** The state that a record reaches in the demonstration; its processing stops there. */
export const TARGET_STATES = ['registered', 'draft', 'submitted', 'returned', 'accepted', 'publicized', 'rejected', 'withdrawn'] as const
export type TargetState = (typeof TARGET_STATES)[number]

export interface PlannedRecord {
  person: DemoPerson
  entry: Entry
  targetState: TargetState
}

/** Kinds of years that people have in the demonstration. */
export const YEAR_PROFILES = ['meets', 'exam', 'one_short', 'two_achievements', 'rushed', 'underway', 'beginning', 'nothing'] as const
export type YearProfile = (typeof YEAR_PROFILES)[number]

const FIELD_TRAININGS = {
  health: ['基层护理能力提升研修班', '医疗质量安全核心制度培训班'],
  school: ['新课程标准与教学评价培训班', '信息技术与学科融合研修班'],
  other: ['工程质量与安全管理研修班', '农业新技术推广培训班'],
} as const

function trainingsFor(person: DemoPerson, city: DemoCity): readonly [string, string] {
  const name = person.employer ? (city.organizations.get(person.employer)?.row.name ?? '') : ''
  if (/医|卫生|保健/.test(name)) return FIELD_TRAININGS.health
  if (/学校|中学|小学/.test(name)) return FIELD_TRAININGS.school
  return FIELD_TRAININGS.other
}

/** The profile of a person's year. Chosen at random, so that every employer has people of several profiles. */
export function yearProfileOf(index: number, random: Random): YearProfile {
  if (index % 61 === 17) return 'rushed'
  const roll = random.next()
  if (roll < 0.3) return 'meets'
  if (roll < 0.38) return 'exam'
  if (roll < 0.55) return 'one_short'
  if (roll < 0.63) return 'two_achievements'
  if (roll < 0.78) return 'underway'
  if (roll < 0.9) return 'beginning'
  return 'nothing'
}

/** The records of a person's year, each with the state it has reached on the demonstration's date. */
export function planYear(
  person: DemoPerson,
  profile: YearProfile,
  index: number,
  city: DemoCity,
  filings: ReadonlyMap<string, string>,
): PlannedRecord[] {
  const [long, short] = trainingsFor(person, city)
  const registered = (entry: Entry): PlannedRecord => ({ person, entry, targetState: 'registered' })
  const underway = (entry: Entry): PlannedRecord => ({
    person,
    entry,
    targetState: city.random.pick(['submitted', 'accepted', 'publicized', 'returned', 'draft', 'withdrawn'] as const),
  })
  const courses = publicCourses(index % 4 === 0 ? 34 : 30, '2025-09-20', index % 3 === 0 ? 'aust' : 'ahou')
  switch (profile) {
    case 'meets':
      return [
        registered(filedTraining(long, filings)),
        registered(courses),
        ...(index % 5 === 0 ? [registered(baseCourses(6, '2025-08-12'))] : []),
      ]
    case 'exam':
      return [
        registered(exam('全国专业技术资格考试', '2025-09-10', `KS2025${index}`)),
        ...(index % 2 ? [registered(publicCourses(10, '2025-07-01'))] : []),
      ]
    case 'one_short':
      return [
        registered(filedTraining(short, filings)),
        registered(publicCourses(30, '2025-06-30')),
        registered(baseCourses(20, '2025-08-02')),
        ...(index % 3 === 0 ? [underway(unfiledTraining('单位内部业务学习', '2025-10-20', '2025-10-21', 2))] : []),
      ]
    case 'two_achievements':
      return [
        registered(paper('淮北地区专业实践研究', index % 2 ? 'core' : 'other', '2025-05-15', `10.3969/fy.${index}`)),
        registered({
          category: 'patent',
          content: {
            option: 'invention',
            title: '一种淮北平原适用装置',
            assessment: '授权',
            completedOn: '2025-08-20',
            details: { number: `ZL20251${index}` },
          },
        }),
        underway(publicCourses(20, '2025-10-08')),
      ]
    case 'rushed':
      return [
        registered(filedTraining(long, filings)),
        registered(courses),
        ...others(index).slice(7, 10).map(registered),
        registered(elsewhere('国家级高级研修项目', 96, '2025-09-28', `GJ-${index}`)),
      ]
    case 'underway': {
      const list = others(index)
      const first = list[index % list.length]
      const second = list[(index + 4) % list.length]
      return [registered(publicCourses(18, '2025-05-06')), ...[first, second].flatMap((entry) => (entry ? [underway(entry)] : []))]
    }
    case 'beginning':
      return [underway(index % 2 ? publicCourses(12, '2025-10-30') : filedTraining('专业技术人员知识产权研修班', filings))]
    case 'nothing':
      return []
  }
}
