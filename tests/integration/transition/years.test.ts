import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/types'
import { db } from '@/lib/server/database/db'
import { raiseObjection } from '@/lib/server/objection/raise-objection'
import { openBatch } from '@/lib/server/publicity/open-batch'
import { removeEvidence } from '@/lib/server/record/draft/remove-evidence'
import { correctRecord } from '@/lib/server/record/review/correct-record'
import { acceptRecords, verifyRecords } from '@/lib/server/record/review/decide-records'
import { revokeRecord } from '@/lib/server/record/review/revoke-record'
import { submitRecord } from '@/lib/server/record/submit-record'
import { certifyYears } from '@/lib/server/year/certify-years'
import { chooseOption } from '@/lib/server/year/choose-option'
import { authorityReview, returnYear, revokeYear } from '@/lib/server/year/decide-years'
import { withdrawRequest } from '@/lib/server/year/move-own-year'
import { requestYear } from '@/lib/server/year/request-year'
import { seedReference } from '@/prisma/seed/reference'
import { type MadePerson, makeBureau, makeEmployer, makeOfficer, makePerson, noon } from '@/tests/builders/city'
import { EXAMS, elsewheres, makeManySubmitted } from '@/tests/builders/many'
import { type Act, allHolds, contest, oneWins, pairsOf, REPEATS, toldOf } from './contest'

// Years and their ledgers: what conflicts has one winner; what only meets in a ledger is both done, in whichever order.

const on = (day: string) => ({ now: noon(day) })
const TEXT = { reason: '材料不全', finding: '经核对，属实' }
const CORRECTION = {
  assessment: '优秀',
  option: '',
  startedOn: null,
  completedOn: '2025-05-01',
  days: null,
  times: null,
  labelledHours: null,
  reason: '按证书更正',
}

let counties: [Actor, Actor]

beforeAll(async () => {
  await seedReference(db)
  const first = await makeBureau('341202')
  const bureau = { id: first.organizationId ?? '', regionCode: '341202' }
  counties = [first, await makeOfficer(bureau, await makePerson(bureau, '吴婷'), 'county_reviewer')]
})

interface Asked {
  person: MadePerson
  year: string
  records: string[]
}

const crowd = (count: number) => Promise.all(Array.from({ length: count }, (_, index) => makePerson(null, `自由人${index}`)))
const versionOf = async (id: string) => (await db.hourRecord.findUniqueOrThrow({ where: { id }, select: { version: true } })).version

/** People whose year is met: by an exam, or by two records; of which none, one or all are registered. */
async function withRecords(count: number, of: 'exam' | 'two', registered: 'none' | 'first' | 'all'): Promise<Asked[]> {
  const people = await crowd(count)
  const made = await makeManySubmitted(of === 'exam' ? count : 2 * count, people, null, {
    content: of === 'exam' ? EXAMS : elsewheres(count),
  })
  const ready = registered === 'none' ? [] : registered === 'first' ? made.slice(0, count) : made
  if (ready.length > 0) await verifyRecords(counties[0], { record: ready.map(({ id }) => id) }, on('2025-11-06'))
  const years = await db.year.findMany({
    where: { personId: { in: people.map(({ personId }) => personId) } },
    select: { id: true, personId: true },
  })
  return people.map((person) => ({
    person,
    year: years.find(({ personId }) => personId === person.personId)?.id ?? '',
    records: made.filter((record) => record.person === person).map(({ id }) => id),
  }))
}

async function requested(count: number, of: 'exam' | 'two' = 'exam'): Promise<Asked[]> {
  const asked = await withRecords(count, of, 'all')
  for (const { person } of asked) await requestYear(person.actor, { year: 2025 }, on('2025-11-07'))
  return asked
}

async function certified(count: number): Promise<Asked[]> {
  const asked = await requested(count, 'two')
  await certifyYears(counties[0], { year: asked.map(({ year }) => year), confirmed: [], reason: '' }, on('2025-11-10'))
  return asked
}

const byCounty = () => counties
const certify: Act<Asked> = {
  name: 'certify',
  events: ['certify', 'issue'],
  actors: byCounty,
  run: (actor, { year }) => certifyYears(actor, { year: [year], confirmed: [], reason: '' }, on('2025-11-10')),
}

describe('a requested year', () => {
  const acts: Act<Asked>[] = [
    certify,
    {
      name: 'return',
      events: ['return'],
      actors: byCounty,
      run: (actor, { year }) => returnYear(actor, { year, reason: TEXT.reason }, on('2025-11-10')),
    },
    {
      name: 'withdraw',
      events: ['withdraw'],
      actors: ({ person }) => [person.actor, person.actor],
      run: (actor) => withdrawRequest(actor, { year: 2025 }, on('2025-11-10')),
    },
  ]
  test.each(pairsOf(acts))('%s', async (_name, one, other) => {
    for (const asked of await requested(REPEATS)) await oneWins(asked, one, other)
    await allHolds()
  })

  test.each(acts.map((act): [string, Act<Asked>] => [act.name, act]))('%s × its counted record is revoked', async (_name, act) => {
    for (const asked of await requested(REPEATS)) {
      const record = asked.records[0] ?? ''
      const input = { record, version: await versionOf(record), ...TEXT }
      const [first, revocation] = await contest(
        () => act.run(act.actors(asked)[0], asked),
        () => revokeRecord(counties[1], input, on('2025-11-10')),
      )
      // the revocation stands in any case: where it came second, it takes the certificate with it
      expect(revocation).toEqual({ won: true, error: null })
      if (!first.won) expect(first.error).toMatchObject({ code: 'conflict', by: '吴婷', machine: 'year', event: 'drop' })
    }
    await allHolds()
  })
})

describe('a certified year', () => {
  test('revoke × revoke', async () => {
    for (const asked of await certified(REPEATS))
      await oneWins(asked, ...(Array(2).fill({ ...certify, events: ['revoke'], run: revoke }) as [Act<Asked>, Act<Asked>]))
    await allHolds()
  })

  test('revoke × a counted record is revoked: nobody is told of a conflict where both want the same', async () => {
    for (const asked of await certified(REPEATS)) {
      const record = asked.records[0] ?? ''
      const input = { record, version: await versionOf(record), ...TEXT }
      const [first, second] = await contest(
        () => revoke(counties[0], asked),
        () => revokeRecord(counties[1], input, on('2025-11-11')),
      )
      expect(second.won).toBe(true)
      if (!first.won) expect(await toldOf(first.error)).toMatchObject({ code: 'conflict', by: '吴婷', event: 'revoke' })
    }
    await allHolds()
  })

  test('two of its records revoked at once: both are', async () => {
    for (const { records, year } of await certified(REPEATS)) {
      const inputs = await Promise.all(records.map(async (record) => ({ record, version: await versionOf(record), ...TEXT })))
      await both(
        () => revokeRecord(counties[0], inputs[0] as never, on('2025-11-11')),
        () => revokeRecord(counties[1], inputs[1] as never, on('2025-11-11')),
      )
      expect(await db.year.findUniqueOrThrow({ where: { id: year }, select: { state: true, total: true } })).toMatchObject({
        state: 'revoked',
      })
    }
    await allHolds()
  })

  test('two of its records corrected at once: both are, and one certificate is valid', async () => {
    for (const { records, year } of await certified(REPEATS)) {
      const correct = async (actor: Actor, record: string, subject: string, hours: number) => {
        const version = await versionOf(record)
        const input = { ...CORRECTION, record, version, title: '更正的学时', organizer: '省厅', subject, hours }
        return () => correctRecord(actor, input as never, on('2025-11-11'))
      }
      await both(
        await correct(counties[0], records[0] ?? '', 'professional', 70),
        await correct(counties[1], records[1] ?? '', 'public', 33),
      )
      expect(
        (await db.certificate.findMany({ where: { yearId: year }, select: { state: true } })).map(({ state }) => state).sort(),
      ).toEqual(['superseded', 'superseded', 'valid'])
    }
    await allHolds()
  })
})

function revoke(actor: Actor, { year }: Asked) {
  return revokeYear(actor, { year, reason: TEXT.reason }, on('2025-11-11'))
}

async function both(one: () => Promise<unknown>, other: () => Promise<unknown>): Promise<void> {
  expect(await contest(one, other)).toEqual([
    { won: true, error: null },
    { won: true, error: null },
  ])
}

describe('what only meets in the ledger is both done', () => {
  test('both records of one person verified at once: the first of the year, too', async () => {
    for (const { person, records } of await withRecords(REPEATS, 'two', 'none')) {
      await both(
        () => verifyRecords(counties[0], { record: [records[0] ?? ''] }, on('2025-11-06')),
        () => verifyRecords(counties[1], { record: [records[1] ?? ''] }, on('2025-11-06')),
      )
      const year = await db.year.findUniqueOrThrow({ where: { personId_year: { personId: person.personId, year: 2025 } } })
      expect(Number(year.total)).toBe(90)
    }
    await allHolds()
  })

  test('a record verified while the year is requested', async () => {
    const people = await withRecords(REPEATS, 'exam', 'all')
    const more = await makeManySubmitted(
      REPEATS,
      people.map(({ person }) => person),
      null,
    )
    for (const [index, { person }] of people.entries()) {
      await both(
        () => requestYear(person.actor, { year: 2025 }, on('2025-11-07')),
        () => verifyRecords(counties[1], { record: [more[index]?.id ?? ''] }, on('2025-11-07')),
      )
    }
    await allHolds()
  })

  test('the option chosen while the year is requested: chosen before it, or locked by it', async () => {
    for (const { person, records, year } of await withRecords(REPEATS, 'exam', 'all')) {
      const [request, choice] = await contest(
        () => requestYear(person.actor, { year: 2025 }, on('2025-11-07')),
        () => chooseOption(person.actor, { year: 2025, recordId: records[0] ?? '' }, on('2025-11-07')),
      )
      expect(request.won).toBe(true)
      if (!choice.won) expect(choice.error).toMatchObject({ code: 'refused', refusals: [{ code: 'not_from_here' }] })
      expect(await db.year.findUniqueOrThrow({ where: { id: year }, select: { choiceId: true, state: true } })).toEqual({
        choiceId: records[0],
        state: 'requested',
      })
    }
    await allHolds()
  })

  test('two people certified at once', async () => {
    const asked = await requested(2 * REPEATS)
    for (let index = 0; index < asked.length; index += 2) {
      const [one, other] = [asked[index], asked[index + 1]]
      if (one && other)
        await both(
          () => certify.run(counties[0], one),
          () => certify.run(counties[1], other),
        )
    }
    await allHolds()
  })
})

describe('in a unit', () => {
  let unit: Awaited<ReturnType<typeof makeEmployer>>
  let staff: MadePerson[]
  let officers: [Actor, Actor]

  beforeAll(async () => {
    unit = await makeEmployer()
    staff = await Promise.all(Array.from({ length: 10 }, (_, index) => makePerson(unit, `职工${index}`)))
    officers = [await makeOfficer(unit, await makePerson(unit, '李明')), await makeOfficer(unit, await makePerson(unit, '周芳'))]
  })

  test('two batches of other records opened at once: both are, under two numbers', async () => {
    const made = (await makeManySubmitted(2 * REPEATS, staff, unit)).map(({ id }) => id)
    await acceptRecords(officers[0], { record: made }, on('2025-11-06'))
    for (let index = 0; index < made.length; index += 2) {
      await both(
        () => openBatch(officers[0], { record: [made[index] ?? ''], contact: '人事科' }, on('2025-11-13')),
        () => openBatch(officers[1], { record: [made[index + 1] ?? ''], contact: '人事科' }, on('2025-11-13')),
      )
    }
    const batches = await db.publicityBatch.findMany({ where: { organizationId: unit.id }, select: { number: true } })
    expect(new Set(batches.map(({ number }) => number)).size).toBe(2 * REPEATS)
    await allHolds()
  })

  test('the same records accepted by two officers in the opposite order: nobody waits for the other for ever', async () => {
    for (let repeat = 0; repeat < REPEATS; repeat += 1) {
      const record = (await makeManySubmitted(40, staff, unit)).map(({ id }) => id)
      const outcomes = await contest(
        () => acceptRecords(officers[0], { record }, on('2025-11-06')),
        () => acceptRecords(officers[1], { record: record.toReversed() }, on('2025-11-06')),
      )
      expect(outcomes.filter(({ won }) => won)).toHaveLength(1)
      expect(outcomes.find(({ won }) => !won)?.error).toMatchObject({ code: 'conflict', machine: 'record', event: 'accept' })
    }
    await allHolds()
  })

  test('the only proof taken away while the record is handed in: it never is without one', async () => {
    for (const { id, person } of await makeManySubmitted(REPEATS, staff, unit, { state: 'draft' })) {
      const proof = await db.evidence.findFirstOrThrow({ where: { recordId: id }, select: { id: true } })
      const outcomes = await Promise.allSettled([
        submitRecord(person.actor, { id }, on('2025-11-06')),
        removeEvidence(person.actor, { id: proof.id }, on('2025-11-06')),
      ])
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      const row = await db.hourRecord.findUniqueOrThrow({
        where: { id },
        select: { state: true, _count: { select: { evidence: { where: { removedAt: null } } } } },
      })
      expect(row._count.evidence).toBe(row.state === 'draft' ? 0 : 1)
    }
    await allHolds()
  })

  test('two objections to the same record raised at once: both stand', async () => {
    const visitor: Actor = { accountId: null, personId: null, role: 'visitor', grantId: null, organizationId: null, regionCode: null }
    const made = (await makeManySubmitted(REPEATS, staff, unit)).map(({ id }) => id)
    await acceptRecords(officers[0], { record: made }, on('2025-11-06'))
    const { id: batch } = await openBatch(officers[0], { record: made, contact: '人事科' }, on('2025-11-13'))
    for (const [index, record] of made.entries()) {
      const item = await db.publicityItem.findUniqueOrThrow({ where: { batchId_recordId: { batchId: batch, recordId: record } } })
      const raise = (contact: string) => () =>
        raiseObjection(visitor, { item: item.id, reason: '不实', name: '知情人', contactKind: 'email', contact }, on('2025-11-17'))
      await both(raise(`one${index}@example.com`), raise(`other${index}@example.com`))
      expect(await db.objection.count({ where: { recordId: record } })).toBe(2)
    }
    await allHolds()
  })
})

test('the authority reviews a year while the bureau sends it back: one wins', async () => {
  const authorityId = '01980000-0000-7000-8000-0000000000aa'
  await db.organization.create({
    data: {
      id: authorityId,
      kind: 'authority',
      name: '卫健委',
      regionCode: '341200',
      unitLevel: 'municipal',
      createdAt: noon('2025-01-01'),
    },
  })
  const hospital = await makeEmployer({ regionCode: '341200', unitLevel: 'municipal' })
  await db.organization.update({ where: { id: hospital.id }, data: { authorityId } })
  const city = await makeBureau('341200')
  const reviewer: Actor = {
    ...(await makeOfficer({ id: authorityId, regionCode: '341200' }, await makePerson(null, '郑慧'), 'authority_reviewer' as never)),
  }
  const people = await Promise.all(Array.from({ length: REPEATS }, (_, index) => makePerson(hospital, `医生${index}`)))
  const made = await makeManySubmitted(REPEATS, people, null, { content: EXAMS })
  // nobody in the hospital holds the office: its records are the city bureau's
  await db.hourRecord.updateMany({
    where: { id: { in: made.map(({ id }) => id) } },
    data: { regionCode: '341200', unitLevel: 'municipal' },
  })
  await verifyRecords(city, { record: made.map(({ id }) => id) }, on('2025-11-06'))
  const review: Act<Asked> = {
    name: 'review',
    events: ['authority_review'],
    actors: () => [reviewer, reviewer],
    run: (actor, { year }) => authorityReview(actor, { year: [year] }, on('2025-11-10')),
  }
  const send: Act<Asked> = {
    name: 'return',
    events: ['return'],
    actors: () => [city, city],
    run: (actor, { year }) => returnYear(actor, { year, reason: TEXT.reason }, on('2025-11-10')),
  }
  for (const person of people) {
    await requestYear(person.actor, { year: 2025 }, on('2025-11-07'))
    const { id } = await db.year.findUniqueOrThrow({
      where: { personId_year: { personId: person.personId, year: 2025 } },
      select: { id: true },
    })
    await oneWins({ person, year: id, records: [] }, review, send)
  }
  await allHolds()
})
