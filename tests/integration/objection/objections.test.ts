import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/types'
import { db } from '@/lib/server/database/db'
import { appealObjection } from '@/lib/server/objection/appeal-objection'
import { appealRecord } from '@/lib/server/objection/appeal-record'
import { confirmObjectionByCall, confirmObjectionContact } from '@/lib/server/objection/confirm-objection-contact'
import { decideObjection } from '@/lib/server/objection/decide-objection'
import { decideObjectionAppeal } from '@/lib/server/objection/decide-objection-appeal'
import { raiseObjection } from '@/lib/server/objection/raise-objection'
import { cancelBatch } from '@/lib/server/publicity/cancel-batch'
import { confirmBatch } from '@/lib/server/publicity/confirm-batch'
import { confirmRecords } from '@/lib/server/publicity/confirm-records'
import { openBatch } from '@/lib/server/publicity/open-batch'
import { readRecord } from '@/lib/server/record/read-record'
import { acceptRecords } from '@/lib/server/record/review/decide-records'
import { decryptPersonal } from '@/lib/server/security/personal-number'
import { seedReference } from '@/prisma/seed/reference'
import { type MadePerson, makeBureau, makeEmployer, makeOfficer, makePerson, makeSubmitted, noon } from '@/tests/builders/city'
import { expected, refusals } from '@/tests/support/expected'

const VISITOR: Actor = { accountId: null, personId: null, role: 'visitor', grantId: null, organizationId: null, regionCode: null }
const on = (day: string) => ({ now: noon(day) })
const recordState = async (id: string) => (await db.hourRecord.findUniqueOrThrow({ where: { id }, select: { state: true } })).state

let unit: Awaited<ReturnType<typeof makeEmployer>>
let person: MadePerson
let officer: Actor
let records: string[]
let batch: string
let sent = 0

beforeAll(async () => {
  await seedReference(db)
})

// Two records of one person in a batch that runs from 2025-11-14 to 11-20.
beforeEach(async () => {
  unit = await makeEmployer()
  person = await makePerson(unit)
  officer = await makeOfficer(unit, await makePerson(unit, '李明'))
  records = [await makeSubmitted(person, unit), await makeSubmitted(person, unit, { title: '另一次会议' })]
  await acceptRecords(officer, { record: records }, on('2025-11-06'))
  batch = (await openBatch(officer, { record: records, contact: '人事科' }, on('2025-11-13'))).id
})

async function itemOf(record: string): Promise<string> {
  return (await db.publicityItem.findUniqueOrThrow({ where: { batchId_recordId: { batchId: batch, recordId: record } } })).id
}

async function raise(record = records[0] ?? '', day = '2025-11-17', kind: 'email' | 'phone' = 'email') {
  sent += 1
  const contact = kind === 'email' ? `someone${sent}@example.com` : `139${String(sent).padStart(8, '0')}`
  const input = { item: await itemOf(record), reason: '会议当天她在值班', name: '知情人', contactKind: kind, contact }
  const { code } = await raiseObjection(VISITOR, input, on(day))
  const { id } = await db.objection.findFirstOrThrow({ where: { recordId: record }, orderBy: { id: 'desc' }, select: { id: true } })
  return { id, code, contact }
}

async function open(record?: string, day = '2025-11-17') {
  const objection = await raise(record, day)
  await confirmObjectionContact(VISITOR, { code: objection.code }, on(day))
  return objection
}

describe('raising', () => {
  test('stops nothing until its contact is confirmed by the link in the mail; the contact is kept encrypted', async () => {
    const { id, code, contact } = await raise()
    expect(await recordState(records[0] ?? '')).toBe('publicized')
    const row = await db.objection.findUniqueOrThrow({ where: { id } })
    expect(Buffer.from(row.contactCipher).toString('latin1')).not.toContain(contact)
    expect(decryptPersonal(row.contactCipher)).toBe(contact)
    expect(row.contactMask).toBe('s***@example.com')
    const mail = await db.outbox.findFirstOrThrow({ where: { kind: 'mail' }, orderBy: { id: 'desc' } })
    expect(mail.payload).toMatchObject({ template: 'objection_confirm', values: { code, number: 1 } })
    expect(JSON.stringify(mail.payload)).not.toContain(contact)

    expect(
      await refusals(confirmObjectionContact(VISITOR, { code: `${code.slice(0, -1)}${code.endsWith('A') ? 'Q' : 'A'}` }, on('2025-11-18'))),
    ).toEqual(['not_found'])
    await confirmObjectionContact(VISITOR, { code }, on('2025-11-18'))
    const record = await db.hourRecord.findUniqueOrThrow({ where: { id: records[0] ?? '' } })
    expect(record.state).toBe('objected')
    expect(record.dueOn?.toISOString().slice(0, 10)).toBe('2025-12-09')
    expect(await refusals(confirmObjectionContact(VISITOR, { code }, on('2025-11-18')))).toEqual(['not_from_here'])
  })

  test('ends with the period, though the contact may be confirmed after it', async () => {
    const { code } = await raise(undefined, '2025-11-20')
    expect(await refusals(raise(undefined, '2025-11-21'))).toEqual(['not_found'])
    await confirmObjectionContact(VISITOR, { code }, on('2025-11-21'))
    expect(await recordState(records[0] ?? '')).toBe('objected')
  })

  test('by phone is confirmed by the officer or the county bureau who reached the person, never by the code', async () => {
    const { id, code } = await raise(undefined, '2025-11-17', 'phone')
    expect(await refusals(confirmObjectionContact(VISITOR, { code }, on('2025-11-17')))).toEqual(['forbidden'])
    expect(await refusals(confirmObjectionByCall(await makeBureau('341203'), { objection: id }, on('2025-11-17')))).toEqual(['not_found'])
    await confirmObjectionByCall(await makeBureau('341202'), { objection: id }, on('2025-11-17'))
    expect(await recordState(records[0] ?? '')).toBe('objected')
    await decideObjection(officer, { objection: id, verdict: 'dismiss', finding: '排班表显示当天休息' }, on('2025-11-18'))
    expect(await recordState(records[0] ?? '')).toBe('publicized')
  })

  test('keeps the objector out of the record’s history, though they are signed in', async () => {
    const neighbour = await makePerson(unit, '周邻')
    const item = await itemOf(records[0] ?? '')
    const input = { item, reason: '不属实', name: '周邻', contactKind: 'email' as const, contact: 'neighbour@example.com' }
    const { code } = await raiseObjection(neighbour.actor, input, on('2025-11-17'))
    await confirmObjectionContact(neighbour.actor, { code }, on('2025-11-17'))
    const page = await readRecord(person.actor, records[0] ?? '', noon('2025-11-17'))
    expect(page.events.at(-1)).toMatchObject({ event: 'object', actorName: null })
    expect(JSON.stringify(page)).not.toContain('周邻')
  })

  test('is slowed down, and a contact that is none is told so', async () => {
    const item = await itemOf(records[0] ?? '')
    const input = { item, reason: '?', name: '某人', contactKind: 'email' as const, contact: 'often@example.com' }
    for (let count = 0; count < 5; count += 1) await raiseObjection(VISITOR, input, on('2025-11-17'))
    expect((await expected(raiseObjection(VISITOR, input, on('2025-11-17')))).code).toBe('too_many')
    const wrong = await expected(raiseObjection(VISITOR, { ...input, contactKind: 'phone', contact: '12345' }, on('2025-11-17')))
    expect(wrong).toEqual({ code: 'invalid', fields: { contact: { key: 'phone' } } })
  })
})

describe('a finding', () => {
  test('dismissed: the record goes on and is confirmed with its batch', async () => {
    const { id } = await open()
    await decideObjection(officer, { objection: id, verdict: 'dismiss', finding: '核对了签到表，参会属实' }, on('2025-11-19'))
    expect(await confirmBatch(officer, { batch }, on('2025-11-21'))).toMatchObject({ confirmed: 2, left: 0 })
  })

  test('upheld: the record is rejected, the others go on; the person appeals once and the bureau decides', async () => {
    const { id } = await open()
    const [objected = '', other = ''] = records
    await decideObjection(officer, { objection: id, verdict: 'uphold', finding: '当天值班，未参会' }, on('2025-11-19'))
    expect(await recordState(objected)).toBe('rejected')
    expect(await confirmBatch(officer, { batch }, on('2025-11-21'))).toMatchObject({ confirmed: 1, left: 0 })
    expect(await recordState(other)).toBe('registered')

    const stranger = await makePerson(unit)
    expect(await refusals(appealRecord(stranger.actor, { id: objected, reason: '?' }, on('2025-11-24')))).toEqual(['not_found'])
    await appealRecord(person.actor, { id: objected, reason: '调休证明在此' }, on('2025-11-24'))
    expect(await recordState(objected)).toBe('appealed')
    expect(await refusals(appealRecord(person.actor, { id: objected, reason: '再来' }, on('2025-11-24')))).toEqual(['not_from_here'])
    expect(await refusals(decideObjectionAppeal(officer, { objection: id, verdict: 'allow', finding: '?' }, on('2025-11-25')))).toEqual([
      'not_found',
    ])
    const bureau = await makeBureau('341202')
    await decideObjectionAppeal(bureau, { objection: id, verdict: 'allow', finding: '调休属实' }, on('2025-11-25'))
    const record = await db.hourRecord.findUniqueOrThrow({ where: { id: objected } })
    expect(record).toMatchObject({ state: 'submitted', path: 'bureau' })
    expect(await db.objection.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'final', appealedBy: 'person' })
  })

  test('two objections: the record waits for both, until the day of the first; one upheld upholds the other', async () => {
    const first = await open(undefined, '2025-11-17')
    const second = await open(undefined, '2025-11-19')
    const due = await db.objection.findMany({ where: { id: { in: [first.id, second.id] } }, select: { dueOn: true } })
    expect(due.map(({ dueOn }) => dueOn?.toISOString().slice(0, 10))).toEqual(['2025-12-08', '2025-12-08'])
    await decideObjection(officer, { objection: first.id, verdict: 'dismiss', finding: '属实' }, on('2025-11-20'))
    expect(await recordState(records[0] ?? '')).toBe('objected')
    await decideObjection(officer, { objection: second.id, verdict: 'uphold', finding: '不属实' }, on('2025-11-20'))
    expect(await recordState(records[0] ?? '')).toBe('rejected')

    const [a, b] = [await open(records[1], '2025-11-18'), await open(records[1], '2025-11-18')]
    await decideObjection(officer, { objection: a.id, verdict: 'uphold', finding: '不属实' }, on('2025-11-20'))
    expect(await db.objection.findUniqueOrThrow({ where: { id: b.id } })).toMatchObject({ state: 'upheld', finding: '不属实' })
    await appealRecord(person.actor, { id: records[1] ?? '', reason: '有证明' }, on('2025-11-21'))
    await decideObjectionAppeal(await makeBureau('341202'), { objection: a.id, verdict: 'refuse', finding: '证明无效' }, on('2025-11-24'))
    expect(await recordState(records[1] ?? '')).toBe('refused')
    expect(await db.objection.findUniqueOrThrow({ where: { id: b.id } })).toMatchObject({ state: 'final', finding: '证明无效' })
  })

  test('is not due from whom it concerns, nor from another unit; after 15 working days it is the county bureau’s', async () => {
    const { id } = await open()
    const bureau = await makeBureau('341202')
    const input = { objection: id, verdict: 'dismiss' as const, finding: '属实' }
    const self = await makeOfficer(unit, person)
    expect(await refusals(decideObjection(self, input, on('2025-11-18')))).toEqual(['own_record'])
    const elsewhere = await makeEmployer()
    expect(await refusals(decideObjection(await makeOfficer(elsewhere, await makePerson(elsewhere)), input, on('2025-11-18')))).toEqual([
      'not_found',
    ])
    expect(await refusals(decideObjection(bureau, input, on('2025-12-08')))).toEqual(['too_early'])
    expect(await refusals(decideObjection(officer, input, on('2025-12-09')))).toEqual(['too_late'])
    expect(await refusals(decideObjection(await makeBureau('341203'), input, on('2025-12-09')))).toEqual(['not_found'])
    await decideObjection(bureau, input, on('2025-12-09'))
    expect(await recordState(records[0] ?? '')).toBe('publicized')
  })

  test('dismissed after its batch was confirmed: the record is confirmed by itself', async () => {
    const { id } = await open()
    expect(await confirmBatch(officer, { batch }, on('2025-11-21'))).toMatchObject({ confirmed: 1, left: 1 })
    expect(await refusals(cancelBatch(officer, { batch, reason: '?' }, on('2025-11-21')))).toEqual(['not_from_here'])
    expect(await refusals(confirmRecords(officer, { record: [records[0] ?? ''] }, on('2025-11-21')))).toEqual(['not_from_here'])
    await decideObjection(officer, { objection: id, verdict: 'dismiss', finding: '属实' }, on('2025-11-24'))
    await confirmRecords(officer, { record: [records[0] ?? ''] }, on('2025-11-24'))
    expect(await recordState(records[0] ?? '')).toBe('registered')
  })

  test('open objections keep a batch from being cancelled', async () => {
    await open()
    expect(await refusals(cancelBatch(officer, { batch, reason: '重来' }, on('2025-11-18')))).toEqual(['objection_open'])
  })
})

describe('the objector’s appeal', () => {
  test('stops the record once more; allowed by the bureau it is rejected', async () => {
    const { id, code } = await open()
    await decideObjection(officer, { objection: id, verdict: 'dismiss', finding: '属实' }, on('2025-11-19'))
    await appealObjection(VISITOR, { code, reason: '签到表是补签的' }, on('2025-11-20'))
    expect(await recordState(records[0] ?? '')).toBe('objected')
    expect(await confirmBatch(officer, { batch }, on('2025-11-21'))).toMatchObject({ confirmed: 1, left: 1 })
    expect(await refusals(decideObjection(officer, { objection: id, verdict: 'dismiss', finding: '?' }, on('2025-11-24')))).toEqual([
      'not_from_here',
    ])
    const bureau = await makeBureau('341202')
    await decideObjectionAppeal(bureau, { objection: id, verdict: 'allow', finding: '确系补签' }, on('2025-11-24'))
    expect(await recordState(records[0] ?? '')).toBe('rejected')
    expect(await refusals(appealObjection(VISITOR, { code, reason: '再' }, on('2025-11-25')))).toEqual(['not_from_here'])
  })

  test('refused, the record goes on; too late after 15 working days', async () => {
    const { id, code } = await open()
    await decideObjection(officer, { objection: id, verdict: 'dismiss', finding: '属实' }, on('2025-11-19'))
    expect(await refusals(appealObjection(VISITOR, { code, reason: '晚了' }, on('2025-12-11')))).toEqual(['too_late'])
    await appealObjection(VISITOR, { code, reason: '及时' }, on('2025-12-10'))
    await decideObjectionAppeal(await makeBureau('341202'), { objection: id, verdict: 'refuse', finding: '已核实' }, on('2025-12-11'))
    expect(await recordState(records[0] ?? '')).toBe('publicized')
  })

  test('after the record was registered: allowed, the record is revoked and the hours are gone', async () => {
    const { id, code } = await open()
    await decideObjection(officer, { objection: id, verdict: 'dismiss', finding: '属实' }, on('2025-11-19'))
    await confirmBatch(officer, { batch }, on('2025-11-21'))
    await appealObjection(VISITOR, { code, reason: '签到表是补签的' }, on('2025-11-24'))
    expect(await recordState(records[0] ?? '')).toBe('registered')
    await decideObjectionAppeal(await makeBureau('341202'), { objection: id, verdict: 'allow', finding: '确系补签' }, on('2025-11-25'))
    expect(await recordState(records[0] ?? '')).toBe('revoked')
    const year = await db.year.findUniqueOrThrow({ where: { personId_year: { personId: person.personId, year: 2025 } } })
    expect(Number(year.total)).toBe(10)
  })
})

test('confirming the batch while an objection is being confirmed: never both', async () => {
  for (let round = 0; round < 10; round += 1) {
    const id = await makeSubmitted(person, unit, { title: `竞争${round}` })
    await acceptRecords(officer, { record: [id] }, on('2025-11-06'))
    batch = (await openBatch(officer, { record: [id], contact: '人事科' }, on('2025-11-13'))).id
    const { code } = await raise(id)
    const [confirmed, objected] = await Promise.allSettled([
      confirmBatch(officer, { batch }, on('2025-11-21')),
      confirmObjectionContact(VISITOR, { code }, on('2025-11-21')),
    ])
    const state = await recordState(id)
    const count = confirmed.status === 'fulfilled' ? confirmed.value.confirmed : 0
    expect(count === 1).toBe(state === 'registered')
    expect(objected.status === 'fulfilled').toBe(state === 'objected')
    expect(['registered', 'objected']).toContain(state)
  }
})
