import type { TitleLevel } from '@/lib/access/types'
import type { DemoOrganization } from './organizations'
import type { Random } from './random'

interface Title {
  titleSeries: string
  titleLevel: TitleLevel
  titleName: string
}

type Ladder = readonly [series: string, names: readonly [TitleLevel, string][]]

const HEALTH: Ladder = [
  '卫生技术',
  [
    ['assistant', '护师'],
    ['intermediate', '主管护师'],
    ['deputy_senior', '副主任医师'],
    ['senior', '主任医师'],
  ],
]
const SCHOOL: Ladder = [
  '中小学教师',
  [
    ['assistant', '二级教师'],
    ['intermediate', '一级教师'],
    ['deputy_senior', '高级教师'],
    ['senior', '正高级教师'],
  ],
]
const ENGINEERING: Ladder = [
  '工程技术',
  [
    ['junior_member', '技术员'],
    ['assistant', '助理工程师'],
    ['intermediate', '工程师'],
    ['deputy_senior', '高级工程师'],
  ],
]
const FARMING: Ladder = [
  '农业技术',
  [
    ['assistant', '助理农艺师'],
    ['intermediate', '农艺师'],
    ['deputy_senior', '高级农艺师'],
  ],
]

function ladderOf(employer: DemoOrganization | null): Ladder {
  const name = employer?.name ?? ''
  if (/医|卫生|保健/.test(name)) return HEALTH
  if (/学校|中学|小学/.test(name)) return SCHOOL
  if (/农/.test(name)) return FARMING
  return ENGINEERING
}

/** The title of a person at that age and, for a few, the next one that they apply for this year (N6.3). */
export function titleFor(
  employer: DemoOrganization | null,
  random: Random,
  age: number,
): { appointment: Title; application: Omit<Title, 'titleName'> | null } {
  const [titleSeries, names] = ladderOf(employer)
  const step = Math.min(names.length - 1, Math.max(0, Math.floor((age - 26) / 9)))
  const [titleLevel, titleName] = names[step] ?? names[0] ?? ['assistant', '']
  const next = names[step + 1]
  const application = next && random.chance(0.08) ? { titleSeries, titleLevel: next[0] } : null
  return { appointment: { titleSeries, titleLevel, titleName }, application }
}
