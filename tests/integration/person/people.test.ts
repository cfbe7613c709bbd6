import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/types'
import { plainDate } from '@/lib/calendar/plain-date'
import { idNumberCheckCharacter } from '@/lib/numbers/id-number'
import { db } from '@/lib/server/database/db'
import { beginAppointment, beginAppointmentInput } from '@/lib/server/person/begin-appointment'
import { beginEmployment, beginEmploymentInput } from '@/lib/server/person/begin-employment'
import { changePerson, changePersonInput } from '@/lib/server/person/change-person'
import { endEmployment, endEmploymentInput } from '@/lib/server/person/end-employment'
import { enterPerson, enterPersonInput } from '@/lib/server/person/enter-person'
import { findPersonByNumber, findPersonByNumberInput } from '@/lib/server/person/find-person-by-number'
import { readPeople } from '@/lib/server/person/read-people'
import { readPerson } from '@/lib/server/person/read-person'
import { revealIdNumber } from '@/lib/server/person/reveal-id-number'
import { removeTitleApplication, setTitleApplication } from '@/lib/server/person/set-title-application'
import { acceptRecords, rejectRecords, returnRecords, verifyRecords } from '@/lib/server/record/review/decide-records'
import { revokeRecord } from '@/lib/server/record/review/revoke-record'
import { competentBureauOf } from '@/lib/server/year/competent-bureau'
import { seedReference } from '@/prisma/seed/reference'
import {
  type MadePerson,
  makeAdministration,
  makeBureau,
  makeEmployer,
  makeOfficer,
  makePerson,
  makeSubmitted,
  noon,
} from '@/tests/builders/city'
import { expected } from '@/tests/support/expected'

const on = { now: noon('2025-11-18') }
let serial = 100

/** A valid number of a region that does not exist. */
function number(): string {
  serial += 1
  const first = `99010119900307${String(serial).padStart(3, '0')}`
  return first + idNumberCheckCharacter(first)
}

let administrator: Actor
let auditor: Actor
let unit: Awaited<ReturnType<typeof makeEmployer>>
let person: MadePerson

beforeAll(async () => {
  await seedReference(db)
  ;({ administrator, auditor } = await makeAdministration())
})
beforeEach(async () => {
  unit = await makeEmployer({ name: `单位 ${serial}` })
  person = await makePerson(unit)
  serial += 1
})

function form(more: Record<string, unknown> = {}): Record<string, unknown> {
  serial += 1
  return {
    name: '张𬭎',
    idNumber: number(),
    regionCode: '341202',
    loginName: `zhang${serial}`,
    employed: 'freelance',
    employedFrom: '2024-09-01',
    ...more,
  }
}
const enter = (more: Record<string, unknown> = {}, actor = administrator) => enterPerson(actor, enterPersonInput.parse(form(more)), on)
const problems = (input: unknown) => enterPersonInput.safeParse(input).error?.issues.map(({ path }) => path[0])
const auditOf = async (subjectId: string) =>
  (await db.audit.findMany({ where: { subjectId }, orderBy: { at: 'asc' } })).map(({ act }) => act)

describe('entering a person', () => {
  test('with account, employment and title; numbers are kept encrypted and masked, the password as a hash only', async () => {
    const name = (await db.organization.findUniqueOrThrow({ where: { id: unit.id } })).name
    const idNumber = number()
    const entered = await enter({
      idNumber: `${idNumber.slice(0, 6)} ${idNumber.slice(6).toLowerCase()}`,
      phone: '138 0013 8000',
      employed: 'employer',
      organization: name,
      titleSeries: '卫生技术',
      titleLevel: 'intermediate',
      titleName: '主管护师',
      appointedFrom: '2022-07-01',
    })
    const row = await readPerson(administrator, entered.personId)
    expect(row).toMatchObject({ name: '张𬭎', idNumberMask: `9901***********${idNumber.slice(-3)}`, phoneMask: '138****8000' })
    expect(row.employments).toMatchObject([{ kind: 'public_institution', organization: { id: unit.id }, untilOn: null }])
    expect(row.appointments).toMatchObject([{ titleName: '主管护师' }])
    expect(row.account).toMatchObject({ mustChange: true, active: true })
    const stored = JSON.stringify([
      await db.person.findUnique({ where: { id: entered.personId } }),
      await db.account.findUnique({ where: { id: entered.accountId } }),
      await db.audit.findMany({ where: { subjectId: entered.personId } }),
    ])
    for (const secret of [idNumber, '13800138000', entered.password]) expect(stored).not.toContain(secret)
    expect(await auditOf(entered.personId)).toEqual(['person_enter'])
  })

  test('a wrong check character, a login name that cannot be one and a half-typed phone are named together', () => {
    const good = number()
    const wrong = good.slice(0, -1) + (good.endsWith('1') ? '2' : '1')
    expect(problems(form({ idNumber: wrong, loginName: '王', phone: '1380' }))?.sort()).toEqual(['idNumber', 'loginName', 'phone'])
  })

  test.each([
    ['the same person again', async () => ({ idNumber: (await reentered()).idNumber }), 'idNumber'],
    ['a taken login name, however it is written', async () => ({ loginName: (await reentered()).loginName.toUpperCase() }), 'loginName'],
    ['an employer nobody knows', async () => ({ employed: 'employer', organization: '没有这个单位' }), 'organization'],
    ['a bureau as employer', async () => ({ employed: 'employer', organization: '阜阳市人社局' }), 'organization'],
    ['work that has not begun', async () => ({ employedFrom: '2025-11-19' }), 'employedFrom'],
    ['half a title', async () => ({ titleSeries: '卫生技术' }), 'titleLevel'],
    ['a transfer from nowhere', async () => ({ transferredInOn: '2025-03-10' }), 'transferredFrom'],
  ])('refused: %s', async (_, more, field) => {
    const input: Record<string, unknown> = await more()
    const before = await db.person.count()
    const error = await expected(enter(input))
    expect(error.code === 'invalid' && Object.keys(error.fields)).toEqual([field])
    expect(await db.person.count()).toBe(before)
  })

  async function reentered() {
    const input = form() as { idNumber: string; loginName: string }
    await enterPerson(administrator, enterPersonInput.parse(input), on)
    return input
  }
})

describe('employment', () => {
  const begin = (more: Record<string, unknown> = {}) =>
    beginEmployment(
      administrator,
      beginEmploymentInput.parse({ person: person.personId, version: '1', employed: 'freelance', employedFrom: '2025-10-01', ...more }),
      on,
    )

  test('a new one ends the present one the day before', async () => {
    await begin()
    const { employments, version } = await readPerson(administrator, person.personId)
    expect(employments.map(({ kind, fromOn, untilOn }) => [kind, fromOn, untilOn])).toEqual([
      ['freelance', '2025-10-01', null],
      ['public_institution', '2020-01-01', '2025-09-30'],
    ])
    expect(version).toBe(2)
    expect(await auditOf(person.personId)).toEqual(['employment_begin'])
  })

  test('not before the present one began, and not over what someone else changed meanwhile', async () => {
    expect(await expected(begin({ employedFrom: '2020-01-01' }))).toMatchObject({ fields: { employedFrom: { key: 'employment_later' } } })
    await begin()
    expect((await expected(begin({ employedFrom: '2025-11-01' }))).code).toBe('conflict')
    expect((await readPerson(administrator, person.personId)).employments).toHaveLength(2)
  })

  test('ends on a day that has come, once', async () => {
    const [work] = (await readPerson(administrator, person.personId)).employments
    const end = (untilOn: string, version = '1') =>
      endEmployment(administrator, endEmploymentInput.parse({ person: person.personId, version, employment: work?.id, untilOn }), on)
    expect(await expected(end('2025-11-19'))).toMatchObject({ fields: { untilOn: { key: 'date_future' } } })
    expect(await expected(end('2019-12-31'))).toMatchObject({ fields: { untilOn: { key: 'date_order' } } })
    await end('2025-11-18')
    expect((await expected(end('2025-11-18', '2'))).code).toBe('not_found')
  })
})

test('a title of the same series ends the one before; another series leaves it', async () => {
  const begin = (version: string, more: object) =>
    beginAppointment(administrator, beginAppointmentInput.parse({ person: person.personId, version, titleLevel: 'assistant', ...more }), on)
  await begin('1', { titleSeries: '卫生技术', titleName: '护师', appointedFrom: '2018-07-01' })
  await begin('2', { titleSeries: '会计专业', titleName: '助理会计师', appointedFrom: '2019-07-01' })
  await begin('3', { titleSeries: '卫生技术', titleName: '主管护师', titleLevel: 'intermediate', appointedFrom: '2022-07-01' })
  const { appointments } = await readPerson(administrator, person.personId)
  expect(appointments.map(({ titleName, untilOn }) => [titleName, untilOn])).toEqual([
    ['主管护师', null],
    ['助理会计师', null],
    ['护师', '2022-06-30'],
  ])
})

test('applying for deputy senior in a routed series sends the year to the city, and back (N6.3)', async () => {
  const application = { person: person.personId, version: 1, year: 2025, titleSeries: '卫生技术', titleLevel: 'deputy_senior' } as const
  const certifier = async () => (await competentBureauOf(person.personId, 2025, plainDate('2025-11-18'))).bureau.regionCode
  expect(await certifier()).toBe('341202')
  await setTitleApplication(administrator, application, on)
  expect(await certifier()).toBe('341200')
  expect((await expected(setTitleApplication(administrator, application, on))).code).toBe('conflict')
  await removeTitleApplication(administrator, { person: person.personId, version: 2, year: 2025 }, on)
  expect(await certifier()).toBe('341202')
})

test('details: the phone number stays unless it is replaced or removed', async () => {
  const phone = async () => (await readPerson(administrator, person.personId)).phoneMask
  const change = (version: string, more: Record<string, unknown>) =>
    changePerson(
      administrator,
      changePersonInput.parse({ person: person.personId, version, name: '王丽平', regionCode: '341202', ...more }),
      on,
    )
  await change('1', { phone: '13800138000' })
  await change('2', { keepPhone: 'yes' })
  expect(await phone()).toBe('138****8000')
  await change('3', {})
  expect(await phone()).toBeNull()
  expect((await expected(change('3', {}))).code).toBe('conflict')
  expect((await readPerson(administrator, person.personId)).account?.displayName).toBe('王丽平')
})

describe('the full ID number', () => {
  test('is answered to an administrator and to the bureau in charge, and each look is in the audit', async () => {
    const entered = await enter()
    const county = await makeBureau('341202')
    for (const actor of [administrator, county]) {
      const { idNumber } = await revealIdNumber(actor, { person: entered.personId }, on)
      expect(idNumber).toMatch(/^990101\d{11}[\dX]$/)
    }
    const looks = await db.audit.findMany({ where: { subjectId: entered.personId, act: 'person_reveal_number' } })
    expect(looks.map(({ streamId }) => streamId).sort()).toEqual([administrator.accountId, county.accountId].sort())
  })

  test('not to another county, an officer, an auditor', async () => {
    const officer = await makeOfficer(unit, await makePerson(unit, '李明'))
    for (const actor of [await makeBureau('341203'), officer, auditor]) {
      expect((await expected(revealIdNumber(actor, { person: person.personId }, on))).code).toBe('not_found')
    }
    expect(await auditOf(person.personId)).toEqual([])
  })

  test('finds its person, and only the exact one does', async () => {
    const idNumber = number()
    const entered = await enter({ idNumber })
    const find = (typed: string) => findPersonByNumber(administrator, findPersonByNumberInput.parse({ idNumber: typed }), on)
    expect(await find(` ${idNumber.toLowerCase()} `)).toEqual({ person: entered.personId })
    expect(await expected(find(number()))).toMatchObject({ fields: { idNumber: { key: 'person_unknown' } } })
    expect(await auditOf(entered.personId)).toEqual(['person_enter', 'person_find_by_number'])
  })
})

test('the list finds the beginning of a name and a whole login name', async () => {
  const entered = await enter({ name: '欧阳试' })
  const find = async (q: string) =>
    (await readPeople(administrator, { q, region: null, organization: null, after: null })).rows.map(({ id }) => id)
  expect(await find('欧阳')).toEqual([entered.personId])
  expect(await find(entered.loginName)).toEqual([entered.personId])
  expect(await find('阳试')).toEqual([])
  const here = await readPeople(administrator, { q: '', region: null, organization: unit.id, after: null })
  expect(here.rows.map(({ id }) => id)).toEqual([person.personId])
})

test('an administrator has no power over single records', async () => {
  const record = await makeSubmitted(person, unit)
  const acts = [
    () => acceptRecords(administrator, { record: [record] }, on),
    () => verifyRecords(administrator, { record: [record] }, on),
    () => returnRecords(administrator, { record: [record], reason: '补' }, on),
    () => rejectRecords(administrator, { record: [record], reason: '不' }, on),
    () => revokeRecord(administrator, { record, version: 2, reason: '错', finding: '查实' }, on),
  ]
  for (const act of acts) expect(['not_found', 'forbidden', 'refused']).toContain((await expected(act())).code)
  expect((await db.hourRecord.findUniqueOrThrow({ where: { id: record } })).state).toBe('submitted')
})

test('an auditor is refused everywhere here, and so is a reviewer', async () => {
  const reviewer = await makeBureau('341202')
  for (const actor of [auditor, reviewer, person.actor]) {
    const acts = [
      () => enter({}, actor),
      () => readPerson(actor, person.personId),
      () => readPeople(actor, { q: '', region: null, organization: null, after: null }),
      () => findPersonByNumber(actor, { idNumber: number() }, on),
      () => changePerson(actor, changePersonInput.parse({ person: person.personId, version: '1', name: '改', regionCode: '341202' }), on),
      () => removeTitleApplication(actor, { person: person.personId, version: 1, year: 2025 }, on),
    ]
    for (const act of acts) expect((await expected(act())).code).toBe('forbidden')
  }
})
