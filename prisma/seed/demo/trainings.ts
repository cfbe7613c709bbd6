import type { Actor } from '@/lib/access/types'
import { type PlainDate, plainDate, startOfDay } from '@/lib/calendar/plain-date'
import { approveFiling } from '@/lib/server/filing/approve-filing'
import { holdFiling } from '@/lib/server/filing/end-filing'
import type { DemoCity } from './city'
import { fileTraining, REVIEWERS } from './file-training'
import { seedFilingScenes } from './scenes-filings'

interface Training {
  title: string
  /** Key of the industry authority. */
  field: 'health' | 'education' | 'agriculture'
  startsOn: string
  endsOn: string
  days: number
  provider: 'fengjie' | 'caoxin'
  /** Dates of the bureau's and of the authority's approval; null: not approved yet. */
  approvals: readonly [string | null, string | null]
  /** Date on which the provider reported that it was held. */
  heldOn?: string
}

export const TRAININGS: readonly Training[] = [
  {
    title: '医疗质量安全核心制度培训班',
    field: 'health',
    startsOn: '2025-04-07',
    endsOn: '2025-04-11',
    days: 5,
    provider: 'caoxin',
    approvals: ['2025-03-18', '2025-03-20'],
    heldOn: '2025-04-14',
  },
  {
    title: '基层护理能力提升研修班',
    field: 'health',
    startsOn: '2025-06-09',
    endsOn: '2025-06-18',
    days: 10,
    provider: 'caoxin',
    approvals: ['2025-05-20', '2025-05-22'],
    heldOn: '2025-06-19',
  },
  {
    title: '院内急救技能培训班',
    field: 'health',
    startsOn: '2025-11-03',
    endsOn: '2025-11-04',
    days: 2,
    provider: 'caoxin',
    approvals: ['2025-10-20', '2025-10-22'],
  },
  {
    title: '新课程标准与教学评价培训班',
    field: 'education',
    startsOn: '2025-07-07',
    endsOn: '2025-07-16',
    days: 10,
    provider: 'fengjie',
    approvals: ['2025-06-16', '2025-06-18'],
    heldOn: '2025-07-17',
  },
  {
    title: '信息技术与学科融合研修班',
    field: 'education',
    startsOn: '2025-08-18',
    endsOn: '2025-08-22',
    days: 5,
    provider: 'fengjie',
    approvals: ['2025-07-28', '2025-07-30'],
  },
  {
    title: '化工过程安全管理培训班',
    field: 'agriculture',
    startsOn: '2025-09-15',
    endsOn: '2025-09-17',
    days: 3,
    provider: 'fengjie',
    approvals: ['2025-08-29', '2025-09-01'],
  },
  {
    title: '工程质量与安全管理研修班',
    field: 'agriculture',
    startsOn: '2025-05-12',
    endsOn: '2025-05-23',
    days: 12,
    provider: 'fengjie',
    approvals: ['2025-04-21', '2025-04-23'],
  },
  {
    title: '农业新技术推广培训班',
    field: 'agriculture',
    startsOn: '2025-03-17',
    endsOn: '2025-03-26',
    days: 10,
    provider: 'fengjie',
    approvals: ['2025-02-26', '2025-02-28'],
    heldOn: '2025-03-27',
  },
  {
    title: '专业技术人员知识产权研修班',
    field: 'education',
    startsOn: '2025-10-13',
    endsOn: '2025-10-16',
    days: 4,
    provider: 'fengjie',
    approvals: ['2025-09-22', '2025-09-24'],
  },
  {
    title: '慢性病管理规范培训班',
    field: 'health',
    startsOn: '2025-12-01',
    endsOn: '2025-12-05',
    days: 5,
    provider: 'caoxin',
    approvals: ['2025-11-12', '2025-11-14'],
  },
  {
    title: '冬季安全生产专题培训班',
    field: 'agriculture',
    startsOn: '2025-12-08',
    endsOn: '2025-12-10',
    days: 3,
    provider: 'fengjie',
    approvals: ['2025-11-14', null],
  },
  {
    title: '班主任工作能力提升班',
    field: 'education',
    startsOn: '2025-12-15',
    endsOn: '2025-12-19',
    days: 5,
    provider: 'fengjie',
    approvals: [null, null],
  },
]

/** Nine o'clock in the morning of the date, in Asia/Shanghai. */
export function morning(day: string): Date {
  return new Date(startOfDay(plainDate(day)).getTime() + 9 * 3_600_000)
}

/** Files the trainings by the use cases; returns the filing ids by title. */
export async function seedTrainings(city: DemoCity): Promise<ReadonlyMap<string, string>> {
  const filings = new Map<string, string>()
  for (const { title, field, startsOn, endsOn, days, provider, approvals, heldOn } of TRAININGS) {
    const officer = actor(city, provider)
    const [first, second] = approvals
    const submittedOn = first ? dayBefore(first, 4) : '2025-11-14'
    const id = await fileTraining(city, officer, { title, field, startsOn, endsOn, days }, morning(submittedOn))
    if (first) await approveFiling(actor(city, 'xuwei'), { filing: id }, { now: morning(first) })
    if (second) await approveFiling(actor(city, REVIEWERS[field]), { filing: id }, { now: morning(second) })
    if (heldOn) await holdFiling(officer, { filing: id }, { now: morning(heldOn) })
    filings.set(title, id)
  }
  await seedFilingScenes(city)
  return filings
}

export function actor(city: DemoCity, login: string): Actor {
  const found = city.actors.get(login)
  if (!found) throw new RangeError(`no account ${login}`)
  return found
}

function dayBefore(day: string, days: number): PlainDate {
  return plainDate(new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10))
}
