import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/types'
import { db } from '@/lib/server/database/db'
import type { ExpectedError } from '@/lib/server/input/errors'
import { cancelBatch } from '@/lib/server/publicity/cancel-batch'
import { confirmBatch } from '@/lib/server/publicity/confirm-batch'
import { openBatch } from '@/lib/server/publicity/open-batch'
import { readBoard } from '@/lib/server/publicity/read-board'
import { readBoardBatch } from '@/lib/server/publicity/read-board-batch'
import { takeOutOfBatch } from '@/lib/server/publicity/take-out-of-batch'
import { acceptRecords, rejectRecords, returnRecords } from '@/lib/server/record/review/decide-records'
import { seedReference } from '@/prisma/seed/reference'
import { type MadePerson, makeBureau, makeEmployer, makeOfficer, makePerson, makeSubmitted, noon } from '@/tests/builders/city'
import { expected, refusals } from '@/tests/support/expected'

type Unit = Awaited<ReturnType<typeof makeEmployer>>
const VISITOR: Actor = { accountId: null, personId: null, role: 'visitor', grantId: null, organizationId: null, regionCode: null }
const contact = '人事科 0558-2260001'
const on = (day: string) => ({ now: noon(day) })

const stateOf = async (id: string) => (await db.hourRecord.findUniqueOrThrow({ where: { id }, select: { state: true } })).state

let unit: Unit
let person: MadePerson
let officer: Actor

beforeAll(async () => {
  await seedReference(db)
})

async function fresh() {
  unit = await makeEmployer()
  person = await makePerson(unit)
  officer = await makeOfficer(unit, await makePerson(unit, '李明'))
}

async function accepted(count: number): Promise<string[]> {
  const ids: string[] = []
  for (let made = 0; made < count; made += 1) ids.push(await makeSubmitted(person, unit, { title: `会议${made}` }))
  await acceptRecords(officer, { record: ids }, on('2025-11-06'))
  return ids
}

describe('review', () => {
  test('accepts many at once, returns and rejects with a reason', async () => {
    await fresh()
    const ids = await accepted(3)
    expect(await Promise.all(ids.map(stateOf))).toEqual(['accepted', 'accepted', 'accepted'])
    await returnRecords(officer, { record: [ids[0] ?? ''], reason: '请补考核结果页' }, on('2025-11-07'))
    expect(await stateOf(ids[0] ?? '')).toBe('returned')
    const other = await makeSubmitted(person, unit)
    await rejectRecords(officer, { record: [other], reason: '与岗位无关' }, on('2025-11-07'))
    expect(await stateOf(other)).toBe('rejected')
    expect(await refusals(rejectRecords(officer, { record: [other], reason: '' }, on('2025-11-07')))).toEqual(['not_from_here'])
    expect(await db.notification.count({ where: { personId: person.personId } })).toBe(5)
  })

  test('another employer finds nothing, a bureau in time is told it is not its own, nobody reviews their own', async () => {
    await fresh()
    const id = await makeSubmitted(person, unit)
    const other = await makeEmployer()
    const stranger = await makeOfficer(other, await makePerson(other))
    expect(await refusals(acceptRecords(stranger, { record: [id] }, on('2025-11-06')))).toEqual(['not_found'])
    expect(await refusals(acceptRecords(await makeBureau('341202'), { record: [id] }, on('2025-11-06')))).toEqual(['not_yours'])
    expect(await refusals(acceptRecords(await makeBureau('341203'), { record: [id] }, on('2025-11-06')))).toEqual(['not_found'])
    const own = await makeSubmitted({ ...person, personId: officer.personId ?? '', accountId: officer.accountId ?? '' }, unit)
    await makeOfficer(unit, await makePerson(unit))
    expect(await refusals(acceptRecords(officer, { record: [own, id] }, on('2025-11-06')))).toEqual(['own_record'])
    expect(await stateOf(id)).toBe('submitted')
  })

  test('where the only officer is concerned the county bureau acts, publicity included', async () => {
    await fresh()
    const own = await makeSubmitted({ ...person, personId: officer.personId ?? '', accountId: officer.accountId ?? '' }, unit)
    expect(await refusals(acceptRecords(officer, { record: [own] }, on('2025-11-06')))).toEqual(['not_yours'])
    const bureau = await makeBureau('341202')
    await acceptRecords(bureau, { record: [own] }, on('2025-11-06'))
    const { id } = await openBatch(bureau, { record: [own], contact }, on('2025-11-13'))
    expect(await refusals(confirmBatch(officer, { batch: id }, on('2025-11-21')))).toEqual(['not_yours'])
    expect(await confirmBatch(bureau, { batch: id }, on('2025-11-21'))).toMatchObject({ confirmed: 1, left: 0 })
    expect(await stateOf(own)).toBe('registered')
  })
})

describe('a batch', () => {
  test('runs its working days, is shown masked meanwhile, and is confirmed after them with the ledger', async () => {
    await fresh()
    const ids = await accepted(2)
    const { id } = await openBatch(officer, { record: ids, contact }, on('2025-11-13'))
    const batch = await readBoardBatch(VISITOR, id, noon('2025-11-20'))
    expect(batch).toMatchObject({ startsOn: '2025-11-14', endsOn: '2025-11-20', number: 1, year: 2025, contact })
    expect(batch.items.map((item) => [item.maskedName, item.department, item.hours])).toEqual([
      ['王*萍', '内科', 10],
      ['王*萍', '内科', 10],
    ])
    const early = await expected(confirmBatch(officer, { batch: id }, on('2025-11-20')))
    expect(early).toMatchObject({
      code: 'refused',
      refusals: [{ code: 'period_runs', detail: { endsOn: '2025-11-20', from: '2025-11-21' } }],
    })
    expect(await refusals(readBoardBatch(VISITOR, id, noon('2025-11-21')))).toEqual(['not_found'])
    expect(await confirmBatch(officer, { batch: id }, on('2025-11-21'))).toEqual({ id, confirmed: 2, left: 0 })
    expect(await Promise.all(ids.map(stateOf))).toEqual(['registered', 'registered'])
    const year = await db.year.findUniqueOrThrow({ where: { personId_year: { personId: person.personId, year: 2025 } } })
    expect(Number(year.professional)).toBe(20)
    const events = await db.event.findMany({ where: { streamId: id }, orderBy: { seq: 'asc' }, select: { event: true, seq: true } })
    expect(events.map(({ event }) => event)).toEqual(['create', 'open', 'confirm'])
    expect(await refusals(confirmBatch(officer, { batch: id }, on('2025-11-22')))).toEqual(['not_from_here'])
  })

  test('is as long as the unit says, never shorter than the site; numbered per unit and year', async () => {
    await fresh()
    await db.organization.update({ where: { id: unit.id }, data: { publicityDays: 7 } })
    const ids = await accepted(2)
    const first = await openBatch(officer, { record: ids.slice(0, 1), contact }, on('2025-11-13'))
    expect(await readBoardBatch(VISITOR, first.id, noon('2025-11-14'))).toMatchObject({ endsOn: '2025-11-24', workingDays: 7, number: 1 })
    await db.organization.update({ where: { id: unit.id }, data: { publicityDays: 3 } })
    const second = await openBatch(officer, { record: ids.slice(1), contact }, on('2025-11-13'))
    expect(await readBoardBatch(VISITOR, second.id, noon('2025-11-14'))).toMatchObject({ endsOn: '2025-11-20', workingDays: 5, number: 2 })
  })

  test('takes a record once: of two opened at once with the same record one wins and the other reads who', async () => {
    await fresh()
    const second = await makeOfficer(unit, await makePerson(unit, '陈静'))
    for (let round = 0; round < 10; round += 1) {
      const ids = await accepted(1)
      const tries = await Promise.allSettled([officer, second].map((by) => openBatch(by, { record: ids, contact }, on('2025-11-13'))))
      expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
      const lost = tries.find((one) => one.status === 'rejected')?.reason as ExpectedError
      if (lost.expected.code === 'conflict') expect(lost.expected).toMatchObject({ event: 'publicize', machine: 'record' })
      else expect(lost.expected).toMatchObject({ code: 'refused' })
    }
  })

  test('two opened at once with different records take a number each', async () => {
    await fresh()
    const ids = await accepted(4)
    const opened = await Promise.all(ids.map((record) => openBatch(officer, { record: [record], contact }, on('2025-11-13'))))
    const batches = await db.publicityBatch.findMany({ where: { id: { in: opened.map(({ id }) => id) } }, select: { number: true } })
    expect(batches.map(({ number }) => number).sort()).toEqual([1, 2, 3, 4])
  })

  test('lets go of a record that is taken out, and of all when it is cancelled, with a reason', async () => {
    await fresh()
    const ids = await accepted(2)
    const { id } = await openBatch(officer, { record: ids, contact }, on('2025-11-13'))
    await takeOutOfBatch(officer, { record: ids[0] ?? '', reason: '日期写错' }, on('2025-11-14'))
    expect(await stateOf(ids[0] ?? '')).toBe('accepted')
    expect((await readBoardBatch(VISITOR, id, noon('2025-11-14'))).items).toHaveLength(1)
    expect(await cancelBatch(officer, { batch: id, reason: '重新公示' }, on('2025-11-14'))).toMatchObject({ count: 1 })
    expect(await stateOf(ids[1] ?? '')).toBe('accepted')
    expect(await refusals(readBoardBatch(VISITOR, id, noon('2025-11-14')))).toEqual(['not_found'])
    const again = await openBatch(officer, { record: ids, contact }, on('2025-11-14'))
    expect((await readBoardBatch(VISITOR, again.id, noon('2025-11-17'))).items).toHaveLength(2)
  })

  test('belongs to its unit: another one neither opens nor confirms it', async () => {
    await fresh()
    const [id = ''] = await accepted(1)
    const other = await makeEmployer()
    const stranger = await makeOfficer(other, await makePerson(other))
    expect(await refusals(openBatch(stranger, { record: [id], contact }, on('2025-11-13')))).toEqual(['not_found'])
    const batch = await openBatch(officer, { record: [id], contact }, on('2025-11-13'))
    expect(await refusals(confirmBatch(stranger, { batch: batch.id }, on('2025-11-21')))).toEqual(['not_found'])
    expect(await refusals(cancelBatch(stranger, { batch: batch.id, reason: '?' }, on('2025-11-14')))).toEqual(['not_found'])
  })

  test('kept to the unit is seen by its staff and nobody else', async () => {
    await fresh()
    await db.organization.update({ where: { id: unit.id }, data: { publicityInPublic: false } })
    const ids = await accepted(1)
    const { id } = await openBatch(officer, { record: ids, contact }, on('2025-11-13'))
    expect(await refusals(readBoardBatch(VISITOR, id, noon('2025-11-14')))).toEqual(['not_found'])
    expect((await readBoardBatch(person.actor, id, noon('2025-11-14'))).items).toHaveLength(1)
    expect((await readBoardBatch(officer, id, noon('2025-11-14'))).items).toHaveLength(1)
  })

  test('stands on the board by unit and county while its period runs', async () => {
    await fresh()
    await db.organization.update({ where: { id: unit.id }, data: { name: '阜阳市第九人民医院' } })
    const { id } = await openBatch(officer, { record: await accepted(1), contact }, on('2025-11-13'))
    const search = async (unitName: string, region: string, day = '2025-11-14') =>
      (await readBoard(VISITOR, { unit: unitName, region, after: null }, noon(day))).entries.map((entry) => entry.id)
    expect(await search('第九', '')).toEqual([id])
    expect(await search('第九', '341202')).toEqual([id])
    expect(await search('第九', '341203')).toEqual([])
    expect(await search('第八', '')).toEqual([])
    expect(await search('第九', '', '2025-11-21')).toEqual([])
  })
})
