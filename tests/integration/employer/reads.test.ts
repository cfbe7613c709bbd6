import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/types'
import { db } from '@/lib/server/database/db'
import { raiseObjection } from '@/lib/server/objection/raise-objection'
import { readObjection, revealContact } from '@/lib/server/objection/read-objection'
import { readObjections } from '@/lib/server/objection/read-objections'
import { readOwnObjection } from '@/lib/server/objection/read-own-objection'
import { readStaff } from '@/lib/server/person/read-staff'
import { openBatch } from '@/lib/server/publicity/open-batch'
import { readBatch } from '@/lib/server/publicity/read-batch'
import { readBatches } from '@/lib/server/publicity/read-batches'
import { readNewBatch } from '@/lib/server/publicity/read-new-batch'
import { readNotice } from '@/lib/server/publicity/read-notice'
import { acceptRecords } from '@/lib/server/record/review/decide-records'
import { readReviewQueue } from '@/lib/server/record/review/read-review-queue'
import { seedReference } from '@/prisma/seed/reference'
import { type MadePerson, makeBureau, makeEmployer, makeOfficer, makePerson, makeSubmitted, noon } from '@/tests/builders/city'
import { refusals } from '@/tests/support/expected'

const VISITOR: Actor = { accountId: null, personId: null, role: 'visitor', grantId: null, organizationId: null, regionCode: null }
const ALL = { q: '', category: null, after: null }
const contact = '人事科 0558-2260001'

let unit: Awaited<ReturnType<typeof makeEmployer>>
let person: MadePerson
let officer: Actor
let stranger: Actor

beforeAll(async () => {
  await seedReference(db)
  unit = await makeEmployer()
  person = await makePerson(unit, '欧阳娜娜')
  officer = await makeOfficer(unit, await makePerson(unit, '李明'))
  const other = await makeEmployer()
  stranger = await makeOfficer(other, await makePerson(other, '赵强'))
})

describe('what an officer sees', () => {
  test('the queue: the unit’s own, the longest waiting first, with the day from which the person may go on', async () => {
    const late = await makeSubmitted(person, unit, { on: '2025-11-10', title: '后交的' })
    const early = await makeSubmitted(person, unit, { on: '2025-11-03', title: '先交的' })
    const queue = await readReviewQueue(officer, ALL, noon('2025-11-18'))
    expect(queue.rows.map((row) => row.id)).toEqual([early, late])
    expect(queue.rows.map((row) => row.silence)).toEqual([
      { on: '2025-11-17', days: -1 },
      { on: '2025-11-24', days: 4 },
    ])
    expect((await readReviewQueue(officer, { ...ALL, q: '后交' }, noon('2025-11-18'))).rows.map((row) => row.id)).toEqual([late])
    expect((await readReviewQueue(officer, { ...ALL, category: 'exam' }, noon('2025-11-18'))).total).toBe(0)
    expect((await readReviewQueue(stranger, ALL, noon('2025-11-18'))).total).toBe(0)
  })

  test('the staff of the year with what waits, nobody else’s', async () => {
    const search = { q: '', year: 2025, hours: null, after: null }
    const staff = await readStaff(officer, search, noon('2025-11-18'))
    expect(staff.rows.map((row) => row.name).sort()).toEqual(['李明', '欧阳娜娜'].sort())
    expect(staff.rows.find((row) => row.id === person.personId)?.waiting).toEqual({ professional: 20, public: 0 })
    expect(staff.required).toEqual({ total: 90, professional: 60 })
    expect((await readStaff(officer, { ...search, hours: 'met' }, noon('2025-11-18'))).rows).toEqual([])
    expect((await readStaff(officer, { ...search, q: '欧阳' }, noon('2025-11-18'))).rows).toHaveLength(1)
    expect(await refusals(readStaff(person.actor, search, noon('2025-11-18')))).toEqual(['not_found'])
  })

  test('the days of a batch before it is opened, and the batch, its notice and objections after', async () => {
    const id = await makeSubmitted(person, unit, { title: '要公示的' })
    await acceptRecords(officer, { record: [id] }, { now: noon('2025-11-06') })
    const offered = await readNewBatch(officer, { q: '', after: null }, noon('2025-11-13'))
    expect(offered.rows.map((row) => row.id)).toEqual([id])
    expect(offered).toMatchObject({ confirmFrom: '2025-11-21', period: { startsOn: '2025-11-14', endsOn: '2025-11-20', workingDays: 5 } })

    const batch = await openBatch(officer, { record: [id], contact }, { now: noon('2025-11-13') })
    const running = await readBatch(officer, batch.id, noon('2025-11-20'))
    expect(running.actions).toEqual(['cancel'])
    expect(running.notYet).toMatchObject([{ code: 'period_runs', detail: { from: '2025-11-21' } }])
    const over = await readBatch(officer, batch.id, noon('2025-11-21'))
    expect(over).toMatchObject({ ready: 1, left: 0, notYet: [] })
    expect(over.actions).toContain('confirm')
    expect((await readBatches(officer, { q: '', state: null, after: null }, noon('2025-11-21'))).rows).toMatchObject([
      { id: batch.id, ended: true },
    ])
    expect(await refusals(readBatch(stranger, batch.id, noon('2025-11-20')))).toEqual(['not_found'])
    expect(await refusals(readNotice(stranger, batch.id, 'zh-CN'))).toEqual(['not_found'])
    const notice = await readNotice(officer, batch.id, 'zh-CN')
    expect(notice.lines).toMatchObject([{ maskedName: '欧**娜', content: '要公示的', hours: 10 }])
    expect(JSON.stringify(notice)).not.toContain('欧阳娜娜')

    const item = await db.publicityItem.findFirstOrThrow({ where: { recordId: id } })
    const input = { item: item.id, reason: '不属实', name: '知情人', contactKind: 'phone' as const, contact: '138 0000 1234' }
    const { code } = await raiseObjection(VISITOR, input, { now: noon('2025-11-17') })
    const list = await readObjections(officer, { q: '', state: 'waiting', after: null }, noon('2025-11-17'))
    expect(list.rows).toMatchObject([{ toCall: true, recordTitle: '要公示的' }])
    expect((await readObjections(stranger, { q: '', state: null, after: null }, noon('2025-11-17'))).rows).toEqual([])
    const [{ id: objection } = { id: '' }] = list.rows
    expect(await refusals(readObjection(stranger, objection, noon('2025-11-17')))).toEqual(['not_found'])
    expect(JSON.stringify(await readObjection(officer, objection, noon('2025-11-17')))).not.toContain('13800001234')
    expect(await revealContact(officer, objection, noon('2025-11-17'))).toBe('13800001234')
    expect(await db.audit.count({ where: { act: 'objection_contact_reveal', subjectId: objection } })).toBe(1)
    expect(await refusals(revealContact(await makeBureau('341203'), objection, noon('2025-11-17')))).toEqual(['not_found'])
    const own = await readOwnObjection(VISITOR, code, noon('2025-11-17'))
    expect(own).toMatchObject({ mayConfirm: false, mayAppeal: false, record: { maskedName: '欧**娜' } })
    expect(JSON.stringify(own)).not.toContain('13800001234')
    expect(await refusals(readOwnObjection(VISITOR, 'not-a-code', noon('2025-11-17')))).toEqual(['not_found'])
  })
})
