import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/types'
import { db } from '@/lib/server/database/db'
import { readEvidence } from '@/lib/server/evidence/read-evidence'
import { addHistoricScan } from '@/lib/server/historic/add-historic-scan'
import { enterHistoricYear } from '@/lib/server/historic/enter-historic-year'
import { returnHistoricYear, submitHistoricYear, verifyHistoricYear, withdrawHistoricYear } from '@/lib/server/historic/move-historic'
import { readHistoricForBureau } from '@/lib/server/historic/read-historic-for-bureau'
import { readHistoricQueue } from '@/lib/server/historic/read-historic-queue'
import { readMyHistoricYear, readMyHistory } from '@/lib/server/historic/read-my-history'
import { readTermView } from '@/lib/server/term/read-term-view'
import { withFreshLedgers } from '@/lib/server/transition/fresh-ledgers'
import { seedReference } from '@/prisma/seed/reference'
import { makeAdministration, makeBureau, makeEmployer, makeOfficer, makePerson, noon } from '@/tests/builders/city'
import { makeAppointment, makePaper, makePaperHandedIn, versionOf } from '@/tests/builders/paper'
import { expected, refusals } from '@/tests/support/expected'

const on = (day: string) => ({ now: noon(day) })
const verify = async (actor: Actor, historic: string, version?: number) =>
  withFreshLedgers(async () => verifyHistoricYear(actor, { historic, version: version ?? (await versionOf(historic)) }, on('2025-11-04')))
const fields = async (work: Promise<unknown>) => {
  const error = await expected(work)
  return error.code === 'invalid' ? error.fields : error.code
}

let county: Actor
let other: Actor
let city: Actor

beforeAll(async () => {
  await seedReference(db)
  county = await makeBureau('341202')
  other = await makeBureau('341203')
  city = await makeBureau('341200')
})

describe('paper hours of a past year', () => {
  test('are entered with a scan, handed in to the competent bureau, verified, and the person is told', async () => {
    const person = await makePerson(null)
    const { id } = await enterHistoricYear(person.actor, { year: 2022, total: 88.5, professional: 61 }, on('2025-11-03'))
    expect(await refusals(submitHistoricYear(person.actor, { historic: id, version: 1 }, on('2025-11-03')))).toEqual(['evidence_missing'])
    const bad = await addHistoricScan(
      person.actor,
      { historicId: id, fileName: 'x.exe', bytes: new Uint8Array([77, 90]) },
      on('2025-11-03'),
    )
    expect(bad).toEqual({ ok: false, problem: 'file_type' })
    expect(await makePaper(person, 2022, 88.5, 61)).toBe(id)
    await submitHistoricYear(person.actor, { historic: id, version: await versionOf(id) }, on('2025-11-03'))
    const queue = await readHistoricQueue(county, { q: '', region: null, after: null })
    expect(queue.rows).toEqual([expect.objectContaining({ id, year: 2022, total: 88.5, professional: 61, isOwn: false })])
    expect((await readHistoricQueue(other, { q: '', region: null, after: null })).rows).toEqual([])
    expect((await readHistoricQueue(city, { q: '', region: '341202', after: null })).rows.map((row) => row.id)).toContain(id)
    const page = await readHistoricForBureau(county, id, noon('2025-11-04'))
    expect(page).toMatchObject({ state: 'entered', scan: { mediaType: 'application/pdf' }, actions: ['verify', 'return'] })
    expect((await readHistoricForBureau(city, id, noon('2025-11-04'))).actions).toEqual([])
    await verify(county, id)
    expect(await db.historicYear.findUnique({ where: { id } })).toMatchObject({ state: 'verified', verifiedBy: county.accountId })
    expect(await db.notification.findMany({ where: { personId: person.personId } })).toMatchObject([{ kind: 'verify' }])
    expect(await readMyHistory(person.actor)).toMatchObject({ firstYear: 2025, rows: [{ id, state: 'verified' }] })
  })

  test('are held to their bounds, each said at its field', async () => {
    const { actor } = await makePerson(null)
    const enter = (year: number, total: number, professional: number) =>
      enterHistoricYear(actor, { year, total, professional }, on('2025-11-03'))
    expect(await fields(enter(2025, 90, 60))).toEqual({ year: { key: 'historic_year_open', values: { first: '2025' } } })
    expect(await fields(enter(2024, 60, 90))).toEqual({ professional: { key: 'historic_professional', values: { total: 60 } } })
    const personId = actor.personId ?? ''
    const ledger = { id: crypto.randomUUID(), personId, year: 2023, ruleSet: 'anhui-2025', result: {}, createdAt: noon('2025-01-01') }
    await db.year.create({ data: { ...ledger, state: 'certified', changedAt: noon('2025-01-01') } })
    expect(await fields(enter(2023, 90, 60))).toEqual({ year: { key: 'historic_year_certified' } })
  })

  test("are nobody's to verify who is not of the competent bureau, nor anybody's own", async () => {
    const person = await makePerson(null)
    const id = await makePaperHandedIn(person, 2023, 90, 60)
    expect((await expected(verify(other, id))).code).toBe('not_found')
    expect((await expected(verify(city, id))).code).toBe('not_found')
    expect(await refusals(verify({ ...county, personId: person.personId }, id))).toContain('own_record')
    expect((await expected(verify(person.actor, id))).code).toBe('not_found')
  })

  test('verified and returned by two officers at once: one wins, the other reads who', async () => {
    const id = await makePaperHandedIn(await makePerson(null), 2023, 90, 60)
    const second = await makeBureau('341202')
    const version = await versionOf(id)
    const results = await Promise.allSettled([
      verify(county, id, version),
      withFreshLedgers(() => returnHistoricYear(second, { historic: id, version, reason: '公章不清' }, on('2025-11-04'))),
    ])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const lost = results.find((result) => result.status === 'rejected')
    const error = await expected(Promise.reject(lost?.reason))
    expect(['conflict', 'refused']).toContain(error.code)
    if (error.code === 'conflict') expect(error).toMatchObject({ by: '周敏', machine: 'historic' })
    expect(await db.event.count({ where: { streamId: id } })).toBe(3)
  })

  test('changed since the bureau looked, they are not verified unseen', async () => {
    const person = await makePerson(null)
    const id = await makePaperHandedIn(person, 2023, 90, 60)
    const seen = await versionOf(id)
    await returnHistoricYear(county, { historic: id, version: seen, reason: '数字不符' }, on('2025-11-04'))
    await enterHistoricYear(person.actor, { year: 2023, total: 300, professional: 200 }, on('2025-11-05'))
    await submitHistoricYear(person.actor, { historic: id, version: await versionOf(id) }, on('2025-11-05'))
    expect((await expected(verify(county, id, seen))).code).toBe('conflict')
  })

  test('returned with a reason they are changed and handed in again; taken back, the same year is entered anew in its row', async () => {
    const person = await makePerson(null)
    const id = await makePaperHandedIn(person, 2023, 90, 60)
    const enter = (total: number) => enterHistoricYear(person.actor, { year: 2023, total, professional: 60 }, on('2025-11-05'))
    expect(await refusals(enter(80))).toEqual(['not_from_here'])
    await returnHistoricYear(county, { historic: id, version: await versionOf(id), reason: '请核对合计' }, on('2025-11-04'))
    expect(await readMyHistoricYear(person.actor, id)).toMatchObject({ editable: true, returnedBecause: '请核对合计' })
    expect(await enter(80)).toEqual({ id })
    await withdrawHistoricYear(person.actor, { historic: id, version: await versionOf(id) }, on('2025-11-05'))
    expect((await readMyHistory(person.actor)).rows).toEqual([])
    expect(await enter(85)).toEqual({ id })
    expect(await db.historicYear.findUnique({ where: { id } })).toMatchObject({ state: 'draft' })
  })

  test('the scan is for its person and the bureaus of the place, without names for nobody', async () => {
    const unit = await makeEmployer()
    const person = await makePerson(unit)
    const officer = await makeOfficer(unit, await makePerson(unit, '李明'))
    const { auditor } = await makeAdministration()
    const id = await makePaper(person, 2022, 90, 60)
    const { evidenceId } = await db.historicYear.findUniqueOrThrow({ where: { id } })
    const read = (actor: Actor) => readEvidence(actor, evidenceId ?? '')
    expect(await read(person.actor)).toMatchObject({ mediaType: 'application/pdf' })
    // Not handed in: nobody else's yet.
    expect((await expected(read(county))).code).toBe('not_found')
    await submitHistoricYear(person.actor, { historic: id, version: await versionOf(id) }, on('2025-11-03'))
    expect(await read(county)).toMatchObject({ mediaType: 'application/pdf' })
    for (const stranger of [other, officer, auditor, (await makePerson(null)).actor])
      expect((await expected(read(stranger))).code).toBe('not_found')
  })

  test('that wait at the bureau are in the plan as it will be; without them it is told apart', async () => {
    const person = await makePerson(null)
    await makeAppointment(person, '2023-01-01', null)
    await makePaperHandedIn(person, 2023, 180, 120)
    await makePaper(person, 2022, 90, 60) // before the appointment
    const seen = async () => readTermView(person.actor, null, { appointment: null, end: 2026, assumed: [] }, noon('2025-11-18'))
    const first = await seen()
    expect(first.plan).toMatchObject({ kind: 'planned', missing: { total: 360, professional: 240 } })
    expect(first.planWithPaper).toMatchObject({ kind: 'planned', missing: { total: 180, professional: 120 } })
    const second = await makePaper(person, 2024, 180, 120) // the person's turn: nobody can verify it
    expect((await seen()).planWithPaper).toMatchObject({ missing: { total: 180 } })
    await submitHistoricYear(person.actor, { historic: second, version: await versionOf(second) }, on('2025-11-03'))
    expect((await seen()).planWithPaper).toEqual({ kind: 'fulfilled' })
    expect((await seen()).plan).toMatchObject({ missing: { total: 360 } })
  })

  test('of a year in which the person held no title say that no term counts them', async () => {
    const person = await makePerson(null)
    await makeAppointment(person, '2021-07-01', '2023-03-31') // 184 days of 2021, and 90 of 2023: too few for a year of the term
    const papers = [await makePaperHandedIn(person, 2020, 90, 60), await makePaperHandedIn(person, 2021, 90, 60)]
    const later = await makePaperHandedIn(person, 2023, 90, 60)
    const outside = (await readMyHistory(person.actor)).rows.map(({ year, outsideTerms }) => [year, outsideTerms])
    expect(outside).toEqual([
      [2023, true],
      [2021, false],
      [2020, true],
    ])
    expect(await readMyHistoricYear(person.actor, later)).toMatchObject({ outsideTerms: true })
    expect(await readHistoricForBureau(county, papers[0] ?? '', noon('2025-11-04'))).toMatchObject({ outsideTerms: true })
    expect(await readHistoricForBureau(county, papers[1] ?? '', noon('2025-11-04'))).toMatchObject({ outsideTerms: false })
  })
})
