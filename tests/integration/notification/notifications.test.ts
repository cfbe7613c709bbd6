import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai } from '@/lib/calendar/plain-date'
import { db, pool } from '@/lib/server/database/db'
import { markRead } from '@/lib/server/notification/mark-read'
import { readNotifications } from '@/lib/server/notification/read-notifications'
import { readWaitingCounts } from '@/lib/server/notification/read-waiting-counts'
import type { Mail } from '@/lib/server/outbox/mail-type'
import { sendDueMails } from '@/lib/server/outbox/send-mail'
import { confirmBatch } from '@/lib/server/publicity/confirm-batch'
import { openBatch } from '@/lib/server/publicity/open-batch'
import { acceptRecords } from '@/lib/server/record/review/decide-records'
import { revokeRecord } from '@/lib/server/record/review/revoke-record'
import { seedReference } from '@/prisma/seed/reference'
import { statementsOf } from '@/tests/bench/statements'
import { type MadePerson, makeBureau, makeEmployer, makeOfficer, makePerson, makeSubmitted, noon } from '@/tests/builders/city'
import { expected } from '@/tests/support/expected'

const on = (day: string) => ({ now: noon(day) })
const ALL = { show: null, after: null } as const
const VISITOR: Actor = { accountId: null, personId: null, role: 'visitor', grantId: null, organizationId: null, regionCode: null }

let unit: Awaited<ReturnType<typeof makeEmployer>>
let county: Actor
let person: MadePerson
let officer: Actor
let colleague: Actor

beforeAll(async () => {
  await seedReference(db)
  county = await makeBureau('341202')
})

beforeEach(async () => {
  unit = await makeEmployer({ regionCode: '341202' })
  person = await makePerson(unit)
  officer = await makeOfficer(unit, await makePerson(unit, '李明'))
  colleague = await makeOfficer(unit, await makePerson(unit, '何敏'))
})

/** A record of the person, publicized and registered, then revoked by the county: its employer is told. */
async function revoked(): Promise<string> {
  const id = await makeSubmitted(person, unit, { on: '2025-11-03' })
  await acceptRecords(officer, { record: [id] }, on('2025-11-04'))
  const { id: batch } = await openBatch(officer, { record: [id], contact: '人事科' }, on('2025-11-05'))
  await confirmBatch(officer, { batch }, on('2025-11-20'))
  const { version } = await db.hourRecord.findUniqueOrThrow({ where: { id } })
  await revokeRecord(county, { record: id, version, reason: '证书系伪造', finding: '发证单位未颁发过该证书' }, on('2025-11-21'))
  return id
}

describe('an office', () => {
  // On a city's worth of data this was the difference between two milliseconds and half a second, on every page of a bureau.
  test('counts what waits by the region as its column holds it: a cast would keep every queue’s index out', async () => {
    const [statement] = await statementsOf(() => readWaitingCounts(county, dateInShanghai(noon('2025-11-18'))))
    const { rows } = await pool.query<Record<string, string>>(`EXPLAIN ${statement?.text}`, [...(statement?.values ?? [])])
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
    expect(plan).toMatch(/region_code = /)
    expect(plan).not.toContain('(region_code)::text')
  })

  test('is told what became of its staff’s records elsewhere, with the name; its person is told too; nobody else', async () => {
    const id = await revoked()
    const told = await readNotifications(officer, ALL)
    expect(told.rows.map(({ kind, concern, personName }) => [kind, concern.recordId, personName])).toEqual([['revoke', id, '王丽萍']])
    expect((await readNotifications(person.actor, ALL)).rows.map(({ kind }) => kind)).toContain('revoke')
    const other = await makeEmployer({ regionCode: '341202' })
    expect((await readNotifications(await makeOfficer(other, await makePerson(other)), ALL)).rows).toEqual([])
    expect((await readNotifications(county, ALL)).rows).toEqual([])
  })

  test('each officer reads for themself, up to what they saw', async () => {
    await revoked()
    const { rows } = await readNotifications(officer, ALL)
    await markRead(officer, { until: rows[0]?.id ?? '' }, on('2025-11-22'))
    expect(await readNotifications(officer, { ...ALL, show: 'unread' })).toMatchObject({ rows: [], unread: false })
    expect(await readNotifications(colleague, ALL)).toMatchObject({ rows: [{ read: false }], unread: true })
    expect((await readWaitingCounts(officer, dateInShanghai(noon('2025-11-22')))).unread).toBe(0)
    expect((await readWaitingCounts(colleague, dateInShanghai(noon('2025-11-22')))).unread).toBe(1)
  })

  test('whoever takes the role later finds the old news read', async () => {
    await revoked()
    const late = await makeOfficer(unit, await makePerson(unit, '新人'))
    await db.roleGrant.update({ where: { id: late.grantId ?? '' }, data: { grantedAt: noon('2025-12-01') } })
    expect(await readNotifications(late, ALL)).toMatchObject({ rows: [{ read: true }], unread: false })
  })

  test('another office’s notification is not marked, a visitor has none', async () => {
    await revoked()
    const [row] = (await readNotifications(officer, ALL)).rows
    await markRead(county, { until: row?.id ?? '' }, on('2025-11-22'))
    expect((await readNotifications(officer, ALL)).unread).toBe(true)
    expect(await expected(readNotifications(VISITOR, ALL))).toMatchObject({ code: 'not_found' })
  })
})

describe('what waits, by menu entry', () => {
  test('records to review, ended periods, then nothing', async () => {
    const id = await makeSubmitted(person, unit, { on: '2025-11-03' })
    const counts = (day: string) => readWaitingCounts(officer, dateInShanghai(noon(day)))
    expect(await counts('2025-11-04')).toMatchObject({ 'employer.review': 1, 'employer.batches': 0, 'employer.objections': 0 })
    await acceptRecords(officer, { record: [id] }, on('2025-11-04'))
    const { id: batch } = await openBatch(officer, { record: [id], contact: '人事科' }, on('2025-11-05'))
    const { endsOn } = await db.publicityBatch.findUniqueOrThrow({ where: { id: batch } })
    expect(await counts(endsOn.toISOString().slice(0, 10))).toMatchObject({ 'employer.review': 0, 'employer.batches': 0 })
    expect(await counts('2025-11-20')).toMatchObject({ 'employer.batches': 1 })
    await confirmBatch(officer, { batch }, on('2025-11-20'))
    expect(await counts('2025-11-20')).toMatchObject({ 'employer.batches': 0 })
  })
})

describe('a mail of it', () => {
  test('goes to a person who gave an address, with the sentence and the link in both languages; to nobody else', async () => {
    await db.outbox.deleteMany()
    await db.person.update({ where: { id: person.personId }, data: { email: 'wang@example.com' } })
    const id = await revoked()
    await db.outbox.updateMany({ data: { nextAt: noon('2025-11-21') } })
    const mails: Mail[] = []
    await sendDueMails(async (mail) => void mails.push(mail), 'https://xueshi.example.cn', noon('2025-11-21'))
    expect(new Set(mails.map((mail) => mail.to))).toEqual(new Set(['wang@example.com']))
    const last = mails.find((mail) => mail.text.includes('撤销登记'))
    expect(last?.text).toContain('院内急救学术会议')
    expect(last?.text.match(new RegExp(`https://xueshi\\.example\\.cn/my/records/${id}$`, 'gm'))).toHaveLength(2)
    expect(last?.text).not.toContain('证书系伪造')
  })

  test('an address taken back before it was sent gets nothing', async () => {
    await db.outbox.deleteMany()
    await db.person.update({ where: { id: person.personId }, data: { email: 'wang@example.com' } })
    await makeSubmitted(person, unit, { on: '2025-11-03' })
    const [id] = [await makeSubmitted(person, unit, { on: '2025-11-03', title: '第二次' })]
    await acceptRecords(officer, { record: [id] }, on('2025-11-04'))
    await db.person.update({ where: { id: person.personId }, data: { email: null } })
    const mails: Mail[] = []
    expect(await sendDueMails(async (mail) => void mails.push(mail), 'https://xueshi.example.cn', noon('2025-12-01'))).toMatchObject({
      failed: 0,
    })
    expect(mails).toEqual([])
    expect(await db.outbox.count({ where: { sentAt: null } })).toBe(0)
  })
})
