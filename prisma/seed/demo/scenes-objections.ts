import type { Actor } from '@/lib/access/types'
import { confirmObjectionContact } from '@/lib/server/objection/confirm-objection-contact'
import { decideObjection } from '@/lib/server/objection/decide-objection'
import { raiseObjection } from '@/lib/server/objection/raise-objection'
import { cancelBatch } from '@/lib/server/publicity/cancel-batch'
import { takeOutOfBatch } from '@/lib/server/publicity/take-out-of-batch'
import { recordStatesIn } from '@/lib/workflow/state-groups'
import type { PrismaClient } from '@/prisma/generated/client/client'
import type { DemoCity } from './city'
import { morning } from './trainings'

const VISITOR: Actor = { accountId: null, personId: null, role: 'visitor', grantId: null, organizationId: null, regionCode: null }

const OUTCOMES = ['unconfirmed', 'open', 'dismiss', 'uphold'] as const

/** Objections to publicized records: one with an unconfirmed contact, one that waits for its finding, one dismissed, one upheld. */
export async function seedObjections(db: PrismaClient, city: DemoCity): Promise<void> {
  const hospital = city.organizations.get('hospital')?.id
  const shown = await db.publicityItem.findMany({
    where: {
      takenOutAt: null,
      batch: { inPublic: true },
      record: { state: { in: recordStatesIn('awaiting_confirmation') }, person: { account: { loginName: { not: 'wangliping' } } } },
    },
    select: {
      id: true,
      recordId: true,
      batchId: true,
      record: { select: { personId: true } },
      batch: { select: { organizationId: true } },
    },
    orderBy: { id: 'asc' },
  })
  // The hospital's records first, because its officer is one of the accounts on the sign-in page.
  const items = [...shown].sort((a, b) => Number(b.batch.organizationId === hospital) - Number(a.batch.organizationId === hospital))
  for (const [index, outcome] of OUTCOMES.entries()) {
    const item = items[index]
    if (!item) throw new RangeError('too few records on the board')
    const given = {
      item: item.id,
      reason: '据了解，该培训当天本人未到场。',
      name: '群众',
      contactKind: 'email' as const,
      contact: `objector${index}@example.com`,
    }
    const { code } = await raiseObjection(VISITOR, given, { now: morning('2025-11-14') })
    if (outcome === 'unconfirmed') continue
    await confirmObjectionContact(VISITOR, { code }, { now: morning('2025-11-14') })
    if (outcome === 'open') continue
    const objection = await db.objection.findFirstOrThrow({ where: { recordId: item.recordId }, select: { id: true } })
    const finding = outcome === 'dismiss' ? '经查签到表与考勤记录，本人全程参加，异议不成立。' : '经查签到表缺少两天签名，异议成立。'
    await decideObjection(officerOf(city, item), { objection: objection.id, verdict: outcome, finding }, { now: morning('2025-11-17') })
  }
  const [takenOut, ...others] = items.slice(OUTCOMES.length)
  const objectedBatches = new Set(items.slice(0, OUTCOMES.length).map((item) => item.batchId))
  const cancelled = others.find((item) => item.batchId !== takenOut?.batchId && !objectedBatches.has(item.batchId))
  if (takenOut)
    await takeOutOfBatch(
      officerOf(city, takenOut),
      { record: takenOut.recordId, reason: '单位需要再核对证明材料。' },
      { now: morning('2025-11-17') },
    )
  if (cancelled) {
    await cancelBatch(
      officerOf(city, cancelled),
      { batch: cancelled.batchId, reason: '公示名单有误，重新公示。' },
      { now: morning('2025-11-17') },
    )
  }
}

function officerOf(city: DemoCity, item: { batch: { organizationId: string }; record: { personId: string } }): Actor {
  for (const officers of city.officers.values()) {
    const officer = officers.find((one) => one.organizationId === item.batch.organizationId && one.personId !== item.record.personId)
    if (officer) return officer
  }
  throw new RangeError('no officer for the batch')
}
