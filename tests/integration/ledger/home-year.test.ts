import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/types'
import { db } from '@/lib/server/database/db'
import { recountLedgers } from '@/lib/server/ledger/recount-ledgers'
import { verifyRecords } from '@/lib/server/record/review/decide-records'
import { revokeRecord } from '@/lib/server/record/review/revoke-record'
import { seedReference } from '@/prisma/seed/reference'
import { type MadePerson, makeBureau, makePerson, noon } from '@/tests/builders/city'
import { makeHandedIn } from '@/tests/builders/credited'

// One achievement entered in two years is credited once (M21.4): in the year in which it was registered first, whichever year that is.

let county: Actor
let person: MadePerson
let earlier: string
let later: string

beforeAll(async () => {
  await seedReference(db)
  county = await makeBureau('341202')
})

/** The same paper (20 hours) for 2025 and for 2026, both handed in and waiting. */
beforeEach(async () => {
  person = await makePerson(null)
  const paper = { title: '县域急救网络研究', option: 'other', details: { author: 'first', number: `ISSN ${person.personId}` } } as const
  earlier = await makeHandedIn(person, 'paper', { ...paper, completedOn: '2025-12-20' }, { on: '2026-01-12' })
  later = await makeHandedIn(person, 'paper', { ...paper, completedOn: '2026-01-06' }, { on: '2026-01-12' })
})

async function hours(): Promise<Record<number, number>> {
  const years = await db.year.findMany({ where: { personId: person.personId }, select: { year: true, total: true } })
  return Object.fromEntries(years.map(({ year, total }) => [year, Number(total)]))
}

const verify = (record: string, day: string) => verifyRecords(county, { record: [record] }, { now: noon(day) })

async function revoke(record: string, day: string): Promise<void> {
  const { version } = await db.hourRecord.findUniqueOrThrow({ where: { id: record } })
  await revokeRecord(county, { record, version, reason: '证明系伪造', finding: '与期刊核实' }, { now: noon(day) })
}

test('the two are one achievement of two years', async () => {
  const rows = await db.hourRecord.findMany({
    where: { id: { in: [earlier, later] } },
    select: { year: true, achievement: true, creditedIn: true },
  })
  expect(rows.map(({ year }) => year).sort()).toEqual([2025, 2026])
  expect(new Set(rows.map(({ achievement }) => achievement)).size).toBe(1)
  expect(rows[0]?.achievement).not.toBeNull()
  expect(rows.every(({ creditedIn }) => creditedIn === null)).toBe(true)
})

describe('credited in the year of', () => {
  test('the earlier year, registered first', async () => {
    await verify(earlier, '2026-01-13')
    expect(await hours()).toEqual({ 2025: 20 })
    await verify(later, '2026-01-14')
    expect(await hours()).toEqual({ 2025: 20, 2026: 0 })
    expect(await recountLedgers()).toEqual([])
  })

  test('the later year, registered first', async () => {
    await verify(later, '2026-01-13')
    expect(await hours()).toEqual({ 2026: 20 })
    await verify(earlier, '2026-01-14')
    expect(await hours()).toEqual({ 2025: 0, 2026: 20 })
    expect(await recountLedgers()).toEqual([])
  })

  test('the other year, once the first is revoked: its hours move in the same act', async () => {
    await verify(later, '2026-01-13')
    await verify(earlier, '2026-01-14')
    await revoke(later, '2026-01-15')
    expect(await hours()).toEqual({ 2025: 20, 2026: 0 })
    expect(await recountLedgers()).toEqual([])
  })
})
