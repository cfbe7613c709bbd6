import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/types'
import { plainDate } from '@/lib/calendar/plain-date'
import { db } from '@/lib/server/database/db'
import { addFilingFile } from '@/lib/server/filing/add-filing-file'
import { approveFiling } from '@/lib/server/filing/approve-filing'
import { returnFiling, verifyFiling } from '@/lib/server/filing/decide-filing'
import { draftFiling } from '@/lib/server/filing/draft-filing'
import { readFiling } from '@/lib/server/filing/read-filing'
import { readFilingQueue } from '@/lib/server/filing/read-filing-queue'
import { readRegisterEntry } from '@/lib/server/filing/read-register-entry'
import { saveFilingStep } from '@/lib/server/filing/save-filing-step'
import { submitFiling } from '@/lib/server/filing/submit-filing'
import { ExpectedError } from '@/lib/server/input/errors'
import { inventedProof } from '@/prisma/seed/demo/proof'
import { seedReference } from '@/prisma/seed/reference'
import { makeBureau, noon } from '@/tests/builders/city'
import { makeOffice, type Office, officerOf } from '@/tests/builders/filings'

// A training filed outside the city comes with its number and proof, and is verified by somebody of the bureau who did not enter it.

let enters: Actor
let verifies: Actor
let employer: Office

beforeAll(async () => {
  await seedReference(db)
  enters = await makeBureau('341202')
  verifies = await officerOf(enters.organizationId ?? '', 'county_reviewer', '341202')
  employer = await makeOffice('employer', 'employer_officer', { regionCode: '341202', unitLevel: 'county' })
})

const on = (day: string) => ({ now: noon(day) })
const NUMBER = { outsideBody: '合肥市人社局', organizer: '合肥基地', outsideFiledOn: '2025-09-01' }

async function refusal(work: Promise<unknown>): Promise<unknown> {
  try {
    await work
    return 'done'
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error
    const { expected } = error
    if (expected.code === 'refused') return expected.refusals.map(({ code }) => code)
    return expected.code === 'invalid' ? expected.fields : expected.code
  }
}

async function write(by: Actor, outsideNumber: string, more: Partial<typeof NUMBER> = {}): Promise<string> {
  const what = { title: '数字经济研修班', startsOn: plainDate('2025-09-22'), endsOn: plainDate('2025-09-24'), days: 3, hours: 24 }
  const { id: filing } = await draftFiling(by, { where: 'outside', ...what }, on('2025-11-10'))
  await saveFilingStep(by, { filing, step: 'number', from: 'form', ...NUMBER, outsideNumber, ...more }, on('2025-11-10'))
  await saveFilingStep(by, { filing, step: 'content', from: 'form', content: '见备案表', place: '' }, on('2025-11-10'))
  await addFilingFile(by, { filingId: filing, fileName: '备案表.pdf', bytes: inventedProof(outsideNumber) }, on('2025-11-10'))
  return filing
}

async function enter(by: Actor, outsideNumber: string, more: Partial<typeof NUMBER> = {}): Promise<string> {
  const filing = await write(by, outsideNumber, more)
  await submitFiling(by, { filing }, on('2025-11-10'))
  return filing
}

test('entered by one, verified by another, on the register under its own number', async () => {
  const filing = await enter(enters, '合人社备〔2025〕1号')
  expect(await refusal(verifyFiling(enters, { filing }, on('2025-11-12')))).toEqual(['own_entry'])
  expect((await readFiling(enters, filing, noon('2025-11-12'))).actions).not.toContain('verify')
  await verifyFiling(verifies, { filing }, on('2025-11-12'))
  expect(await readRegisterEntry(filing)).toMatchObject({
    number: '合人社备〔2025〕1号',
    outside: true,
    approvedOn: '2025-09-01',
    recognition: 'in_time',
    content: { organizer: '合肥基地' },
  })
})

test('filed there after it had begun: on the register, and late', async () => {
  const filing = await enter(enters, '合人社备〔2025〕2号', { outsideFiledOn: '2025-09-23' })
  await verifyFiling(verifies, { filing }, on('2025-11-12'))
  expect(await readRegisterEntry(filing)).toMatchObject({ recognition: 'late' })
})

test('needs its number, a day that has come, and is not one of this city', async () => {
  const filing = await write(enters, '合人社备〔2025〕3号')
  const step = { filing, step: 'number' as const, from: 'form' as const, ...NUMBER }
  expect(await refusal(saveFilingStep(enters, { ...step, outsideNumber: '' }, on('2025-11-10')))).toEqual({
    outsideNumber: { key: 'required' },
  })
  expect(await refusal(saveFilingStep(enters, { ...step, outsideNumber: '阜继教〔2025〕0001' }, on('2025-11-10')))).toEqual({
    outsideNumber: { key: 'own_number' },
  })
  const later = { ...step, outsideNumber: '合3号', outsideFiledOn: '2026-01-01' }
  expect(await refusal(saveFilingStep(enters, later, on('2025-11-10')))).toEqual({ outsideFiledOn: { key: 'date_future' } })
})

test('what is on the register already is not entered again', async () => {
  await verifyFiling(verifies, { filing: await enter(enters, '合人社备〔2025〕4号') }, on('2025-11-12'))
  expect(await refusal(enter(enters, '合人社备〔2025〕4号'))).toEqual({ outsideNumber: { key: 'number_on_register' } })
})

test('two enter the same number: one of them is verified', async () => {
  const [first, second] = [await enter(enters, '合人社备〔2025〕5号'), await enter(employer.actor, '合人社备〔2025〕5号')]
  await verifyFiling(verifies, { filing: first }, on('2025-11-12'))
  expect(await refusal(verifyFiling(verifies, { filing: second }, on('2025-11-12')))).toBe('conflict')
})

test('an employer enters one for its staff; it comes back, and is handed in again', async () => {
  const filing = await enter(employer.actor, '合人社备〔2025〕6号')
  const queue = await readFilingQueue(verifies, { q: '6号', after: null }, noon('2025-11-12'))
  expect(queue.rows).toMatchObject([{ id: filing, due: null, waited: 2, ownEntry: false }])
  expect(await refusal(approveFiling(verifies, { filing }, on('2025-11-12')))).toEqual(['not_from_here'])
  await returnFiling(verifies, { filing, reason: '扫描件不清楚' }, on('2025-11-12'))
  await submitFiling(employer.actor, { filing }, on('2025-11-13'))
  await verifyFiling(verifies, { filing }, on('2025-11-14'))
  expect((await readRegisterEntry(filing)).recognition).toBe('in_time')
})

test('who entered it at the bureau corrects it, nobody else there', async () => {
  const filing = await enter(enters, '合人社备〔2025〕7号')
  await returnFiling(verifies, { filing, reason: '请补充' }, on('2025-11-12'))
  expect(await refusal(submitFiling(verifies, { filing }, on('2025-11-12')))).toEqual(['not_yours'])
  expect(await refusal(submitFiling(enters, { filing }, on('2025-11-12')))).toBe('done')
})
