import type { Actor } from '@/lib/access/types'
import { answerCase } from '@/lib/server/case/answer-case'
import { raiseMissing } from '@/lib/server/case/raise-missing'
import { disownRecord } from '@/lib/server/record/act-on-own-record'
import { submitRecord } from '@/lib/server/record/submit-record'
import { confirmRoster } from '@/lib/server/roster/confirm-roster'
import { readRoster } from '@/lib/server/roster/read-roster'
import { uploadRoster } from '@/lib/server/roster/upload-roster'
import { decryptPersonal } from '@/lib/server/security/personal-number'
import { writeWorkbook } from '@/lib/server/workbook/write-workbook'
import type { PrismaClient } from '@/prisma/generated/client/client'
import type { DemoCity } from './city'
import { person } from './scenes-named'
import { actor, morning } from './trainings'

const TRAINING = '专业技术人员知识产权研修班'
const COLUMN_HEADERS = ['姓名', '身份证号', '参加天数', '考核结果']

/**
 * A roster with one record that its person has not answered, one accepted and one disowned; cases of people missing from it, one in time,
 * one answered and one overdue; and a draft roster with rows to correct.
 */
export async function seedRosters(db: PrismaClient, city: DemoCity, filings: ReadonlyMap<string, string>): Promise<void> {
  const provider = actor(city, 'fengjie')
  const filing = filings.get(TRAINING) ?? ''
  const listed = ['zhaozhiqiang', 'liuyang', 'sunxiaomei']
  const rows = await Promise.all(listed.map((login) => rowOf(db, city, login, 4)))
  await upload(provider, filing, '知识产权研修班名册.xlsx', rows, '2025-10-20')
  const { draft } = await readRoster(provider, filing, { show: null, roster: null, after: null }, morning('2025-10-20'))
  await confirmRoster(provider, { roster: draft?.id ?? '', version: draft?.version ?? 0 }, { now: morning('2025-10-20') })
  const accepted = await recordOf(db, city, 'liuyang', filing)
  await submitRecord(person(city, 'liuyang').actor, { id: accepted }, { now: morning('2025-11-14') })
  const disowned = await recordOf(db, city, 'sunxiaomei', filing)
  await disownRecord(person(city, 'sunxiaomei').actor, { id: disowned }, { now: morning('2025-11-14') })

  await missing(city, filing, 'wangliping', '四天都参加了，座位在第三排，现场签过到。', '2025-11-12')
  const [late, answered] = city.people.filter(({ login, employer }) => login.startsWith('person') && employer !== null).slice(-2)
  if (late) await missing(city, filing, late.login, '参加了前三天，名册上没有我。', '2025-10-21')
  if (answered) {
    const id = await missing(city, filing, answered.login, '四天都参加了。', '2025-10-22')
    const answer = { version: 1, outcome: 'correction' as const, finding: '签到表上有本人签名，名册漏列。', days: 4, result: '合格' }
    await answerCase(provider, { case: id, ...answer }, { now: morning('2025-10-27') })
  }
  const unfinished = [await rowOf(db, city, 'wangliping', 9), ['查无此人', '341202199001010010', 3, '合格']]
  await upload(provider, filings.get('农业新技术推广培训班') ?? '', '农业新技术名册.xlsx', unfinished, '2025-11-17')
}

async function upload(provider: Actor, filing: string, fileName: string, rows: (string | number)[][], on: string): Promise<void> {
  const bytes = await writeWorkbook([{ name: '名册', columns: COLUMN_HEADERS.map((head) => ({ head, width: 16 })), rows }])
  await uploadRoster(provider, { filing, fileName, bytes, locale: 'zh-CN' }, { now: morning(on) })
}

async function rowOf(db: PrismaClient, city: DemoCity, login: string, days: number): Promise<(string | number)[]> {
  const { id, name } = person(city, login)
  const { idNumberCipher } = await db.person.findUniqueOrThrow({ where: { id }, select: { idNumberCipher: true } })
  return [name, decryptPersonal(idNumberCipher), days, '合格']
}

async function recordOf(db: PrismaClient, city: DemoCity, login: string, filingId: string): Promise<string> {
  const { id } = person(city, login)
  return (await db.hourRecord.findFirstOrThrow({ where: { personId: id, filingId }, select: { id: true } })).id
}

async function missing(city: DemoCity, filing: string, login: string, reason: string, on: string): Promise<string> {
  const { id } = await raiseMissing(person(city, login).actor, { filing, reason, days: null }, { now: morning(on) })
  return id
}
