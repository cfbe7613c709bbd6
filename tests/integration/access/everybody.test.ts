import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { readOfficeAccounts } from '@/lib/server/account/read-account'
import { readCertificateFile } from '@/lib/server/certificate/read-certificate-file'
import { db } from '@/lib/server/database/db'
import { readEvidence } from '@/lib/server/evidence/read-evidence'
import { ExpectedError } from '@/lib/server/input/errors'
import { appealRecord } from '@/lib/server/objection/appeal-record'
import { decideObjection } from '@/lib/server/objection/decide-objection'
import { decideAppeal } from '@/lib/server/objection/decide-record-appeal'
import { readObjection, revealContact } from '@/lib/server/objection/read-objection'
import { readOrganization } from '@/lib/server/organization/read-organization'
import { readOrganizations } from '@/lib/server/organization/read-organizations'
import { readPeople } from '@/lib/server/person/read-people'
import { readPerson } from '@/lib/server/person/read-person'
import { readStaff, staffSearch } from '@/lib/server/person/read-staff'
import { cancelBatch } from '@/lib/server/publicity/cancel-batch'
import { confirmBatch } from '@/lib/server/publicity/confirm-batch'
import { confirmRecords } from '@/lib/server/publicity/confirm-records'
import { openBatch } from '@/lib/server/publicity/open-batch'
import { readBatch } from '@/lib/server/publicity/read-batch'
import { readNotice } from '@/lib/server/publicity/read-notice'
import { takeOutOfBatch } from '@/lib/server/publicity/take-out-of-batch'
import { disownRecord, escalateRecord, withdrawRecord } from '@/lib/server/record/act-on-own-record'
import { readDraft } from '@/lib/server/record/draft/read-draft'
import { removeEvidence } from '@/lib/server/record/draft/remove-evidence'
import { saveDraft } from '@/lib/server/record/draft/save-draft'
import { findRecords, findRecordsSearch } from '@/lib/server/record/find-records'
import { readRecord } from '@/lib/server/record/read-record'
import { correctRecord } from '@/lib/server/record/review/correct-record'
import { acceptRecords, rejectRecords, returnRecords, verifyRecords } from '@/lib/server/record/review/decide-records'
import { readReview } from '@/lib/server/record/review/read-review'
import { readReviewQueue, reviewSearch } from '@/lib/server/record/review/read-review-queue'
import { readVerificationQueue } from '@/lib/server/record/review/read-verification-queue'
import { reopenRecord } from '@/lib/server/record/review/reopen-record'
import { revokeRecord } from '@/lib/server/record/review/revoke-record'
import { submitRecord } from '@/lib/server/record/submit-record'
import { certifyYears } from '@/lib/server/year/certify-years'
import { authorityReview, returnYear, revokeYear } from '@/lib/server/year/decide-years'
import { findYears, findYearsSearch } from '@/lib/server/year/find-years'
import { readCertificationQueue } from '@/lib/server/year/read-certification-queue'
import { readYearForCertifier } from '@/lib/server/year/read-year-for-certifier'
import { requestYear } from '@/lib/server/year/request-year'
import { noon } from '@/tests/builders/city'
import { type Stage, setStage, WHO, type Who } from './stage'

// Who may at all, by name; everybody else on the stage tries every read and every act on county A's things and is turned away, and nothing
// has changed. What those who may are told besides (a period runs, a reason is missing) is tested with each act.

const NOW = { now: noon('2025-11-18') }
const R = '材料不全'
const F = '经核对，属实'

let stage: Stage

beforeAll(async () => {
  stage = await setStage()
})

type Try = (actor: Actor, stage: Stage) => Promise<unknown>
type Row = [name: string, may: readonly Who[], attempt: Try]

const inCounty = ['county', 'city'] as const
const empty = <Shape extends z.ZodRawShape>(shape: Shape) => z.object(shape).parse({})

const READS: readonly Row[] = [
  ['a record of the unit', ['owner', 'officer', ...inCounty, 'auditor'], (actor, s) => readRecord(actor, s.submitted, NOW.now)],
  ["a freelancer's record", [...inCounty, 'auditor'], (actor, s) => readRecord(actor, s.atBureau, NOW.now)],
  ['a record for review', ['owner', 'officer', ...inCounty, 'auditor'], (actor, s) => readReview(actor, s.submitted, NOW.now)],
  ['the form of a record that is handed in', [], (actor, s) => readDraft(actor, s.submitted)],
  ['a proof', ['owner', 'officer', ...inCounty], (actor, s) => readEvidence(actor, s.evidence)],
  ['a batch', ['officer', ...inCounty, 'auditor'], (actor, s) => readBatch(actor, s.batch, NOW.now)],
  ['the notice of a batch', ['officer', ...inCounty, 'auditor'], (actor, s) => readNotice(actor, s.batch, 'zh-CN')],
  ['an objection', ['officer', ...inCounty, 'auditor'], (actor, s) => readObjection(actor, s.objection, NOW.now)],
  ["an objector's contact", ['officer', 'county'], (actor, s) => revealContact(actor, s.objection, NOW.now)],
  ['a year', [...inCounty, 'auditor'], (actor, s) => readYearForCertifier(actor, s.requested, NOW.now)],
  ['a certificate', [...inCounty], (actor, s) => readCertificateFile(actor, s.certificate)],
  [
    'records found again',
    ['officer', 'officer of another unit', 'county', 'other county', 'city'],
    (actor) => findRecords(actor, empty(findRecordsSearch)),
  ],
  ['years found again', ['county', 'other county', 'city'], (actor) => findYears(actor, empty(findYearsSearch))],
  ['the staff', ['officer', 'officer of another unit'], (actor) => readStaff(actor, empty(staffSearch), NOW.now)],
  ['a person for the administrator', ['administrator'], (actor, s) => readPerson(actor, s.owner.personId)],
  ['the people', ['administrator'], (actor) => readPeople(actor, { q: '', after: null } as never)],
  ['an organisation', ['administrator'], (actor, s) => readOrganization(actor, s.unit)],
  ['the organisations', ['administrator'], (actor) => readOrganizations(actor, { q: '', kind: null, region: null, after: null } as never)],
  ['the accounts', ['administrator'], (actor) => readOfficeAccounts(actor, { q: '', after: null })],
]

const ACTS: readonly Row[] = [
  ['save a draft', ['owner'], (actor, s) => saveDraft(actor, { id: s.submitted, content: { title: '别的' } }, NOW)],
  ['take a proof away', ['owner'], (actor, s) => removeEvidence(actor, { id: s.evidence }, NOW)],
  ['submit', ['owner'], (actor, s) => submitRecord(actor, { id: s.submitted }, NOW)],
  ['withdraw', ['owner'], (actor, s) => withdrawRecord(actor, { id: s.submitted }, NOW)],
  ['disown', ['owner'], (actor, s) => disownRecord(actor, { id: s.submitted }, NOW)],
  ['escalate', ['owner'], (actor, s) => escalateRecord(actor, { id: s.submitted }, NOW)],
  ['appeal', ['owner'], (actor, s) => appealRecord(actor, { id: s.submitted, reason: R }, NOW)],
  ['accept', ['officer'], (actor, s) => acceptRecords(actor, { record: [s.submitted] }, NOW)],
  ['return', ['officer'], (actor, s) => returnRecords(actor, { record: [s.submitted], reason: R }, NOW)],
  ['reject', ['officer'], (actor, s) => rejectRecords(actor, { record: [s.submitted], reason: R }, NOW)],
  ['return what was accepted', ['officer'], (actor, s) => returnRecords(actor, { record: [s.accepted], reason: R }, NOW)],
  ['open a batch', ['officer'], (actor, s) => openBatch(actor, { record: [s.accepted], contact: '人事科' }, NOW)],
  ['confirm a batch', ['officer'], (actor, s) => confirmBatch(actor, { batch: s.batch }, NOW)],
  ['cancel a batch', ['officer'], (actor, s) => cancelBatch(actor, { batch: s.batch, reason: R }, NOW)],
  ['confirm a record', ['officer'], (actor, s) => confirmRecords(actor, { record: [s.publicized] }, NOW)],
  ['take out', ['officer'], (actor, s) => takeOutOfBatch(actor, { record: s.publicized, reason: R }, NOW)],
  [
    'decide an objection',
    ['officer', 'county'],
    (actor, s) => decideObjection(actor, { objection: s.objection, verdict: 'dismiss', finding: F }, NOW),
  ],
  ['verify', ['county'], (actor, s) => verifyRecords(actor, { record: [s.atBureau] }, NOW)],
  ['return at the bureau', ['county'], (actor, s) => returnRecords(actor, { record: [s.atBureau], reason: R }, NOW)],
  ['reject at the bureau', ['county'], (actor, s) => rejectRecords(actor, { record: [s.atBureau], reason: R }, NOW)],
  ['revoke', ['county'], (actor, s) => revokeRecord(actor, { record: s.registered, version: 3, reason: R, finding: F }, NOW)],
  ['reopen', ['county'], (actor, s) => reopenRecord(actor, { record: s.registered, version: 3, reason: R }, NOW)],
  ['correct', ['county'], (actor, s) => correctRecord(actor, { ...CORRECTION, record: s.registered, version: 3 } as never, NOW)],
  ['answer an appeal', [], (actor, s) => decideAppeal(actor, { record: s.registered, version: 3, outcome: 'refuse', finding: F }, NOW)],
  ['request the year', ['officer'], (actor, s) => requestYear(actor, { year: 2025, personId: s.owner.personId }, NOW)],
  ['review a year', [], (actor, s) => authorityReview(actor, { year: [s.requested] }, NOW)],
  ['certify', ['county'], (actor, s) => certifyYears(actor, { year: [s.requested], confirmed: [], reason: '' }, NOW)],
  ['return a year', ['county'], (actor, s) => returnYear(actor, { year: s.requested, reason: R }, NOW)],
  ['revoke a year', ['county'], (actor, s) => revokeYear(actor, { year: s.certified, reason: R }, NOW)],
]

const CORRECTION = {
  ...{ title: '更正', organizer: '', assessment: '合格', option: '', subject: null, startedOn: null, completedOn: '2025-09-01' },
  ...{ days: null, times: null, labelledHours: null, hours: null, reason: R },
}

/** Turned away: it is not there, or it is not theirs to do. */
async function turnedAway(work: Promise<unknown>): Promise<string | null> {
  try {
    await work
    return 'it was allowed'
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error
    const { expected: answer } = error
    if (answer.code === 'not_found' || answer.code === 'forbidden') return null
    if (answer.code === 'refused' && answer.refusals.some(({ code }) => code === 'not_yours' || code === 'own_record')) return null
    return JSON.stringify(answer)
  }
}

async function marks(): Promise<unknown> {
  return [await db.event.count(), await db.evidence.count({ where: { removedAt: null } }), await db.notification.count()]
}

function others(may: readonly Who[]): Who[] {
  return WHO.filter((who) => !may.includes(who))
}

describe('everybody else is turned away', () => {
  test.each([...READS, ...ACTS])('%s', async (name, may, attempt) => {
    const before = await marks()
    for (const who of others(may)) {
      // the person whose the record is has no office: what asks for one is not theirs either
      if (name === 'request the year' && who === 'owner') continue
      expect(await turnedAway(attempt(stage.actors[who], stage)), `${who}: ${name}`).toBeNull()
    }
    expect(await marks()).toEqual(before)
  })
})

describe('who may is let in', () => {
  test.each(READS)('%s', async (_name, may, attempt) => {
    for (const who of may) await attempt(stage.actors[who], stage)
  })
})

describe('a queue holds what is one’s own to decide', () => {
  const queue = { q: '', category: null, kind: null, region: null, after: null }
  const QUEUES: readonly [string, (stage: Stage) => string, readonly Who[], Try][] = [
    ['review', (s) => s.submitted, ['officer'], (actor) => readReviewQueue(actor, empty(reviewSearch), NOW.now)],
    ['verification', (s) => s.atBureau, ['county'], (actor) => readVerificationQueue(actor, queue, NOW.now)],
    ['certification', (s) => s.requested, ['county'], (actor) => readCertificationQueue(actor, queue)],
  ]
  test.each(QUEUES)('%s', async (name, of, may, attempt) => {
    for (const who of WHO) {
      const rows = await attempt(stage.actors[who], stage).catch((error: unknown) => {
        if (error instanceof ExpectedError) return null
        throw error
      })
      // the county decides in the employer's place only once it was escalated: it sees no more than its own queue
      const expected = may.includes(who) || (name === 'review' && who === 'county')
      expect(JSON.stringify(rows).includes(of(stage)), `${who}: ${name}`).toBe(expected)
    }
  })
})

test('the auditor reads without names', async () => {
  const page = JSON.stringify(await readRecord(stage.actors.auditor, stage.submitted, NOW.now))
  expect(page).not.toContain('王丽萍')
})
