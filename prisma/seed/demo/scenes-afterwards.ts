import type { Actor } from '@/lib/access/types'
import { appealRecord } from '@/lib/server/objection/appeal-record'
import { decideAppeal } from '@/lib/server/objection/decide-record-appeal'
import { correctRecord } from '@/lib/server/record/review/correct-record'
import { rejectRecords } from '@/lib/server/record/review/decide-records'
import { revokeRecord } from '@/lib/server/record/review/revoke-record'
import { recordStatesIn, statesIn } from '@/lib/workflow/state-groups'
import type { PrismaClient } from '@/prisma/generated/client/client'
import type { DemoCity } from './city'
import { actor, morning } from './trainings'

/** Rejected records with appeals that wait, are allowed or refused; registered records of certified years that are corrected or revoked. */
export async function seedAppealsAndCorrections(db: PrismaClient, city: DemoCity): Promise<void> {
  await seedAppeals(db, city)
  await seedCorrections(db, city)
}

async function seedAppeals(db: PrismaClient, city: DemoCity): Promise<void> {
  const reviewer = actor(city, 'chenguohua')
  const above = actor(city, 'xuwei')
  const waiting = await db.hourRecord.findMany({
    where: {
      state: { in: recordStatesIn('verification') },
      path: 'bureau',
      regionCode: reviewer.regionCode,
      person: { account: { loginName: { startsWith: 'person' } } },
    },
    select: { id: true, personId: true },
    orderBy: { id: 'asc' },
    take: 4,
  })
  for (const [index, { id, personId }] of waiting.entries()) {
    await rejectRecords(reviewer, { record: [id], reason: '证书编号在发证机构查询不到。' }, { now: morning('2025-11-14') })
    const own = city.people.find((person) => person.id === personId)?.actor
    if (!own || index === 3) continue
    await appealRecord(own, { id, reason: '已附发证机构出具的证明，请复核。' }, { now: morning('2025-11-15') })
    if (index === 0) continue
    const { version } = await db.hourRecord.findUniqueOrThrow({ where: { id }, select: { version: true } })
    const outcome = index === 1 ? ('allow' as const) : ('refuse' as const)
    const finding = index === 1 ? '证明属实，交由区人社局重新核验。' : '补充的证明仍不能说明培训内容，维持原决定。'
    await decideAppeal(above, { record: id, version, outcome, finding }, { now: morning('2025-11-17') })
  }
}

async function seedCorrections(db: PrismaClient, city: DemoCity): Promise<void> {
  const records = await db.hourRecord.findMany({
    where: {
      state: { in: recordStatesIn('counts') },
      category: 'training',
      person: { years: { some: { year: 2025, state: { in: statesIn('year', 'certified') } } } },
    },
    select: {
      id: true,
      version: true,
      regionCode: true,
      title: true,
      organizer: true,
      assessment: true,
      option: true,
      subject: true,
      startedOn: true,
      completedOn: true,
      personId: true,
    },
    orderBy: { id: 'asc' },
    take: 3,
  })
  const [corrected, revoked, appealed] = records
  if (corrected) {
    const { id, version, title, organizer, assessment, subject, startedOn, completedOn } = corrected
    const input = {
      record: id,
      version,
      title: `${title}（更正）`,
      organizer,
      assessment,
      option: '',
      subject,
      startedOn: plain(startedOn),
      completedOn: plain(completedOn) ?? ('2025-06-18' as never),
      days: null,
      times: null,
      labelledHours: null,
      hours: null,
      reason: '班次名称与备案文件不一致，按备案文件更正。',
    }
    await correctRecord(reviewerOf(city, corrected), input, { now: morning('2025-11-14') })
  }
  for (const [record, appeals] of [
    [revoked, false],
    [appealed, true],
  ] as const) {
    if (!record) continue
    const reason = { reason: '抽查发现签到不实。', finding: '经核对签到表与监控，本人未参加培训，撤销该条学时。' }
    await revokeRecord(reviewerOf(city, record), { record: record.id, version: record.version, ...reason }, { now: morning('2025-11-14') })
    const own = city.people.find((person) => person.id === record.personId)?.actor
    if (appeals && own && record.regionCode !== '341200') {
      await appealRecord(own, { id: record.id, reason: '当天有会议记录可以证明到场。' }, { now: morning('2025-11-17') })
    }
  }
}

function plain(date: Date | null) {
  return date ? (date.toISOString().slice(0, 10) as never) : null
}

function reviewerOf(city: DemoCity, record: { regionCode: string | null; personId: string }): Actor {
  for (const candidate of city.actors.values()) {
    const reviews = candidate.role === 'county_reviewer' || candidate.role === 'city_reviewer'
    if (reviews && candidate.regionCode === record.regionCode && candidate.personId !== record.personId) return candidate
  }
  throw new RangeError('no reviewer for the region')
}
