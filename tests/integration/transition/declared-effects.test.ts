import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/types'
import { db } from '@/lib/server/database/db'
import { newId } from '@/lib/server/database/ids'
import { appealObjection } from '@/lib/server/objection/appeal-objection'
import { appealRecord } from '@/lib/server/objection/appeal-record'
import { confirmObjectionContact } from '@/lib/server/objection/confirm-objection-contact'
import { decideObjection } from '@/lib/server/objection/decide-objection'
import { decideObjectionAppeal } from '@/lib/server/objection/decide-objection-appeal'
import { raiseObjection } from '@/lib/server/objection/raise-objection'
import { confirmBatch } from '@/lib/server/publicity/confirm-batch'
import { openBatch } from '@/lib/server/publicity/open-batch'
import { acceptRecords } from '@/lib/server/record/review/decide-records'
import { reopenRecord } from '@/lib/server/record/review/reopen-record'
import { decryptPersonal } from '@/lib/server/security/personal-number'
import { requestYear } from '@/lib/server/year/request-year'
import { yearScope } from '@/lib/server/year/scope'
import { seedReference } from '@/prisma/seed/reference'
import { type MadePerson, makeBureau, makeEmployer, makeOfficer, makePerson, makeSubmitted, noon } from '@/tests/builders/city'
import { EXAM, makeRegistered } from '@/tests/builders/credited'

// Effects that stood in the tables and were performed by nobody, each through the act in which it was missed.

const VISITOR: Actor = { accountId: null, personId: null, role: 'visitor', grantId: null, organizationId: null, regionCode: null }
const on = (day: string) => ({ now: noon(day) })

let county: Actor

beforeAll(async () => {
  await seedReference(db)
  county = await makeBureau('341202')
})

/** What a person, or the officers of a unit, were told on a day, oldest first: of which thing, of what. */
async function toldOf(to: { personId: string } | { organizationId: string }, day: string): Promise<string[]> {
  const addressee = 'personId' in to ? { personId: to.personId } : { organizationId: to.organizationId }
  const rows = await db.notification.findMany({ where: { ...addressee, at: noon(day) }, orderBy: { id: 'asc' } })
  return rows.map(({ kind, data }) => `${(data as { machine?: string }).machine ?? 'record'} ${kind}`)
}

describe('a year’s request that falls because a record was reopened', () => {
  let person: MadePerson
  let exam: string

  /** A freelancer of 341202 whose year is requested there, and who has moved to 341203 since. */
  beforeEach(async () => {
    person = await makePerson(null)
    exam = await makeRegistered(person, county, 'exam', EXAM)
    await requestYear(person.actor, { year: 2025 }, on('2025-11-07'))
    await db.employment.updateMany({ where: { personId: person.personId }, data: { untilOn: new Date('2025-11-09') } })
    await db.employment.create({
      data: { id: newId(), personId: person.personId, kind: 'freelance', regionCode: '341203', fromOn: new Date('2025-11-10') },
    })
    await db.person.update({ where: { id: person.personId }, data: { regionCode: '341203' } })
  })

  const year = () => db.year.findUniqueOrThrow({ where: { personId_year: { personId: person.personId, year: 2025 } } })
  const seenBy = async (actor: Actor) => (await db.year.count({ where: { AND: [{ personId: person.personId }, yearScope(actor)] } })) === 1

  async function reopen(): Promise<void> {
    const { version } = await db.hourRecord.findUniqueOrThrow({ where: { id: exam } })
    await reopenRecord(county, { record: exam, version, reason: '请补证书编号' }, on('2025-11-12'))
  }

  test('is told to the person', async () => {
    expect(await toldOf(person, '2025-11-12')).toEqual([])
    await reopen()
    expect(await toldOf(person, '2025-11-12')).toEqual(['record reopen', 'year drop'])
  })

  test('is no longer before its bureau: nothing of the request is kept, and the bureau it was routed to does not see the person through it', async () => {
    expect(await year()).toMatchObject({ state: 'requested', regionCode: '341202', requestedAt: noon('2025-11-07') })
    expect(await seenBy(county)).toBe(true)
    await reopen()
    const ended = { requestedAt: null, regionCode: null, routeClause: null, employerId: null, authorityId: null, dueOn: null }
    expect(await year()).toMatchObject({ state: 'open', met: false, ...ended })
    expect(await seenBy(county)).toBe(false)
    expect(await seenBy(await makeBureau('341203'))).toBe(true)
  })
})

describe('an objection', () => {
  let unit: Awaited<ReturnType<typeof makeEmployer>>
  let person: MadePerson
  let officer: Actor
  let record: string
  let batch: string
  let objection: string
  let code: string
  let contact: string
  let serial = 0

  /** A record in a batch that runs from 2025-11-14 to 11-20, objected to on the 17th by a contact that is confirmed. */
  beforeEach(async () => {
    serial += 1
    unit = await makeEmployer()
    person = await makePerson(unit)
    officer = await makeOfficer(unit, await makePerson(unit, '李明'))
    record = await makeSubmitted(person, unit)
    await acceptRecords(officer, { record: [record] }, on('2025-11-06'))
    batch = (await openBatch(officer, { record: [record], contact: '人事科' }, on('2025-11-13'))).id
    const item = await db.publicityItem.findUniqueOrThrow({ where: { batchId_recordId: { batchId: batch, recordId: record } } })
    contact = `objector${serial}@example.com`
    const input = { item: item.id, reason: '会议当天她在值班', name: '知情人', contactKind: 'email', contact } as const
    code = (await raiseObjection(VISITOR, input, on('2025-11-17'))).code
    objection = (await db.objection.findFirstOrThrow({ where: { recordId: record } })).id
    await confirmObjectionContact(VISITOR, { code }, on('2025-11-17'))
  })

  const decide = (verdict: 'dismiss' | 'uphold') =>
    decideObjection(officer, { objection, verdict, finding: '核对了签到表' }, on('2025-11-18'))
  const answer = (verdict: 'allow' | 'refuse', day: string) =>
    decideObjectionAppeal(county, { objection, verdict, finding: '已核实' }, on(day))

  test('appealed by the objector after the record was registered is told to the person', async () => {
    await decide('dismiss')
    await confirmBatch(officer, { batch }, on('2025-11-21'))
    expect(await db.hourRecord.findUniqueOrThrow({ where: { id: record } })).toMatchObject({ state: 'registered' })
    await appealObjection(VISITOR, { code, reason: '签到表是补签的' }, on('2025-11-24'))
    expect(await toldOf(person, '2025-11-24')).toEqual(['objection appeal'])
  })

  test('of which an appeal is refused is told to the employer, whoever appealed', async () => {
    await decide('dismiss')
    await appealObjection(VISITOR, { code, reason: '签到表是补签的' }, on('2025-11-19'))
    await answer('refuse', '2025-11-24')
    expect(await toldOf({ organizationId: unit.id }, '2025-11-24')).toEqual(['objection refuse'])
  })

  test('of which the person’s appeal is refused is told to the employer', async () => {
    await decide('uphold')
    await appealRecord(person.actor, { id: record, reason: '调休证明在此' }, on('2025-11-19'))
    await answer('refuse', '2025-11-24')
    expect(await toldOf({ organizationId: unit.id }, '2025-11-24')).toEqual(['objection refuse'])
  })

  test('is mailed to the objector when the person appeals against it', async () => {
    await decide('uphold')
    await appealRecord(person.actor, { id: record, reason: '调休证明在此' }, on('2025-11-19'))
    const mails = await db.outbox.findMany({ where: { kind: 'mail', at: noon('2025-11-19') } })
    const payloads = mails.map(({ payload }) => payload as { to: { cipher: string }; template: string; values: object })
    const mine = payloads.filter(({ to }) => decryptPersonal(Buffer.from(to.cipher, 'base64')) === contact)
    expect(mine).toMatchObject([{ template: 'objection_appealed', values: { title: '院内急救学术会议', number: 1, year: 2025 } }])
  })

  test('and its record, moved in one act, are told to each addressee once: of the record’s event', async () => {
    expect(await toldOf(person, '2025-11-17')).toEqual(['record object'])
    expect(await toldOf({ organizationId: unit.id }, '2025-11-17')).toEqual(['record object'])
    await decide('uphold')
    expect(await toldOf(person, '2025-11-18')).toEqual(['record uphold'])
    await appealRecord(person.actor, { id: record, reason: '调休证明在此' }, on('2025-11-19'))
    expect(await toldOf(person, '2025-11-19')).toEqual([])
    await answer('allow', '2025-11-24')
    expect(await toldOf(person, '2025-11-24')).toEqual(['record allow'])
    expect(await toldOf({ organizationId: unit.id }, '2025-11-24')).toEqual(['record allow'])
    const repeated = await db.notification.groupBy({
      by: ['personId', 'organizationId', 'at'],
      _count: true,
      having: { id: { _count: { gt: 1 } } },
    })
    expect(repeated.filter(({ personId, organizationId }) => personId === person.personId || organizationId === unit.id)).toEqual([])
  })
})

test('one act over several records of a person tells them of each', async () => {
  const unit = await makeEmployer()
  const officer = await makeOfficer(unit, await makePerson(unit, '李明'))
  const person = await makePerson(unit)
  const records = [await makeSubmitted(person, unit), await makeSubmitted(person, unit, { title: '另一次会议' })]
  await acceptRecords(officer, { record: records }, on('2025-11-06'))
  expect(await toldOf(person, '2025-11-06')).toEqual(['record accept', 'record accept'])
})
