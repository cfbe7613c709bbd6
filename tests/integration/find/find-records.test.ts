import { expressionBuilder, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/types'
import { db } from '@/lib/server/database/db'
import type { Builder } from '@/lib/server/database/statement'
import type { Tables } from '@/lib/server/database/tables'
import { type FindKey, pageRows, readPage } from '@/lib/server/find/scan'
import { type FindRecords, findRecords } from '@/lib/server/record/find-records'
import { rejectRecords } from '@/lib/server/record/review/decide-records'
import { type FindYears, findYears } from '@/lib/server/year/find-years'
import type { RecordState } from '@/lib/workflow/states'
import { seedReference } from '@/prisma/seed/reference'
import { makeAdministration, makeBureau, makeEmployer, makeOfficer, makePerson, makeSubmitted, noon } from '@/tests/builders/city'
import { EXAM, makeHandedIn, makeRegistered } from '@/tests/builders/credited'
import { makeManySubmitted } from '@/tests/builders/many'
import { expected } from '@/tests/support/expected'

const ALL: FindRecords = { q: '', title: '', state: null, category: null, year: null, employer: '', region: null, after: null }
const YEARS: FindYears = { q: '', state: null, year: null, employer: '', region: null, after: null }
const on = (day: string) => ({ now: noon(day) })

async function ids(actor: Actor, search: Partial<FindRecords> = {}): Promise<string[]> {
  return (await findRecords(actor, { ...ALL, ...search })).rows.map(({ id }) => id)
}

let county: Actor
let other: Actor
let city: Actor

beforeAll(async () => {
  await seedReference(db)
  county = await makeBureau('341202')
  other = await makeBureau('341221')
  city = await makeBureau('341200')
})

describe('records', () => {
  test('decided, on their way, of the county: found by the beginning of the name and by a part of the title', async () => {
    const person = await makePerson(null, '欧阳静怡')
    const registered = await makeRegistered(person, county, 'exam', EXAM)
    const waiting = await makeHandedIn(
      person,
      'exam',
      { ...EXAM, title: '全国100%口译考试_二级', details: { number: 'X-2' } },
      { on: '2025-11-07' },
    )
    expect(await ids(county, { q: '欧阳' })).toEqual([waiting, registered])
    expect(await ids(county, { q: '静怡' })).toEqual([])
    expect(await ids(county, { q: '欧阳', state: 'registered' })).toEqual([registered])
    expect(await ids(county, { title: '100%口译' })).toEqual([waiting])
    expect(await ids(county, { title: '100口译' })).toEqual([])
    expect(await ids(county, { q: '欧阳', year: 2024 })).toEqual([])
    expect(await ids(county, { q: '欧阳', category: 'paper' })).toEqual([])
    expect(await ids(other, { q: '欧阳' })).toEqual([])
    const found = await findRecords(county, { ...ALL, q: '欧阳静怡' })
    expect(found.rows[0]).toMatchObject({
      personName: '欧阳静怡',
      employer: null,
      year: 2025,
      state: 'submitted',
      handedInAt: noon('2025-11-07').toISOString(),
    })
  })

  test('a municipal unit’s are the city’s and no county’s; the city reads a county’s', async () => {
    const unit = await makeEmployer({ unitLevel: 'municipal', name: '市立第九医院' })
    const record = await makeSubmitted(await makePerson(unit, '诸葛明'), unit)
    const theirs = await makeHandedIn(await makePerson(null, '诸葛亮'), 'exam', EXAM)
    expect(await ids(county, { q: '诸葛' })).toEqual([theirs])
    expect(await ids(city, { q: '诸葛' })).toEqual([record])
    expect(await ids(city)).not.toContain(theirs)
    const read = await findRecords(city, { ...ALL, q: '诸葛', region: '341202' })
    expect([read.rows.map(({ id }) => id), read.readOnly]).toEqual([[theirs], true])
    expect((await ids(city, { q: '诸葛', region: 'all' })).sort()).toEqual([record, theirs].sort())
    expect(await ids(city, { region: 'all' })).toEqual(expect.arrayContaining([record, theirs]))
    expect(await ids(city, { employer: '第九' })).toEqual([record])
    expect(await ids(county, { employer: '第九' })).toEqual([])
    // What a county asks about another county is its own all the same.
    expect(await ids(county, { q: '诸葛', region: '341221' })).toEqual([theirs])
  })

  test('the employer’s officer finds the unit’s in any state; nobody finds what was not handed in', async () => {
    const unit = await makeEmployer()
    const person = await makePerson(unit, '上官云')
    const officer = await makeOfficer(unit, await makePerson(unit, '李明'))
    const rejected = await makeSubmitted(person, unit)
    const waiting = await makeSubmitted(person, unit, { on: '2025-11-06' })
    const [draft] = await makeManySubmitted(1, [person], unit, { state: 'draft' })
    await rejectRecords(officer, { record: [rejected], reason: '材料不实' }, on('2025-11-07'))
    expect(await ids(officer)).toEqual([waiting, rejected])
    expect(await ids(officer, { q: '上官', state: 'rejected' })).toEqual([rejected])
    expect(await ids(officer, { state: 'rejected', title: '急救' })).toEqual([rejected])
    expect(await ids(county, { q: '上官' })).not.toContain(draft?.id)
    const elsewhere = await makeEmployer()
    expect(await ids(await makeOfficer(elsewhere, await makePerson(elsewhere, '李明')))).toEqual([])
    expect((await expected(findRecords((await makeAdministration()).administrator, ALL))).code).toBe('not_found')
  })

  test('pages by key until the end, each record once', async () => {
    const unit = await makeEmployer({ regionCode: '341222' })
    const bureau = await makeBureau('341222')
    const people = await Promise.all(Array.from({ length: 4 }, (_, index) => makePerson(unit, `司徒${index}`)))
    const made = await makeManySubmitted(130, people, unit)
    const seen: string[] = []
    let after: string | null = null
    let pages = 0
    do {
      const page = await findRecords(bureau, { ...ALL, after: after ? JSON.parse(Buffer.from(after, 'base64url').toString()) : null })
      seen.push(...page.rows.map(({ id }) => id))
      after = page.next
      pages += 1
    } while (after && pages < 10)
    expect(pages).toBe(3)
    expect(seen.toSorted()).toEqual(made.map(({ id }) => id).toSorted())
  })

  test('a window that ends early leaves nothing out and mixes nothing up', async () => {
    const unit = await makeEmployer({ regionCode: '341225' })
    const people = await Promise.all(Array.from({ length: 3 }, () => makePerson(unit)))
    const made = await makeManySubmitted(90, people, unit)
    const reviewer = await makeBureau('341225')
    for (const [index, { id }] of made.entries()) {
      const state = (['submitted', 'registered', 'rejected'] as const)[index % 3]
      const at = new Date(noon('2025-11-05').getTime() + ((index * 37) % 90) * 1000)
      await db.hourRecord.update({
        where: { id },
        data: { state, firstSubmittedAt: at, year: 2023 + (index % 2), title: index % 5 === 0 ? '甲' : '乙' },
      })
    }
    const rows = await db.hourRecord.findMany({
      where: { organizationId: unit.id, title: '甲' },
      orderBy: [{ year: 'desc' }, { firstSubmittedAt: 'desc' }, { id: 'desc' }],
    })
    const on = expressionBuilder<{ t: Tables['hour_record']; one: { state: RecordState } }, 't' | 'one'>()
    const scan = {
      table: 'hour_record' as const,
      at: on.ref('t.first_submitted_at'),
      branches: sql`unnest(ARRAY['submitted','registered','rejected']::record_state[]) AS one(state)`,
      width: 3,
      entry: [on('t.state', '=', on.ref('one.state')), on('t.region_code', '=', '341225'), on('t.first_submitted_at', 'is not', null)],
      match: [on('t.title', '=', '甲')],
      shown: (from: Builder) => jsonArrayFrom(pageRows(from).innerJoin('hour_record as t', 't.id', 's.id').select('t.title')),
    }
    const sizes = { page: 4, looked: 9, least: 1, most: 3 }
    const seen: string[] = []
    let after: FindKey | null = null
    let pages = 0
    do {
      const page: { rows: { id: string }[]; next: FindKey | null } = await readPage(scan, after, sizes)
      expect(page.rows.length).toBeLessThanOrEqual(sizes.page)
      seen.push(...page.rows.map(({ id }) => id))
      after = page.next
      pages += 1
    } while (after && pages < 200)
    expect(rows).toHaveLength(18)
    expect(seen).toEqual(rows.map(({ id }) => id))
    expect(reviewer.regionCode).toBe('341225')
  })
})

describe('years', () => {
  test('one that nobody requested is found by the person’s name, by their own county only', async () => {
    const person = await makePerson(null, '皇甫端')
    await makeRegistered(person, county, 'exam', EXAM)
    const year = await db.year.findUniqueOrThrow({ where: { personId_year: { personId: person.personId, year: 2025 } } })
    const named = await findYears(county, { ...YEARS, q: '皇甫' })
    expect(named.rows).toMatchObject([{ id: year.id, personName: '皇甫端', state: 'open', total: 90, requestedAt: null }])
    expect((await findYears(county, YEARS)).rows.map(({ id }) => id)).not.toContain(year.id)
    expect((await findYears(other, { ...YEARS, q: '皇甫' })).rows).toEqual([])
    expect((await findYears(city, { ...YEARS, q: '皇甫', region: 'all' })).rows).toHaveLength(1)
  })

  test('requested of an office: in any state, by state and year, the latest first', async () => {
    const people = await Promise.all(['闻人甲', '闻人乙'].map((name) => makePerson(null, name)))
    for (const [index, person] of people.entries()) {
      await makeRegistered(person, county, 'exam', { ...EXAM, details: { number: `W-${index}` } })
      await db.year.update({
        where: { personId_year: { personId: person.personId, year: 2025 } },
        data: { state: index === 0 ? 'certified' : 'revoked', regionCode: '341202', requestedAt: noon(`2025-12-0${index + 1}`) },
      })
    }
    const names = async (search: Partial<FindYears>) => (await findYears(county, { ...YEARS, ...search })).rows.map((row) => row.personName)
    expect(await names({})).toEqual(['闻人乙', '闻人甲'])
    expect(await names({ state: 'revoked' })).toEqual(['闻人乙'])
    expect(await names({ q: '闻人甲' })).toEqual(['闻人甲'])
    expect(await names({ year: 2024 })).toEqual([])
    expect(await findYears(other, YEARS)).toMatchObject({ rows: [], readOnly: false })
    expect(await findYears(city, { ...YEARS, region: '341202' })).toMatchObject({ readOnly: true, rows: [{}, {}] })
  })
})
