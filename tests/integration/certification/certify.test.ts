import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/types'
import { parseCertificateNumber } from '@/lib/numbers/certificate-number'
import { checkToken } from '@/lib/server/certificate/check-token'
import { jwks } from '@/lib/server/certificate/jws'
import { db } from '@/lib/server/database/db'
import type { CertificateData } from '@/lib/server/print/render-certificate'
import { readRecord } from '@/lib/server/record/read-record'
import { checkCorrection, openCorrection } from '@/lib/server/record/review/check-correction'
import { correctRecord } from '@/lib/server/record/review/correct-record'
import { previewCorrection } from '@/lib/server/record/review/preview-correction'
import { reopenRecord } from '@/lib/server/record/review/reopen-record'
import { revokeRecord } from '@/lib/server/record/review/revoke-record'
import { certifyYears } from '@/lib/server/year/certify-years'
import { returnYear, revokeYear } from '@/lib/server/year/decide-years'
import { reopenYear } from '@/lib/server/year/move-own-year'
import { requestYear } from '@/lib/server/year/request-year'
import { seedReference } from '@/prisma/seed/reference'
import { statementsOf } from '@/tests/bench/statements'
import { type MadePerson, makeBureau, makePerson, noon } from '@/tests/builders/city'
import { CORE_PAPER, EXAM, elsewhere, makeRegistered } from '@/tests/builders/credited'
import { expected, refusals } from '@/tests/support/expected'

const on = (day: string) => ({ now: noon(day) })
const yearOf = async (personId: string) => db.year.findUniqueOrThrow({ where: { personId_year: { personId, year: 2025 } } })
const certificatesOf = (personId: string) => db.certificate.findMany({ where: { personId }, orderBy: { issuedAt: 'asc' } })

let county: Actor
let city: Actor

beforeAll(async () => {
  await seedReference(db)
  county = await makeBureau('341202')
  city = await makeBureau('341200')
})

/** A freelancer of 341202 whose year is met by an exam and requested. */
async function requested(...more: Parameters<typeof makeRegistered>[3][]): Promise<{ person: MadePerson; exam: string; year: string }> {
  const person = await makePerson(null)
  const exam = await makeRegistered(person, county, 'exam', EXAM)
  for (const content of more) await makeRegistered(person, county, content.details?.hours === undefined ? 'paper' : 'elsewhere', content)
  await requestYear(person.actor, { year: 2025 }, on('2025-11-07'))
  return { person, exam, year: (await yearOf(person.personId)).id }
}

const certify = (actor: Actor, year: string, more: Partial<Parameters<typeof certifyYears>[1]> = {}, day = '2025-11-10') =>
  certifyYears(actor, { year: [year], confirmed: [], reason: '', ...more }, on(day))

async function certified() {
  const made = await requested()
  await certify(county, made.year)
  return made
}

describe('certification', () => {
  test('makes a certificate whose number, code, content and signature belong together', async () => {
    const { person, year } = await certified()
    const [certificate] = await certificatesOf(person.personId)
    expect(certificate?.state).toBe('valid')
    expect(parseCertificateNumber(certificate?.number ?? '')).toMatchObject({ year: 2025, regionCode: '341202' })
    const content = certificate?.content as unknown as CertificateData
    expect(content).toMatchObject({ name: '王丽萍', totals: { professional: 60, public: 30, total: 90 }, provisionalNote: null })
    expect(content.lines).toHaveLength(1)
    expect(JSON.stringify(content)).not.toMatch(/\d{17}[\dX]/)
    const checked = await checkToken(content.qrText, await jwks())
    expect(checked).toMatchObject({ valid: true, payload: { number: certificate?.number, name: '王*萍', hours: { total: 90 } } })
    expect((await yearOf(person.personId)).state).toBe('certified')
    expect(await db.yearCertification.count({ where: { yearId: year } })).toBe(1)
  })

  test('is refused to a bureau that is not competent, to the person, and a second time', async () => {
    const { person, year } = await requested()
    expect((await expected(certify(city, year))).code).toBe('not_found')
    const own = { ...county, personId: person.personId }
    expect(await refusals(certify(own, year))).toContain('own_record')
    await certify(county, year)
    expect(await refusals(certify(county, year))).toEqual(['not_from_here'])
    expect(await certificatesOf(person.personId)).toHaveLength(1)
  })

  test('asks for every provisional line by name and a reason, which the certificate prints', async () => {
    const person = await makePerson(null)
    const paper = await makeRegistered(person, county, 'paper', CORE_PAPER)
    await makeRegistered(person, county, 'elsewhere', elsewhere(60))
    await requestYear(person.actor, { year: 2025 }, on('2025-11-07'))
    const { id } = await yearOf(person.personId)
    expect(await refusals(certify(county, id))).toEqual(['provisional_unconfirmed'])
    expect(await refusals(certify(county, id, { confirmed: [paper] }))).toEqual(['provisional_unconfirmed'])
    expect(await refusals(certify(county, id, { reason: '按会议纪要' }))).toEqual(['provisional_unconfirmed'])
    await certify(county, id, { confirmed: [paper], reason: '按〔2025〕第18号意见' })
    const [certificate] = await certificatesOf(person.personId)
    const content = certificate?.content as unknown as CertificateData
    expect(content.provisionalNote).toContain('按〔2025〕第18号意见')
    expect(content.lines.filter((line) => line.provisional)).toHaveLength(1)
    const [act] = await db.yearCertification.findMany({ where: { yearId: id } })
    expect(act?.confirmed).toEqual([{ recordId: paper, clause: 'M12.paper', status: 'provisional' }])
  })

  test('takes five round trips, for one year or three', async () => {
    const [first, ...others] = [await requested(elsewhere(20)), await requested(), await requested(elsewhere(20)), await requested()]
    const one = await statementsOf(() => certify(county, first?.year ?? ''))
    const three = await statementsOf(() =>
      certifyYears(county, { year: others.map(({ year }) => year), confirmed: [], reason: '' }, on('2025-11-10')),
    )
    expect([one.length, three.length]).toEqual([5, 5])
  })

  test('of many is one act: all or none', async () => {
    const made = [await requested(), await requested(), await requested()]
    const years = made.map(({ year }) => year)
    expect(await certifyYears(county, { year: years, confirmed: [], reason: '' }, on('2025-11-10'))).toMatchObject({ count: 3 })
    const numbers = await db.certificate.findMany({ where: { yearId: { in: years } }, select: { number: true } })
    expect(new Set(numbers.map(({ number }) => number)).size).toBe(3)
    const other = await requested()
    expect(
      await refusals(certifyYears(county, { year: [other.year, years[0] ?? ''], confirmed: [], reason: '' }, on('2025-11-11'))),
    ).toEqual(['not_from_here'])
    expect((await yearOf(other.person.personId)).state).toBe('requested')
  })

  test('by two officers at once: one wins, the other reads who', async () => {
    const { year } = await requested()
    const second = await makeBureau('341202')
    const results = await Promise.allSettled([certify(county, year), certify(second, year)])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const lost = results.find((result) => result.status === 'rejected')
    const error = await expected(Promise.reject(lost?.reason))
    expect(['conflict', 'refused']).toContain(error.code)
    if (error.code === 'conflict') expect(error).toMatchObject({ by: '周敏', machine: 'year', event: 'certify' })
    expect(await db.certificate.count({ where: { yearId: year } })).toBe(1)
  })

  test('returned with a reason, it can be requested again', async () => {
    const { person, year } = await requested()
    await returnYear(county, { year, reason: '请先补充学习平台证明' }, on('2025-11-10'))
    expect((await yearOf(person.personId)).state).toBe('returned')
    await requestYear(person.actor, { year: 2025 }, on('2025-11-11'))
    expect((await yearOf(person.personId)).state).toBe('requested')
  })
})

describe('afterwards', () => {
  test('a revoked year takes its certificate along; opened again and certified again there is a new one', async () => {
    const { person, year } = await certified()
    expect((await expected(revokeYear(city, { year, reason: '材料不实' }, on('2025-11-12')))).code).toBe('not_found')
    await revokeYear(county, { year, reason: '材料不实' }, on('2025-11-12'))
    expect((await certificatesOf(person.personId)).map(({ state }) => state)).toEqual(['revoked'])
    await reopenYear(person.actor, { year: 2025 }, on('2025-11-13'))
    await requestYear(person.actor, { year: 2025 }, on('2025-11-13'))
    await certify(county, year, {}, '2025-11-14')
    expect((await certificatesOf(person.personId)).map(({ state }) => state)).toEqual(['revoked', 'valid'])
  })

  test('revoking a counted record revokes year and certificate; of one that does not count it leaves them alone', async () => {
    const { person, exam } = await requested({ ...CORE_PAPER, title: '未被选择的论文' })
    const paper = await db.hourRecord.findFirstOrThrow({ where: { personId: person.personId, category: 'paper' } })
    await certify(county, (await yearOf(person.personId)).id)
    const revoke = (record: string, version: number) =>
      revokeRecord(county, { record, version, reason: '证明系伪造', finding: '与考试机构核实' }, on('2025-11-12'))
    await revoke(paper.id, paper.version)
    expect((await certificatesOf(person.personId)).map(({ state }) => state)).toEqual(['valid'])
    await revoke(exam, (await db.hourRecord.findUniqueOrThrow({ where: { id: exam } })).version)
    expect((await certificatesOf(person.personId)).map(({ state }) => state)).toEqual(['revoked'])
    expect(await yearOf(person.personId)).toMatchObject({ state: 'revoked', met: false })
    expect(Number((await yearOf(person.personId)).total)).toBe(0)
  })

  const corrected = (record: { id: string; version: number }, more: object) => ({
    record: record.id,
    version: record.version,
    title: '更正后的名称',
    organizer: '',
    assessment: '合格',
    option: '',
    subject: 'professional' as const,
    startedOn: null,
    completedOn: '2025-05-01' as never,
    days: null,
    times: null,
    labelledHours: null,
    hours: null,
    reason: '录入有误',
    ...more,
  })

  test('a correction supersedes the certificate in the same statement; below the hours it revokes it', async () => {
    const person = await makePerson(null)
    const id = await makeRegistered(person, county, 'elsewhere', elsewhere(100))
    await requestYear(person.actor, { year: 2025 }, on('2025-11-07'))
    await certify(county, (await yearOf(person.personId)).id)
    const record = () => db.hourRecord.findUniqueOrThrow({ where: { id } })

    const first = corrected(await record(), { hours: 95 })
    const preview = await previewCorrection(county, first, noon('2025-11-12'))
    expect(preview).toMatchObject({
      certificate: 'superseded',
      hours: { from: 100, to: 95 },
      years: [{ year: 2025, before: { professional: 100, total: 100, met: true }, after: { professional: 95, total: 95, met: true } }],
      requestDropped: false,
      isStale: false,
    })
    expect(preview.changes.fields).toContainEqual({ field: 'hours', from: 100, to: 95 })
    // What was looked at was not done: nothing has changed yet, and what was typed comes back out of the address as it was.
    expect((await certificatesOf(person.personId)).map(({ state }) => state)).toEqual(['valid'])
    const { draft } = await checkCorrection(county, first, on('2025-11-12'))
    expect(openCorrection(draft, id)?.input).toEqual(first)
    expect(openCorrection(draft, person.personId)).toBeNull()
    expect(openCorrection(`${draft.slice(0, -4)}AAAA`, id)).toBeNull()
    await correctRecord(county, first, on('2025-11-12'))
    const history = (await readRecord(person.actor, id, noon('2025-11-12'))).events.find(({ event }) => event === 'correct')
    expect(history?.changes).toEqual(preview.changes)
    const same = { ...first, version: (await record()).version }
    expect((await expected(previewCorrection(county, same, noon('2025-11-12')))).code).toBe('invalid')
    const [old, current] = await certificatesOf(person.personId)
    expect([old?.state, current?.state]).toEqual(['superseded', 'valid'])
    expect(old?.supersededBy).toBe(current?.id)
    expect(current?.content).toMatchObject({ totals: { total: 95 }, lines: [{ content: '更正后的名称' }] })
    expect((await yearOf(person.personId)).state).toBe('certified')

    const second = corrected(await record(), { hours: 50 })
    expect(await previewCorrection(county, second, noon('2025-11-13'))).toMatchObject({
      certificate: 'revoked',
      years: [{ after: { met: false } }],
    })
    expect(await previewCorrection(county, { ...second, version: 1 }, noon('2025-11-13'))).toMatchObject({ isStale: true })
    await correctRecord(county, second, on('2025-11-13'))
    expect((await certificatesOf(person.personId)).map(({ state }) => state)).toEqual(['superseded', 'revoked'])
    expect(await yearOf(person.personId)).toMatchObject({ state: 'revoked', met: false })
  })

  test('a record of a certified year is not handed back line by line; of an open one it is', async () => {
    const { exam } = await certified()
    const { version } = await db.hourRecord.findUniqueOrThrow({ where: { id: exam } })
    expect(await refusals(reopenRecord(county, { record: exam, version, reason: '再看' }, on('2025-11-12')))).toEqual(['year_certified'])
    const open = await requested()
    const record = await db.hourRecord.findUniqueOrThrow({ where: { id: open.exam } })
    await reopenRecord(county, { record: open.exam, version: record.version, reason: '请补证书编号' }, on('2025-11-12'))
    expect(await yearOf(open.person.personId)).toMatchObject({ state: 'open', met: false })
  })
})
