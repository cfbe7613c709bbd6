import { openBatch } from '@/lib/server/publicity/open-batch'
import { saveDraft } from '@/lib/server/record/draft/save-draft'
import { acceptRecords, returnRecords } from '@/lib/server/record/review/decide-records'
import { submitRecord } from '@/lib/server/record/submit-record'
import type { DemoCity, DemoPerson } from './city'
import { baseCourses, filedTraining, paper, publicCourses, unfiledTraining } from './contents'
import { draft, submit } from './enter'
import { type EnteredRecord, processRecords } from './process-records'
import { actor, morning } from './trainings'

/** The years of the accounts on the sign-in page, each in a state in which there is something to do. */
export async function seedNamedPeople(city: DemoCity, filings: ReadonlyMap<string, string>): Promise<void> {
  const entered: EnteredRecord[] = []
  const register = async (person: DemoPerson, entry: Parameters<typeof submit>[1]): Promise<void> => {
    entered.push({ id: await submit(person, entry, morning('2025-10-20')), person, targetState: 'registered' })
  }
  const wang = person(city, 'wangliping')
  await register(wang, filedTraining('医疗质量安全核心制度培训班', filings))
  await register(wang, paper('基层护理质控的实践与改进', 'other', '2025-09-01', '10.3969/fy.qh.1'))
  await register(wang, publicCourses(34, '2025-10-16'))
  const zhao = person(city, 'zhaozhiqiang')
  await register(zhao, baseCourses(48, '2025-08-20'))
  await register(zhao, publicCourses(30, '2025-07-18', 'aust'))
  const liu = person(city, 'liuyang')
  await register(liu, filedTraining('新课程标准与教学评价培训班', filings))
  await processRecords(city, entered, { reviewed: morning('2025-10-22'), opened: morning('2025-10-23'), confirmed: morning('2025-11-04') })

  await seedReturnedRecord(city, wang, filings)
  await draft(wang, unfiledTraining('院内感染防控业务学习', '2025-11-10', '2025-11-11', 2), morning('2025-11-12'))
  // One is overdue on the demonstration's date, the other due two days later.
  await submit(zhao, filedTraining('化工过程安全管理培训班', filings), morning('2025-11-10'))
  await submit(person(city, 'sunxiaomei'), publicCourses(12, '2025-10-30'), morning('2025-11-13'))
}

/** A record that was returned because a page was missing, submitted again and is now on the publicity board. */
async function seedReturnedRecord(city: DemoCity, wang: DemoPerson, filings: ReadonlyMap<string, string>): Promise<void> {
  const officer = actor(city, 'liming')
  const id = await submit(wang, filedTraining('院内急救技能培训班', filings), morning('2025-11-05'))
  await returnRecords(officer, { record: [id], reason: '请补考核结果页。' }, { now: morning('2025-11-06') })
  const again = new Date(morning('2025-11-06').getTime() + 5 * 3_600_000)
  await saveDraft(wang.actor, { id, content: { assessment: '考核合格，成绩 92 分' } }, { now: again })
  await submitRecord(wang.actor, { id }, { now: again })
  await acceptRecords(officer, { record: [id] }, { now: morning('2025-11-13') })
  await openBatch(officer, { record: [id], contact: '人事科 李明 0558-0000000' }, { now: morning('2025-11-13') })
}

export function person(city: DemoCity, login: string): DemoPerson {
  const found = city.people.find((candidate) => candidate.login === login)
  if (!found) throw new RangeError(`no person ${login}`)
  return found
}
