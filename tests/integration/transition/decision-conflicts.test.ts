import { beforeAll } from 'vitest'
import { appealRecord } from '@/lib/server/objection/appeal-record'
import { decideAppeal } from '@/lib/server/objection/decide-record-appeal'
import { correctRecord } from '@/lib/server/record/review/correct-record'
import { rejectRecords, verifyRecords } from '@/lib/server/record/review/decide-records'
import { reopenRecord } from '@/lib/server/record/review/reopen-record'
import { revokeRecord } from '@/lib/server/record/review/revoke-record'
import { type HandedIn, makeManySubmitted } from '@/tests/builders/many'
import { byCounty, byThemself, cast, meet, on, TEXT, versionOf } from './cast'
import { type Act, fight } from './contest'

// As in conflicts.test: what meets after a decision.

beforeAll(meet)

async function rejected(count: number): Promise<HandedIn[]> {
  const made = await makeManySubmitted(count, cast().free, null)
  await rejectRecords(cast().counties[0], { record: made.map(({ id }) => id), reason: TEXT.reason }, on('2025-11-06'))
  return made
}

const appeal: Act<HandedIn> = {
  name: 'appeal',
  events: ['appeal'],
  actors: byThemself,
  run: (actor, { id }) => appealRecord(actor, { id, reason: '请复核' }, on('2025-11-07')),
}

fight('rejected', rejected, [appeal])

async function registered(count: number): Promise<HandedIn[]> {
  const made = await makeManySubmitted(count, cast().free, null)
  await verifyRecords(cast().counties[0], { record: made.map(({ id }) => id) }, on('2025-11-06'))
  return made
}

async function revoked(count: number): Promise<HandedIn[]> {
  const made = await registered(count)
  for (const { id } of made) await revokeRecord(cast().counties[0], { record: id, version: await versionOf(id), ...TEXT }, on('2025-11-07'))
  return made
}

fight('revoked', revoked, [appeal])

async function appealed(count: number): Promise<HandedIn[]> {
  const made = await rejected(count)
  for (const { id, person } of made) await appealRecord(person.actor, { id, reason: '请复核' }, on('2025-11-07'))
  return made
}

const answer = (outcome: 'allow' | 'refuse'): Act<HandedIn> => ({
  name: outcome,
  events: [outcome],
  actors: () => cast().cities,
  run: async (actor, { id }) =>
    decideAppeal(actor, { record: id, version: await versionOf(id), outcome, finding: TEXT.finding }, on('2025-11-10')),
})

fight('appealed', appealed, [answer('allow'), answer('refuse')])

const CORRECTION = {
  organizer: '省医学会',
  assessment: '优秀',
  option: 'provincial',
  subject: 'professional',
  startedOn: '2025-10-11',
  completedOn: '2025-10-12',
  days: null,
  times: null,
  labelledHours: null,
  hours: null,
  reason: '按会议通知更正',
} as const

fight('registered', registered, [
  {
    name: 'revoke',
    events: ['revoke'],
    actors: byCounty,
    run: async (actor, { id }) => revokeRecord(actor, { record: id, version: await versionOf(id), ...TEXT }, on('2025-11-10')),
  },
  {
    name: 'correct',
    events: ['correct'],
    actors: byCounty,
    run: async (actor, { id }) =>
      correctRecord(actor, { ...CORRECTION, record: id, version: await versionOf(id), title: '更正后的会议' } as never, on('2025-11-10')),
  },
  {
    name: 'reopen',
    events: ['reopen'],
    actors: byCounty,
    run: async (actor, { id }) => reopenRecord(actor, { record: id, version: await versionOf(id), reason: TEXT.reason }, on('2025-11-10')),
  },
])
