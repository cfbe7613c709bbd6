import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/types'
import { db } from '@/lib/server/db'
import { confirmObjectionContact } from '@/lib/server/objection/confirm-objection-contact'
import { decideObjection } from '@/lib/server/objection/decide-objection'
import { raiseObjection } from '@/lib/server/objection/raise-objection'
import { cancelBatch } from '@/lib/server/publicity/cancel-batch'
import { confirmBatch } from '@/lib/server/publicity/confirm-batch'
import { openBatch } from '@/lib/server/publicity/open-batch'
import { takeOutOfBatch } from '@/lib/server/publicity/take-out-of-batch'
import { appealRecord } from '@/lib/server/record/appeal-record'
import { disownRecord } from '@/lib/server/record/disown-record'
import { acceptRecords } from '@/lib/server/record/review/accept-records'
import { rejectRecords } from '@/lib/server/record/review/reject-records'
import { returnRecords } from '@/lib/server/record/review/return-records'
import { submitRecord } from '@/lib/server/record/submit-record'
import { withdrawRecord } from '@/lib/server/record/withdraw-record'
import { correctRecord } from '@/lib/server/verification/correct-record'
import { decideAppeal } from '@/lib/server/verification/decide-appeal'
import { reopenRecord } from '@/lib/server/verification/reopen-record'
import { revokeRecord } from '@/lib/server/verification/revoke-record'
import { verifyRecords } from '@/lib/server/verification/verify-records'
import { seedReference } from '@/prisma/seed/reference'
import { type MadePerson, makeBureau, makeEmployer, makeOfficer, makePerson, noon } from '@/tests/builders/city'
import { type HandedIn, makeManySubmitted } from '@/tests/builders/many'
import { type Act, allHolds, oneWins, pairsOf, REPEATS } from './contest'

// Two connections, a barrier, a hundred times: every pair of acts that cannot both be had. One wins, the other reads who and with what.

const on = (day: string) => ({ now: noon(day) })
const VISITOR: Actor = { accountId: null, personId: null, role: 'visitor', grantId: null, organizationId: null, regionCode: null }
const TEXT = { reason: '材料不全', finding: '经核对，属实' }

let unit: Awaited<ReturnType<typeof makeEmployer>>
let staff: MadePerson[]
let free: MadePerson[]
let officers: [Actor, Actor]
let counties: [Actor, Actor]
let cities: [Actor, Actor]

beforeAll(async () => {
  await seedReference(db)
  unit = await makeEmployer()
  staff = await Promise.all(Array.from({ length: 20 }, (_, index) => makePerson(unit, `职工${index}`)))
  free = await Promise.all(Array.from({ length: 20 }, (_, index) => makePerson(null, `自由人${index}`)))
  officers = [await makeOfficer(unit, await makePerson(unit, '李明')), await makeOfficer(unit, await makePerson(unit, '周芳'))]
  counties = [await makeBureau('341202'), await secondOf('341202', 'county_reviewer', '吴婷')]
  cities = [await makeBureau('341200'), await secondOf('341200', 'city_reviewer', '唐宁')]
})

async function secondOf(regionCode: string, role: 'county_reviewer' | 'city_reviewer', name: string): Promise<Actor> {
  const bureau = await db.organization.findFirstOrThrow({ where: { kind: 'bureau', regionCode }, select: { id: true } })
  return makeOfficer({ id: bureau.id, regionCode }, await makePerson({ id: bureau.id, regionCode }, name), role)
}

const byThemself = ({ person }: HandedIn): readonly [Actor, Actor] => [person.actor, person.actor]
const byOfficers = () => officers
const byCounty = () => counties
const versionOf = async (id: string) => (await db.hourRecord.findUniqueOrThrow({ where: { id }, select: { version: true } })).version

const withdraw: Act<HandedIn> = {
  name: 'withdraw',
  events: ['withdraw'],
  actors: byThemself,
  run: (actor, { id }) => withdrawRecord(actor, { id }, on('2025-11-06')),
}

function review(actors: () => readonly [Actor, Actor]): Act<HandedIn>[] {
  return [
    {
      name: 'return',
      events: ['return'],
      actors,
      run: (actor, { id }) => returnRecords(actor, { record: [id], reason: TEXT.reason }, on('2025-11-06')),
    },
    {
      name: 'reject',
      events: ['reject'],
      actors,
      run: (actor, { id }) => rejectRecords(actor, { record: [id], reason: TEXT.reason }, on('2025-11-06')),
    },
    withdraw,
  ]
}

function fight<Thing>(title: string, make: (count: number) => Promise<Thing[]>, acts: () => readonly Act<Thing>[]): void {
  describe(title, () => {
    test.each(pairsOf(acts()))('%s', async (_name, one, other) => {
      for (const thing of await make(REPEATS)) await oneWins(thing, one, other)
      await allHolds()
    })
  })
}

fight(
  'a draft',
  (count) => makeManySubmitted(count, staff, unit, { state: 'draft' }),
  () => [
    {
      name: 'submit',
      events: ['submit'],
      actors: byThemself,
      run: (actor, { id }: HandedIn) => submitRecord(actor, { id }, on('2025-11-06')),
    },
    withdraw,
  ],
)

fight(
  'submitted to the employer',
  (count) => makeManySubmitted(count, staff, unit),
  () => [
    {
      name: 'accept',
      events: ['accept'],
      actors: byOfficers,
      run: (actor, { id }: HandedIn) => acceptRecords(actor, { record: [id] }, on('2025-11-06')),
    },
    ...review(byOfficers),
  ],
)

fight(
  'submitted to the bureau',
  (count) => makeManySubmitted(count, free, null),
  () => [
    {
      name: 'verify',
      events: ['verify'],
      actors: byCounty,
      run: (actor, { id }: HandedIn) => verifyRecords(actor, { record: [id] }, on('2025-11-06')),
    },
    ...review(byCounty),
  ],
)

/** Entered by the first officer for the people, so that these may say "not mine"; accepted by the second. */
async function accepted(count: number): Promise<HandedIn[]> {
  const made = await makeManySubmitted(count, staff, unit, { by: officers[0] })
  await acceptRecords(officers[1], { record: made.map(({ id }) => id) }, on('2025-11-06'))
  return made
}

const disown: Act<HandedIn> = {
  name: 'disown',
  events: ['disown'],
  actors: byThemself,
  run: (actor, { id }) => disownRecord(actor, { id }, on('2025-11-21')),
}

fight('accepted', accepted, () => [
  {
    name: 'open a batch',
    events: ['publicize', 'open', 'create'],
    actors: byOfficers,
    run: (actor, { id }) => openBatch(actor, { record: [id], contact: '人事科' }, on('2025-11-13')),
  },
  {
    name: 'return',
    events: ['return'],
    actors: byOfficers,
    run: (actor, { id }) => returnRecords(actor, { record: [id], reason: TEXT.reason }, on('2025-11-13')),
  },
  { ...withdraw, run: (actor, { id }) => withdrawRecord(actor, { id }, on('2025-11-13')) },
  disown,
])

interface Shown extends HandedIn {
  batch: string
  code: string
}

/** Each alone in a batch whose period is over, with an objection raised within it whose contact is not confirmed yet. */
async function publicized(count: number): Promise<Shown[]> {
  const shown: Shown[] = []
  for (const made of await accepted(count)) {
    const { id: batch } = await openBatch(officers[0], { record: [made.id], contact: '人事科' }, on('2025-11-13'))
    shown.push({ ...made, batch, code: await raise(made.id, batch) })
  }
  return shown
}

let raised = 0

async function raise(record: string, batch: string): Promise<string> {
  raised += 1
  const where = { batchId_recordId: { batchId: batch, recordId: record } }
  const item = await db.publicityItem.findUniqueOrThrow({ where, select: { id: true } })
  const contact = `someone${raised}@example.com`
  const input = { item: item.id, reason: '会议当天他在值班', name: '知情人', contactKind: 'email' as const, contact }
  return (await raiseObjection(VISITOR, input, on('2025-11-17'))).code
}

fight('publicized', publicized, () => [
  {
    name: 'confirm the batch',
    events: ['confirm'],
    actors: byOfficers,
    run: (actor, { batch }) => confirmBatch(actor, { batch }, on('2025-11-21')),
  },
  {
    name: 'cancel the batch',
    events: ['cancel', 'take_out'],
    actors: byOfficers,
    run: (actor, { batch }) => cancelBatch(actor, { batch, reason: TEXT.reason }, on('2025-11-21')),
  },
  {
    name: 'take out',
    events: ['take_out'],
    actors: byOfficers,
    run: (actor, { id }) => takeOutOfBatch(actor, { record: id, reason: TEXT.reason }, on('2025-11-21')),
  },
  disown as Act<Shown>,
  {
    name: 'confirm the contact of an objection',
    events: ['object', 'confirm_contact'],
    actors: () => [VISITOR, VISITOR],
    run: (actor, { code }) => confirmObjectionContact(actor, { code }, on('2025-11-21')),
  },
])

interface Objected extends Shown {
  objection: string
}

async function objected(count: number): Promise<Objected[]> {
  const stopped: Objected[] = []
  for (const shown of await publicized(count)) {
    await confirmObjectionContact(VISITOR, { code: shown.code }, on('2025-11-18'))
    const { id: objection } = await db.objection.findFirstOrThrow({ where: { recordId: shown.id }, select: { id: true } })
    stopped.push({ ...shown, objection, code: await raise(shown.id, shown.batch) })
  }
  return stopped
}

const finding = (verdict: 'dismiss' | 'uphold'): Act<Objected> => ({
  name: verdict,
  events: [verdict],
  // the first officer entered the record, and is no party to what is found of it
  actors: byOfficers,
  run: (actor, { objection }) => decideObjection(actor, { objection, verdict, finding: TEXT.finding }, on('2025-11-19')),
})

fight('objected', objected, () => [
  finding('dismiss'),
  finding('uphold'),
  {
    name: 'confirm the contact of a further objection',
    events: ['object', 'confirm_contact'],
    actors: () => [VISITOR, VISITOR],
    run: (actor, { code }) => confirmObjectionContact(actor, { code }, on('2025-11-19')),
  },
])

async function rejected(count: number): Promise<HandedIn[]> {
  const made = await makeManySubmitted(count, free, null)
  await rejectRecords(counties[0], { record: made.map(({ id }) => id), reason: TEXT.reason }, on('2025-11-06'))
  return made
}

const appeal: Act<HandedIn> = {
  name: 'appeal',
  events: ['appeal'],
  actors: byThemself,
  run: (actor, { id }) => appealRecord(actor, { id, reason: '请复核' }, on('2025-11-07')),
}

fight('rejected', rejected, () => [appeal])

async function registered(count: number): Promise<HandedIn[]> {
  const made = await makeManySubmitted(count, free, null)
  await verifyRecords(counties[0], { record: made.map(({ id }) => id) }, on('2025-11-06'))
  return made
}

async function revoked(count: number): Promise<HandedIn[]> {
  const made = await registered(count)
  for (const { id } of made) await revokeRecord(counties[0], { record: id, version: await versionOf(id), ...TEXT }, on('2025-11-07'))
  return made
}

fight('revoked', revoked, () => [appeal])

async function appealed(count: number): Promise<HandedIn[]> {
  const made = await rejected(count)
  for (const { id, person } of made) await appealRecord(person.actor, { id, reason: '请复核' }, on('2025-11-07'))
  return made
}

const answer = (outcome: 'allow' | 'refuse'): Act<HandedIn> => ({
  name: outcome,
  events: [outcome],
  actors: () => cities,
  run: async (actor, { id }) =>
    decideAppeal(actor, { record: id, version: await versionOf(id), outcome, finding: TEXT.finding }, on('2025-11-10')),
})

fight('appealed', appealed, () => [answer('allow'), answer('refuse')])

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

fight('registered', registered, () => [
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

test('the log was written by both sides', async () => {
  const { _count } = await db.event.aggregate({ _count: true })
  expect(_count).toBeGreaterThan(REPEATS * 100)
})
