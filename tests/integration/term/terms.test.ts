import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/types'
import { checkToken } from '@/lib/server/certificate/check-token'
import { jwks } from '@/lib/server/certificate/jws'
import { readCertificateFile } from '@/lib/server/certificate/read-certificate-file'
import { readCertificateForCheck } from '@/lib/server/certificate/read-certificate-for-check'
import { db } from '@/lib/server/database/db'
import { revokeHistoricYear } from '@/lib/server/historic/move-historic'
import type { CertificateData } from '@/lib/server/print/render-certificate'
import { correctRecord } from '@/lib/server/record/review/correct-record'
import { revokeRecord } from '@/lib/server/record/review/revoke-record'
import { certifyTerm, returnTerm, revokeTerm, withdrawTerm } from '@/lib/server/term/decide-term'
import { readTermQueue } from '@/lib/server/term/read-term-queue'
import { readTermView } from '@/lib/server/term/read-term-view'
import { requestTerm } from '@/lib/server/term/request-term'
import { withFreshLedgers } from '@/lib/server/transition/fresh-ledgers'
import { certifyYears } from '@/lib/server/year/certify-years'
import { revokeYear } from '@/lib/server/year/decide-years'
import { readMyCertificates } from '@/lib/server/year/read-my-certificates'
import { requestYear } from '@/lib/server/year/request-year'
import { seedReference } from '@/prisma/seed/reference'
import { type MadePerson, makeBureau, makeEmployer, makeOfficer, makePerson, noon } from '@/tests/builders/city'
import { CORE_PAPER, elsewhere, makeRegistered } from '@/tests/builders/credited'
import { makeAppointment, makePaperVerified, versionOf } from '@/tests/builders/paper'
import { expected, refusals } from '@/tests/support/expected'
import { pdfText } from '@/tests/support/pdf-tools'

const on = (day: string) => ({ now: noon(day) })
const termOf = (appointmentId: string) => db.term.findFirstOrThrow({ where: { appointmentId }, orderBy: { createdAt: 'desc' } })
const certificatesOf = (termId: string) => db.certificate.findMany({ where: { termId }, orderBy: { issuedAt: 'asc' } })
const certify = (actor: Actor, term: string, more: object = {}) =>
  withFreshLedgers(() => certifyTerm(actor, { term, confirmed: [], reason: '', ...more }, on('2025-11-10')))
const request = (person: MadePerson, appointment: string, end: number | null = null) =>
  requestTerm(person.actor, { appointment, end }, on('2025-11-07'))

let county: Actor
let city: Actor

beforeAll(async () => {
  await seedReference(db)
  county = await makeBureau('341202')
  city = await makeBureau('341200')
})

interface Made {
  person: MadePerson
  appointment: string
  papers: string[]
  record: string
}

/** A freelancer of 341202 appointed since 2023: two years on paper, and 2025 registered here. */
async function made({ hours = 100, papers = [90, 90] } = {}): Promise<Made> {
  const person = await makePerson(null)
  const appointment = await makeAppointment(person, '2023-01-01', null)
  const ids = []
  for (const [index, total] of papers.entries()) ids.push(await makePaperVerified(person, county, 2023 + index, total, Math.min(60, total)))
  const record = await makeRegistered(person, county, 'elsewhere', elsewhere(hours))
  return { person, appointment, papers: ids, record }
}

async function certified(more: Parameters<typeof made>[0] = {}): Promise<Made & { term: string }> {
  const all = await made(more)
  await request(all.person, all.appointment)
  const { id } = await termOf(all.appointment)
  await certify(county, id)
  return { ...all, term: id }
}

describe('a term', () => {
  test('is asked for over its years up to today, routed to the competent bureau, certified with a certificate of its own', async () => {
    const { person, appointment } = await made()
    await request(person, appointment)
    const term = await termOf(appointment)
    expect(term).toMatchObject({ state: 'requested', regionCode: '341202', met: true, result: { years: [2023, 2024, 2025] } })
    const queue = await readTermQueue(county, { q: '', region: null, after: null })
    expect(queue.rows).toEqual([expect.objectContaining({ id: term.id, years: { from: 2023, to: 2025 }, isOwn: false })])
    expect((await readTermQueue(city, { q: '', region: null, after: null })).rows).toEqual([])
    await certify(county, term.id)
    const [certificate] = await certificatesOf(term.id)
    expect(certificate).toMatchObject({ kind: 'term', state: 'valid', yearId: null })
    const content = certificate?.content as unknown as CertificateData
    expect(content).toMatchObject({
      years: { from: 2023, to: 2025 },
      totals: { total: 280, professional: 220, public: 60 },
      average: { total: 93.3, professional: 73.3, required: { total: 90, professional: 60 } },
    })
    expect(content.lines.map(({ content: year, public: hours }) => [year, hours])).toEqual([
      ['2023 年度', 30],
      ['2024 年度', 30],
      ['2025 年度', 0],
    ])
    const checked = await checkToken(content.qrText, await jwks())
    expect(checked).toMatchObject({
      valid: true,
      payload: { number: certificate?.number, year: 2025, fromYear: 2023, name: '王*萍', hours: { total: 280 } },
    })
    expect(await readCertificateForCheck(certificate?.code ?? '', 'test')).toMatchObject({
      state: 'valid',
      years: { from: 2023, to: 2025 },
    })
    const file = await readCertificateFile(person.actor, certificate?.id ?? '')
    const text = await pdfText(file.bytes)
    expect(text).toContain('年均')
    expect(text).toContain('2023 年度')
    const mine = await readMyCertificates(person.actor, { after: null })
    expect(mine.rows).toEqual([expect.objectContaining({ kind: 'term', years: { from: 2023, to: 2025 }, total: 280 })])
  })

  test('is refused while short, while it runs, a second time, to a bureau that is not competent and to the person', async () => {
    const short = await made({ hours: 40 })
    expect(await refusals(request(short.person, short.appointment))).toEqual(['not_met'])
    const person = await makePerson(null)
    const running = await makeAppointment(person, '2023-01-01', '2026-06-30')
    await makePaperVerified(person, county, 2023, 200, 100)
    await makePaperVerified(person, county, 2024, 90, 90)
    expect(await refusals(request(person, running))).toEqual(['too_early'])
    const { appointment, ...other } = await made()
    await request(other.person, appointment)
    expect(await refusals(request(other.person, appointment))).toEqual(['not_from_here'])
    const { id } = await termOf(appointment)
    expect((await expected(certify(city, id))).code).toBe('not_found')
    expect(await refusals(certify({ ...county, personId: other.person.personId }, id))).toContain('own_record')
    await certify(county, id)
    expect(await refusals(certify(county, id))).toEqual(['not_from_here'])
    expect(await refusals(request(other.person, appointment))).toEqual(['not_from_here'])
    const stranger = await makePerson(null)
    expect((await expected(request(stranger, appointment))).code).toBe('not_found')
  })

  test('of which one year holds everything is denied as rushed', async () => {
    const person = await makePerson(null)
    const appointment = await makeAppointment(person, '2024-01-01', null)
    await makeRegistered(person, county, 'elsewhere', elsewhere(200))
    expect(await refusals(request(person, appointment))).toEqual(['not_met'])
    const view = await readTermView(person.actor, null, { appointment: null, end: null, assumed: [] }, noon('2025-11-07'))
    expect(view.standing).toMatchObject({ outcome: 'rushed', rush: 'deny', rushYear: 2025 })
    expect(view.plan).toMatchObject({ kind: 'impossible', because: 'rushed' })
  })

  test('returned with a reason or taken back, it can be asked for again and stays one', async () => {
    const { person, appointment } = await made()
    await request(person, appointment)
    const { id } = await termOf(appointment)
    await returnTerm(county, { term: id, reason: '请补2023年登记表' }, on('2025-11-10'))
    await request(person, appointment)
    await withdrawTerm(person.actor, { term: id }, on('2025-11-11'))
    await request(person, appointment)
    expect(await db.term.findMany({ where: { appointmentId: appointment } })).toMatchObject([{ id, state: 'requested' }])
  })

  test('two requests at once make one term', async () => {
    const { person, appointment } = await made()
    const results = await Promise.allSettled([request(person, appointment), request(person, appointment)])
    expect(results.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThanOrEqual(1)
    expect(await db.term.count({ where: { appointmentId: appointment } })).toBe(1)
  })

  test('by two officers at once: one wins, one certificate', async () => {
    const { person, appointment } = await made()
    await request(person, appointment)
    const { id } = await termOf(appointment)
    const second = await makeBureau('341202')
    const results = await Promise.allSettled([certify(county, id), certify(second, id)])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const lost = results.find((result) => result.status === 'rejected')
    expect(['conflict', 'refused']).toContain((await expected(Promise.reject(lost?.reason))).code)
    expect(await certificatesOf(id)).toHaveLength(1)
  })

  test('lines of an uncertified year on provisional figures are confirmed by name, and the certificate says so', async () => {
    const person = await makePerson(null)
    const appointment = await makeAppointment(person, '2024-01-01', null)
    await makePaperVerified(person, county, 2024, 100, 70)
    const paper = await makeRegistered(person, county, 'paper', CORE_PAPER)
    await makeRegistered(person, county, 'elsewhere', elsewhere(60))
    await request(person, appointment)
    const { id } = await termOf(appointment)
    expect(await refusals(certify(county, id))).toEqual(['provisional_unconfirmed'])
    await certify(county, id, { confirmed: [paper], reason: '按〔2025〕第18号意见' })
    const [certificate] = await certificatesOf(id)
    const content = certificate?.content as unknown as CertificateData
    expect(content.provisionalNote).toContain('第18号')
    expect(content.lines.map(({ provisional }) => provisional)).toEqual([false, true])
  })
})

describe('what becomes of a certified term', () => {
  test('revoked by its bureau, its certificate goes with it and a new request makes a new one', async () => {
    const { term, person, appointment } = await certified()
    await withFreshLedgers(() => revokeTerm(county, { term, reason: '材料不实' }, on('2025-11-12')))
    expect(await certificatesOf(term)).toMatchObject([{ state: 'revoked' }])
    await request(person, appointment)
    expect(await db.term.findMany({ where: { appointmentId: appointment }, orderBy: { id: 'asc' } })).toMatchObject([
      { id: term, state: 'revoked' },
      { state: 'requested' },
    ])
  })

  test('a year revoked, or a record revoked, below the hours: the term is revoked in the same commit', async () => {
    const { person, term, record } = await certified()
    await requestYear(person.actor, { year: 2025 }, on('2025-11-11'))
    const year = await db.year.findFirstOrThrow({ where: { personId: person.personId, year: 2025 } })
    await certifyYears(county, { year: [year.id], confirmed: [], reason: '' }, on('2025-11-11'))
    await withFreshLedgers(() => revokeYear(county, { year: year.id, reason: '材料不实' }, on('2025-11-12')))
    expect(await db.term.findUnique({ where: { id: term } })).toMatchObject({ state: 'revoked', met: false })
    expect(await certificatesOf(term)).toMatchObject([{ state: 'revoked' }])
    const events = await db.event.findMany({ where: { streamId: { in: [term, year.id] }, event: 'revoke' } })
    expect(new Set(events.map(({ at }) => at.toISOString())).size).toBe(1)

    const other = await certified()
    const { version } = await db.hourRecord.findUniqueOrThrow({ where: { id: other.record } })
    const why = { reason: '证明系伪造', finding: '与发证机构核实' }
    await withFreshLedgers(() => revokeRecord(county, { record: other.record, version, ...why }, on('2025-11-12')))
    expect(await db.term.findUnique({ where: { id: other.term } })).toMatchObject({ state: 'revoked' })
    expect(record).not.toBe(other.record)
  })

  test('a correction that leaves enough replaces the certificate, one that does not revokes it', async () => {
    const { term, record } = await certified()
    const correct = async (hours: number, day: string) => {
      const { version } = await db.hourRecord.findUniqueOrThrow({ where: { id: record } })
      const words = { title: '更正', organizer: '', assessment: '合格', option: '', subject: 'professional' as const, startedOn: null }
      const figures = { completedOn: '2025-05-01' as never, days: null, times: null, labelledHours: null, hours }
      await withFreshLedgers(() => correctRecord(county, { record, version, ...words, ...figures, reason: '录入有误' }, on(day)))
    }
    await correct(96, '2025-11-12')
    const [old, current] = await certificatesOf(term)
    expect([old?.state, current?.state]).toEqual(['superseded', 'valid'])
    expect(old?.supersededBy).toBe(current?.id)
    expect(current?.content).toMatchObject({ totals: { total: 276 } })
    expect(await db.term.findUnique({ where: { id: term } })).toMatchObject({ state: 'certified', result: { totals: { total: 276 } } })
    await correct(20, '2025-11-13')
    expect((await certificatesOf(term)).map(({ state }) => state)).toEqual(['superseded', 'revoked'])
  })

  test('paper hours whose verification is taken back count no more', async () => {
    const { term, papers } = await certified()
    const historic = papers[0] ?? ''
    const version = await versionOf(historic)
    await withFreshLedgers(() => revokeHistoricYear(county, { historic, version, reason: '印章有疑' }, on('2025-11-12')))
    expect(await db.term.findUnique({ where: { id: term } })).toMatchObject({ state: 'revoked' })
  })

  test('more hours leave it as it was certified; a requested one that falls short is dropped', async () => {
    const { term, person } = await certified()
    await makeRegistered(person, county, 'elsewhere', { ...elsewhere(10), title: '另一项' })
    expect(await certificatesOf(term)).toMatchObject([{ state: 'valid' }])
    const open = await made()
    await request(open.person, open.appointment)
    const { version } = await db.hourRecord.findUniqueOrThrow({ where: { id: open.record } })
    const why = { reason: '证明系伪造', finding: '与发证机构核实' }
    await withFreshLedgers(() => revokeRecord(county, { record: open.record, version, ...why }, on('2025-11-12')))
    expect(await termOf(open.appointment)).toMatchObject({ state: 'open', met: false })
  })

  test('a term certified while a year of it changes never stands on hours that are gone', async () => {
    const { person, appointment, record } = await made()
    await request(person, appointment)
    const { id } = await termOf(appointment)
    const { version } = await db.hourRecord.findUniqueOrThrow({ where: { id: record } })
    const why = { reason: '证明系伪造', finding: '与发证机构核实' }
    await Promise.allSettled([
      certify(county, id),
      withFreshLedgers(() => revokeRecord(county, { record, version, ...why }, on('2025-11-10'))),
    ])
    expect(['open', 'revoked']).toContain((await termOf(appointment)).state)
    expect((await certificatesOf(id)).filter(({ state }) => state === 'valid')).toEqual([])
  })
})

describe('the term at a glance', () => {
  test('takes the years from ledgers and verified paper; paper that waits is named and does not count', async () => {
    const { person } = await made({ papers: [90] })
    const view = await readTermView(person.actor, null, { appointment: null, end: 2026, assumed: [] }, noon('2025-11-18'))
    expect(view.standing?.sources.map(({ year, source, total }) => [year, source, total])).toEqual([
      [2023, 'historic', 90],
      [2024, 'none', 0],
      [2025, 'ledger', 100],
      [2026, 'none', 0],
    ])
    expect(view.yearsLeft).toEqual([2025, 2026])
    expect(view.plan).toMatchObject({ kind: 'planned', missing: { total: 170 } })
  })

  test('what is assumed of the years to come never takes away what they hold', async () => {
    const { person } = await made()
    const assumed = [
      { year: 2025, total: 10, professional: 0 },
      { year: 2026, total: 90, professional: 60 },
    ]
    const view = await readTermView(person.actor, null, { appointment: null, end: 2026, assumed }, noon('2025-11-18'))
    expect(view.whatIf).toMatchObject({
      years: [
        { year: 2025, total: 100 },
        { year: 2026, total: 90 },
      ],
      result: { outcome: 'met' },
    })
  })

  test("is the officer's to see for their own staff only", async () => {
    const unit = await makeEmployer()
    const staff = await makePerson(unit)
    await makeAppointment(staff, '2023-01-01', null)
    const officer = await makeOfficer(unit, await makePerson(unit, '李明'))
    const search = { appointment: null, end: null, assumed: [] }
    expect((await readTermView(officer, staff.personId, search, noon('2025-11-18'))).standing?.years).toEqual([2023, 2024, 2025])
    const stranger = await makePerson(null)
    expect((await expected(readTermView(officer, stranger.personId, search, noon('2025-11-18')))).code).toBe('not_found')
  })
})
