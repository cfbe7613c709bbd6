import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/types'
import { db } from '@/lib/server/database/db'
import { appealRecord } from '@/lib/server/objection/appeal-record'
import { decideAppeal } from '@/lib/server/objection/decide-record-appeal'
import { escalateRecord } from '@/lib/server/record/act-on-own-record'
import { acceptRecords, rejectRecords, returnRecords, verifyRecords } from '@/lib/server/record/review/decide-records'
import { readAppeals } from '@/lib/server/record/review/read-appeals'
import { readReview } from '@/lib/server/record/review/read-review'
import { readVerificationQueue } from '@/lib/server/record/review/read-verification-queue'
import { seedReference } from '@/prisma/seed/reference'
import { makeBureau, makeEmployer, makeOfficer, makePerson, makeSubmitted, noon } from '@/tests/builders/city'
import { CORE_PAPER, EXAM, elsewhere, makeHandedIn, makeRegistered } from '@/tests/builders/credited'
import { expected, refusals } from '@/tests/support/expected'

const on = (day: string) => ({ now: noon(day) })
const stateOf = async (id: string) => (await db.hourRecord.findUniqueOrThrow({ where: { id }, select: { state: true } })).state
const all = { q: '', category: null, kind: null, region: null, after: null }
const verify = (actor: Actor, ...record: string[]) => verifyRecords(actor, { record }, on('2025-11-06'))

let county: Actor
let other: Actor
let city: Actor

beforeAll(async () => {
  await seedReference(db)
  county = await makeBureau('341202')
  other = await makeBureau('341221')
  city = await makeBureau('341200')
})

describe('verification', () => {
  test('registers, writes the ledger and tells the person', async () => {
    const person = await makePerson(null)
    const id = await makeHandedIn(person, 'exam', EXAM)
    await verify(county, id)
    expect(await stateOf(id)).toBe('registered')
    const year = await db.year.findUniqueOrThrow({ where: { personId_year: { personId: person.personId, year: 2025 } } })
    expect([Number(year.professional), Number(year.public), year.met]).toEqual([60, 30, true])
    expect(await db.notification.count({ where: { personId: person.personId, kind: 'verify' } })).toBe(1)
  })

  test('is for the county of the record only: for another it does not exist, the city sees it and may not decide', async () => {
    const id = await makeHandedIn(await makePerson(null), 'exam', EXAM)
    expect((await expected(verify(other, id))).code).toBe('not_found')
    expect((await expected(readReview(other, id, noon('2025-11-06')))).code).toBe('not_found')
    expect((await expected(verify(city, id))).code).toBe('not_found')
    const seen = await readReview(city, id, noon('2025-11-06'))
    expect(seen.actions).toEqual([])
    const queue = await readVerificationQueue(city, { ...all, region: '341202' }, noon('2025-11-06'))
    expect(queue.readOnly).toBe(true)
    expect(queue.rows.map((row) => row.id)).toContain(id)
  })

  test('nobody verifies their own record, nor what they entered for somebody', async () => {
    const reviewer = await makePerson(null, '陈国华')
    const bureau = await db.organization.findFirstOrThrow({ where: { kind: 'bureau', regionCode: '341202' } })
    const office = await makeOfficer(bureau, reviewer, 'county_reviewer')
    const own = await makeHandedIn(reviewer, 'exam', EXAM)
    expect(await refusals(verify(office, own))).toEqual(['own_record'])
    const entered = await makeHandedIn(await makePerson(null), 'exam', EXAM, { by: office })
    expect(await refusals(verify(office, entered))).toEqual(['own_entry'])
    await verify(county, own, entered)
    expect([await stateOf(own), await stateOf(entered)]).toEqual(['registered', 'registered'])
  })

  test('of many is all or none', async () => {
    const person = await makePerson(null)
    const first = await makeHandedIn(person, 'exam', EXAM)
    const second = await makeHandedIn(person, 'paper', CORE_PAPER)
    const done = await makeRegistered(await makePerson(null), county, 'exam', EXAM)
    expect(await refusals(verify(county, first, done))).toEqual(['not_from_here'])
    expect(await stateOf(first)).toBe('submitted')
    expect(await verify(county, first, second)).toEqual({ count: 2 })
  })

  test('by two officers at once: one wins, the other reads who', async () => {
    const second = await makeBureau('341202')
    for (let round = 0; round < 10; round += 1) {
      const id = await makeHandedIn(await makePerson(null), 'exam', EXAM)
      const reject = rejectRecords(second, { record: [id], reason: '与岗位无关' }, on('2025-11-06'))
      const results = await Promise.allSettled([verify(county, id), reject])
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      const lost = results.find((result) => result.status === 'rejected')
      const error = await expected(Promise.reject(lost?.reason))
      if (error.code === 'conflict') expect(error).toMatchObject({ by: '周敏', machine: 'record' })
      else expect(error).toMatchObject({ code: 'refused', refusals: [{ code: 'not_from_here' }] })
    }
  })

  test('a return asks for a reason and the person hands in again; the due date starts anew', async () => {
    const id = await makeHandedIn(await makePerson(null), 'exam', EXAM)
    expect(await refusals(returnRecords(county, { record: [id], reason: ' ' }, on('2025-11-06')))).toEqual(['reason_missing'])
    await returnRecords(county, { record: [id], reason: '请补成绩单' }, on('2025-11-06'))
    expect(await stateOf(id)).toBe('returned')
  })
})

describe('the queue', () => {
  test('goes by due date, tells what is late, and pages by key', async () => {
    const county2 = await makeBureau('341203')
    const place = { id: (await makeEmployer({ regionCode: '341203', employerKind: 'non_public_enterprise' })).id, regionCode: '341203' }
    await db.organization.update({ where: { id: place.id }, data: { employerKind: 'non_public_enterprise' } })
    const ids: string[] = []
    for (const day of ['2025-11-05', '2025-11-03', '2025-11-10'])
      ids.push(await makeHandedIn(await makePerson(place), 'exam', EXAM, { on: day }))
    const queue = await readVerificationQueue(county2, all, noon('2025-11-13'))
    expect(queue.rows.map(({ id }) => id)).toEqual([ids[1], ids[0], ids[2]])
    expect([queue.total, queue.late]).toEqual([3, 2])
    expect(queue.rows[0]?.due).toMatchObject({ on: '2025-11-10', days: -3 })
    const late = await readVerificationQueue(county2, { ...all, kind: 'late' }, noon('2025-11-13'))
    expect(late.rows).toHaveLength(2)
    const rest = await readVerificationQueue(county2, { ...all, after: ['2025-11-10', ids[1] ?? ''] }, noon('2025-11-13'))
    expect(rest.rows.map(({ id }) => id)).toEqual([ids[0], ids[2]])
  })

  test('shows what the year becomes, and proofs that were handed in before', async () => {
    const person = await makePerson(null)
    await makeRegistered(person, county, 'elsewhere', elsewhere(48))
    const earlier = await makeHandedIn(await makePerson(null, '孙晓梅'), 'exam', EXAM, { sha: 77 })
    const another = { ...elsewhere(18), title: '另一次', details: { hours: 18, certificate: '苏继教 2025-18' } }
    const id = await makeHandedIn(person, 'elsewhere', another, { sha: 77 })
    const review = await readReview(county, id, noon('2025-11-06'))
    expect(review.year).toMatchObject({ before: { professional: 48, total: 48 }, after: { professional: 66, total: 66 } })
    expect(review.explanation).toMatchObject({ hours: 18, clause: 'M12.z' })
    expect(review.similar).toMatchObject([{ same: ['file'], samePerson: false, record: { id: earlier, personName: '孙晓梅' } }])
    expect(review.actions.sort()).toEqual(['reject', 'return', 'verify'])
    expect(JSON.stringify(review)).not.toMatch(/\d{17}[\dX]/)
  })

  test('takes over what an employer left lying: accepted in its place', async () => {
    const unit = await makeEmployer()
    const person = await makePerson(unit)
    await makeOfficer(unit, await makePerson(unit, '李明'))
    const id = await makeSubmitted(person, unit, { on: '2025-11-05' })
    expect((await readVerificationQueue(county, all, noon('2025-11-25'))).rows.map((row) => row.id)).not.toContain(id)
    await escalateRecord(person.actor, { id }, on('2025-11-20'))
    const queue = await readVerificationQueue(county, { ...all, kind: 'escalated' }, noon('2025-11-25'))
    expect(queue.rows.map((row) => row.id)).toContain(id)
    expect(await refusals(verifyRecords(county, { record: [id] }, on('2025-11-25')))).toEqual(['wrong_path'])
    await acceptRecords(county, { record: [id] }, on('2025-11-25'))
    expect(await stateOf(id)).toBe('accepted')
    expect((await readReview(county, id, noon('2025-11-25'))).actions).toContain('publicize')
  })
})

describe('appeals', () => {
  test('against a county go to the city, never to the county; allowed, the record comes back to be verified', async () => {
    const person = await makePerson(null)
    const id = await makeHandedIn(person, 'exam', EXAM)
    await rejectRecords(county, { record: [id], reason: '证明不符' }, on('2025-11-06'))
    await appealRecord(person.actor, { id, reason: '证明真实' }, on('2025-11-07'))
    expect((await readAppeals(city, { q: '', after: null }, noon('2025-11-08'))).rows.map((row) => row.id)).toContain(id)
    expect((await readAppeals(county, { q: '', after: null }, noon('2025-11-08'))).rows.map((row) => row.id)).not.toContain(id)
    const { version } = await db.hourRecord.findUniqueOrThrow({ where: { id } })
    const decide = (actor: Actor) => decideAppeal(actor, { record: id, version, outcome: 'allow', finding: '经核实属实' }, on('2025-11-10'))
    expect((await expected(decide(county))).code).toBe('not_found')
    await decide(city)
    expect(await stateOf(id)).toBe('submitted')
    await verifyRecords(county, { record: [id] }, on('2025-11-11'))
    expect(await stateOf(id)).toBe('registered')
  })
})
