import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/types'
import { lookUpCertificate } from '@/lib/server/certificate/look-up-certificate'
import { readCertificateFile } from '@/lib/server/certificate/read-certificate-file'
import { readCertificateForCheck } from '@/lib/server/certificate/read-certificate-for-check'
import { db } from '@/lib/server/database/db'
import { newId } from '@/lib/server/database/ids'
import { readEvidence } from '@/lib/server/evidence/read-evidence'
import type { CertificateData } from '@/lib/server/print/render-certificate'
import { readReview } from '@/lib/server/record/review/read-review'
import { certifyYears } from '@/lib/server/year/certify-years'
import { authorityReview, revokeYear } from '@/lib/server/year/decide-years'
import { readAuthorityQueue, readCertificationQueue } from '@/lib/server/year/read-certification-queue'
import { readYearForCertifier } from '@/lib/server/year/read-year-for-certifier'
import { requestYear } from '@/lib/server/year/request-year'
import { seedReference } from '@/prisma/seed/reference'
import { type MadePerson, makeBureau, makeEmployer, makePerson, noon } from '@/tests/builders/city'
import { EXAM, makeRegistered } from '@/tests/builders/credited'
import { expected, refusals } from '@/tests/support/expected'
import { pdfText } from '@/tests/support/pdf-tools'

const on = (day: string) => ({ now: noon(day) })
const yearOf = async ({ personId }: MadePerson) => db.year.findUniqueOrThrow({ where: { personId_year: { personId, year: 2025 } } })
const everything = { q: '', kind: null, region: null, after: null }
const certify = (actor: Actor, id: string) => certifyYears(actor, { year: [id], confirmed: [], reason: '' }, on('2025-11-12'))

let county: Actor
let city: Actor

beforeAll(async () => {
  await seedReference(db)
  county = await makeBureau('341202')
  city = await makeBureau('341200')
})

async function makeAuthority(): Promise<{ id: string; actor: Actor }> {
  const id = newId()
  await db.organization.create({
    data: { id, kind: 'authority', name: '卫生健康委员会', regionCode: '341200', unitLevel: 'municipal', createdAt: noon('2025-01-01') },
  })
  const reviewer = await makePerson({ id, regionCode: '341200' }, '郑慧')
  const grantId = newId()
  await db.roleGrant.create({
    data: { id: grantId, accountId: reviewer.accountId, role: 'authority_reviewer', organizationId: id, grantedAt: noon('2025-01-01') },
  })
  return { id, actor: { ...reviewer.actor, role: 'authority_reviewer', grantId, organizationId: id, regionCode: '341200' } }
}

describe('the competent bureau', () => {
  test('of a municipal unit is the city, after its authority has looked at the professional hours (N6.1)', async () => {
    const authority = await makeAuthority()
    const stranger = await makeAuthority()
    const unit = await makeEmployer({ regionCode: '341200', unitLevel: 'municipal' })
    await db.organization.update({ where: { id: unit.id }, data: { authorityId: authority.id } })
    const person = await makePerson(unit)
    // Nobody else at the unit is its officer: the bureau verifies.
    await makeRegistered(person, city, 'exam', EXAM)
    await requestYear(person.actor, { year: 2025 }, on('2025-11-07'))
    const { id, regionCode, routeClause } = await yearOf(person)
    expect([regionCode, routeClause]).toEqual(['341200', 'N6.1'])

    expect((await readCertificationQueue(city, everything)).rows.find((row) => row.id === id)?.waitsForAuthority).toBe('卫生健康委员会')
    expect(await refusals(certify(city, id))).toEqual(['authority_review_missing'])
    expect((await expected(authorityReview(stranger.actor, { year: [id] }, on('2025-11-10')))).code).toBe('not_found')
    expect((await readAuthorityQueue(authority.actor, { q: '', after: null })).rows.map((row) => row.id)).toEqual([id])
    // Its proofs are seen with the year, though another office verified the record; a stranger sees none.
    const proof = (await readYearForCertifier(authority.actor, id, noon('2025-11-10'))).lines[0]?.evidence[0]?.id ?? ''
    await db.hourRecord.updateMany({ where: { evidence: { some: { id: proof } } }, data: { organizationId: null, regionCode: '341221' } })
    expect(await readEvidence(authority.actor, proof)).toMatchObject({ mediaType: 'application/pdf' })
    expect((await expected(readEvidence(stranger.actor, proof))).code).toBe('not_found')
    expect((await expected(readEvidence(county, proof))).code).toBe('not_found')
    await authorityReview(authority.actor, { year: [id] }, on('2025-11-10'))
    expect((await readAuthorityQueue(authority.actor, { q: '', after: null })).rows).toEqual([])
    expect((await expected(certify(county, id))).code).toBe('not_found')
    await certify(city, id)
    expect((await yearOf(person)).state).toBe('certified')
  })

  test('of a county unit is the county; of those applying for a senior title in a routed series the city (N6.2, N6.3)', async () => {
    const unit = await makeEmployer({ regionCode: '341202' })
    const [plain, applying] = [await makePerson(unit), await makePerson(unit)]
    await db.titleApplication.create({
      data: { id: newId(), personId: applying.personId, year: 2025, titleSeries: '卫生技术', titleLevel: 'deputy_senior' },
    })
    for (const person of [plain, applying]) {
      await makeRegistered(person, county, 'exam', EXAM)
      await requestYear(person.actor, { year: 2025 }, on('2025-11-07'))
    }
    expect(await yearOf(plain)).toMatchObject({ regionCode: '341202', routeClause: 'N6.2' })
    const routed = await yearOf(applying)
    expect(routed).toMatchObject({ regionCode: '341200', routeClause: 'N6.3' })
    expect((await expected(certify(county, routed.id))).code).toBe('not_found')
    await certify(city, routed.id)
    const [certificate] = await db.certificate.findMany({ where: { yearId: routed.id } })
    expect(certificate?.number).toMatch(/^FY2025-341200-/)
  })

  test('of a municipal enterprise is the county, which then sees records that the city verified, and decides none of them (N6.4)', async () => {
    const unit = await makeEmployer({ regionCode: '341202', unitLevel: 'municipal', employerKind: 'state_enterprise' })
    const person = await makePerson(unit)
    await db.employment.updateMany({ where: { personId: person.personId }, data: { kind: 'state_enterprise' } })
    const record = await makeRegistered(person, city, 'exam', EXAM)
    expect((await expected(readReview(county, record, noon('2025-11-07')))).code).toBe('not_found')
    await requestYear(person.actor, { year: 2025 }, on('2025-11-07'))
    const { id, regionCode, routeClause } = await yearOf(person)
    expect([regionCode, routeClause]).toEqual(['341202', 'N6.4'])
    expect((await readReview(county, record, noon('2025-11-07'))).actions).toEqual([])
    await certify(county, id)
  })

  test('the city reads a county queue and page without deciding in it', async () => {
    const person = await makePerson(null)
    await makeRegistered(person, county, 'exam', EXAM)
    await requestYear(person.actor, { year: 2025 }, on('2025-11-07'))
    const { id } = await yearOf(person)
    const queue = await readCertificationQueue(city, { ...everything, region: '341202' })
    expect(queue.readOnly).toBe(true)
    expect(queue.rows.map((row) => row.id)).toContain(id)
    expect((await readYearForCertifier(city, id, noon('2025-11-10'))).actions).toEqual([])
    expect((await readYearForCertifier(county, id, noon('2025-11-10'))).actions.sort()).toEqual(['certify', 'return'])
  })
})

describe('the check', () => {
  async function certified() {
    const person = await makePerson(null)
    await makeRegistered(person, county, 'exam', EXAM)
    await requestYear(person.actor, { year: 2025 }, on('2025-11-07'))
    const { id } = await yearOf(person)
    await certify(county, id)
    const certificate = await db.certificate.findFirstOrThrow({ where: { yearId: id } })
    return { person, year: id, certificate, content: certificate.content as unknown as CertificateData }
  }
  const visitor = { accountId: null, personId: null, role: 'visitor', grantId: null, organizationId: null, regionCode: null } as const

  test('answers by code, by number and by the whole text of the QR code, with the name masked', async () => {
    const { certificate, content } = await certified()
    for (const typed of [certificate.code, certificate.code.toLowerCase().replaceAll('-', ' '), certificate.number, content.qrText]) {
      const { key } = await lookUpCertificate(visitor, { code: typed })
      const answer = await readCertificateForCheck(key, 'test')
      expect(answer).toMatchObject({ state: 'valid', number: certificate.number, maskedName: '王*萍', issuer: content.issuer })
      expect(JSON.stringify(answer)).not.toContain('王丽萍')
    }
    expect((await lookUpCertificate(visitor, { code: content.qrText })).key).not.toContain('.')
    expect((await expected(lookUpCertificate(visitor, { code: '<script>' }))).code).toBe('invalid')
    expect(await readCertificateForCheck('0000-0000-0000-0000', 'test')).toBeNull()
  })

  test('says it at once after a revocation, and so does every copy of the print from then on', async () => {
    const { person, year, certificate } = await certified()
    const file = await readCertificateFile(person.actor, certificate.id)
    const again = await readCertificateFile(county, certificate.id)
    expect(Buffer.from(file.bytes).subarray(0, 5).toString()).toBe('%PDF-')
    expect(Buffer.compare(Buffer.from(file.bytes), Buffer.from(again.bytes))).toBe(0)
    const stranger = await makePerson(null)
    expect((await expected(readCertificateFile(stranger.actor, certificate.id))).code).toBe('not_found')
    await revokeYear(county, { year, reason: '材料不实' }, on('2025-11-13'))
    expect(await readCertificateForCheck(certificate.code, 'test')).toMatchObject({ state: 'revoked' })
    const marked = await readCertificateFile(person.actor, certificate.id)
    expect(marked.name).toBe(`${certificate.number}-revoked`)
    expect(pdfText(marked.bytes)).toContain('本证书已于 2025 年 11 月 13 日撤销，不再有效。')
    expect(Buffer.compare(Buffer.from((await readCertificateFile(county, certificate.id)).bytes), Buffer.from(marked.bytes))).toBe(0)
    expect((await expected(readCertificateFile(stranger.actor, certificate.id))).code).toBe('not_found')
  })

  test('is slowed down where too much is asked from one place', async () => {
    const ask = () => readCertificateForCheck('nothing', 'one-place')
    for (let asked = 0; asked < 120; asked += 1) await ask()
    expect((await expected(ask())).code).toBe('too_many')
    expect(await readCertificateForCheck('nothing', 'another-place')).toBeNull()
  })
})
