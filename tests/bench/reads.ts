import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { plainDate } from '@/lib/calendar/plain-date'
import { db } from '@/lib/server/database/db'
import { filingQueueSearch, readFilingQueue } from '@/lib/server/filing/read-filing-queue'
import { readRegister } from '@/lib/server/filing/read-register'
import type { Keyset } from '@/lib/server/input/keyset'
import { readWaitingCounts } from '@/lib/server/notification/read-waiting-counts'
import { readStaff, staffSearch } from '@/lib/server/person/read-staff'
import { batchesSearch, readBatches } from '@/lib/server/publicity/read-batches'
import { readBoard } from '@/lib/server/publicity/read-board'
import { newBatchSearch, readNewBatch } from '@/lib/server/publicity/read-new-batch'
import { findRecords, findRecordsSearch } from '@/lib/server/record/find-records'
import { readMyRecords, recordsSearch } from '@/lib/server/record/read-my-records'
import { readRecord } from '@/lib/server/record/read-record'
import { readReviewQueue } from '@/lib/server/record/review/read-review-queue'
import { readVerificationQueue } from '@/lib/server/record/review/read-verification-queue'
import { readTermView } from '@/lib/server/term/read-term-view'
import { findYears, findYearsSearch } from '@/lib/server/year/find-years'
import { readCertificationQueue } from '@/lib/server/year/read-certification-queue'
import { readMyCertificates } from '@/lib/server/year/read-my-certificates'
import { readMyOptions } from '@/lib/server/year/read-my-options'
import { readMyYear } from '@/lib/server/year/read-my-year'
import type { ScaleActors } from './scale-actors'

export const NOW = new Date('2025-11-18T02:00:00Z')

export interface Read {
  name: string
  run: () => Promise<unknown>
}

/** The reads of the main pages, as their pages call them without a filter. */
export async function mainReads(actors: ScaleActors): Promise<Read[]> {
  const { practitioner, officer, county, city } = actors
  const record = await db.hourRecord.findFirstOrThrow({ where: { personId: practitioner.personId ?? '' }, select: { id: true } })
  const read = (name: string, run: () => Promise<unknown>): Read => ({ name, run })
  return [
    read('my year', () => readMyYear(practitioner, 2025, NOW)),
    read('my records', () => readMyRecords(practitioner, nothing(recordsSearch), NOW)),
    read('a record', () => readRecord(practitioner, record.id, NOW)),
    read('my options', () => readMyOptions(practitioner, 2025)),
    read('my term', () => readTermView(practitioner, null, { appointment: null, end: null, assumed: [] }, NOW)),
    read('my certificates', () => readMyCertificates(practitioner, { after: null })),
    read('employer: review queue', () => reviewQueue(officer)),
    read('employer: staff', () => readStaff(officer, nothing(staffSearch), NOW)),
    read('employer: batches', () => readBatches(officer, nothing(batchesSearch), NOW)),
    read('employer: a new batch', () => readNewBatch(officer, nothing(newBatchSearch), NOW)),
    read('bureau: verification queue', () => verificationQueue(county)),
    read('city bureau: verification queue', () => verificationQueue(city)),
    read('bureau: certification queue', () => readCertificationQueue(county, { q: '', kind: null, region: null, after: null })),
    read('bureau: a record found again', () => findRecords(county, { ...nothing(findRecordsSearch), q: '王' })),
    read('bureau: a year found again', () => findYears(county, { ...nothing(findYearsSearch), q: '王' })),
    read('bureau: filings', () => readFilingQueue(county, nothing(filingQueueSearch), NOW)),
    read('register of trainings', () => readRegister({ q: '', time: null, region: null, after: null }, plainDate('2025-11-18'))),
    read('what waits, in the menu', () => readWaitingCounts(county, plainDate('2025-11-18'))),
    read('what waits, in the city’s menu', () => readWaitingCounts(city, plainDate('2025-11-18'))),
    read('publicity board', () => readBoard(practitioner, { unit: '', region: '', after: null }, NOW)),
  ]
}

export function reviewQueue(officer: Actor, after: Keyset | null = null) {
  return readReviewQueue(officer, { q: '', category: null, after }, NOW)
}

export function verificationQueue(county: Actor, after: Keyset | null = null) {
  return readVerificationQueue(county, { q: '', category: null, kind: null, region: null, after }, NOW)
}

/** A list as it is first opened: no search parameter given. */
function nothing<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.object(shape).parse({})
}
