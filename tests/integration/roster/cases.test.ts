import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/types'
import { plainDate } from '@/lib/calendar/plain-date'
import { addCaseEvidence } from '@/lib/server/case/add-case-evidence'
import { answerCase } from '@/lib/server/case/answer-case'
import { closeCase } from '@/lib/server/case/close-case'
import { disputeRecord } from '@/lib/server/case/dispute-record'
import { raiseMissing } from '@/lib/server/case/raise-missing'
import { readCase } from '@/lib/server/case/read-case'
import { readCases } from '@/lib/server/case/read-cases'
import { readMissing } from '@/lib/server/case/read-missing'
import { db } from '@/lib/server/database/db'
import { readEvidence } from '@/lib/server/evidence/read-evidence'
import { readNotifications } from '@/lib/server/notification/read-notifications'
import { readWaitingCounts } from '@/lib/server/notification/read-waiting-counts'
import { readRecord } from '@/lib/server/record/read-record'
import { correctRecord } from '@/lib/server/record/review/correct-record'
import { verifyRecords } from '@/lib/server/record/review/decide-records'
import { submitRecord } from '@/lib/server/record/submit-record'
import { addRosterRow } from '@/lib/server/roster/add-roster-row'
import { confirmRoster } from '@/lib/server/roster/confirm-roster'
import { readRoster } from '@/lib/server/roster/read-roster'
import { seedReference } from '@/prisma/seed/reference'
import { makeBureau, makeEmployer, makeOfficer, makePerson, noon } from '@/tests/builders/city'
import { makeNumbered, makeProvider, makeTraining, type Numbered } from '@/tests/builders/trainings'
import { atOnce } from '@/tests/support/barrier'
import { expected, refusals } from '@/tests/support/expected'

const NOW = { now: noon('2025-11-03') }
const LATE = { now: noon('2025-11-28') }
const LIST = { q: '', show: null, after: null } as const
const ANSWER = { version: 1, finding: '签到表上有本人签名', days: null, result: '' } as const

let provider: Awaited<ReturnType<typeof makeProvider>>
let bureau: Actor
let training: string
let wang: Numbered

beforeAll(async () => {
  await seedReference(db)
})

beforeEach(async () => {
  provider = await makeProvider()
  bureau = await makeBureau('341202')
  training = await makeTraining(provider)
  wang = await makeNumbered(null, '王丽萍')
})

const raise = (person = wang) => raiseMissing(person.actor, { filing: training, reason: '五天都参加了', days: 5 }, NOW)
const add = (id: string, actor: Actor = provider.officer, at = NOW) =>
  answerCase(actor, { ...ANSWER, case: id, outcome: 'correction', days: 4.5, result: '合格' }, at)

/** Wang's record of the training, registered by the bureau. */
async function registered(): Promise<string> {
  const typed = { filing: training, name: wang.name, number: wang.number, days: '5', result: '合格', completedOn: '' }
  await addRosterRow(provider.officer, typed, NOW)
  const { draft } = await readRoster(provider.officer, training, { show: null, roster: null, after: null }, NOW.now)
  await confirmRoster(provider.officer, { roster: draft?.id ?? '', version: draft?.version ?? 0 }, NOW)
  const { id } = await db.hourRecord.findFirstOrThrow({ where: { personId: wang.personId, filingId: training } })
  await submitRecord(wang.actor, { id }, NOW)
  await verifyRecords(bureau, { record: [id] }, NOW)
  return id
}

describe('missing on the roster', () => {
  test('raised, answered with a record that its person accepts, closed', async () => {
    const { id } = await raise()
    const [row] = (await readCases(provider.officer, LIST, NOW.now)).rows
    expect(row).toMatchObject({ id, kind: 'missing', state: 'open', personName: '王丽萍', due: { on: '2025-11-24', days: 15 } })
    expect(await readWaitingCounts(provider.officer, plainDate('2025-11-03'))).toMatchObject({ 'provider.cases': 1 })
    await add(id)
    const about = await readCase(wang.actor, id, NOW.now)
    expect(about).toMatchObject({ state: 'answered', outcome: 'correction', answer: ANSWER.finding, due: null })
    const record = await readRecord(wang.actor, about.made?.id ?? '', NOW.now)
    expect(record).toMatchObject({ state: 'draft', toAnswer: true, missing: [], content: { details: { days: 4.5 }, assessment: '合格' } })
    const told = await readNotifications(wang.actor, { show: null, after: null })
    expect(told.rows.map(({ kind, concern }) => [kind, concern.machine]).sort()).toEqual([
      ['answer', 'case'],
      ['confirm', 'roster'],
    ])
    await submitRecord(wang.actor, { id: record.id }, NOW)
    await closeCase(wang.actor, { case: id, version: 2 }, NOW)
    expect((await readCase(wang.actor, id, NOW.now)).state).toBe('closed')
    const { past } = await readRoster(provider.officer, training, { show: null, roster: null, after: null }, NOW.now)
    expect(past.map(({ source, answers }) => [source, answers.accepted])).toEqual([['case', 1]])
  })

  test('answered with nothing and a reason', async () => {
    const { id } = await raise()
    expect(await refusals(answerCase(provider.officer, { ...ANSWER, case: id, outcome: 'nothing', finding: ' ' }, NOW))).toEqual([
      'finding_missing',
    ])
    await answerCase(provider.officer, { ...ANSWER, case: id, outcome: 'nothing' }, NOW)
    expect(await readCase(wang.actor, id, NOW.now)).toMatchObject({ state: 'answered', outcome: 'nothing', made: null })
    expect(await db.hourRecord.count({ where: { personId: wang.personId } })).toBe(0)
  })

  test('what it needs is said where it was typed', async () => {
    const { id } = await raise()
    const bare = { ...ANSWER, case: id, outcome: 'correction' as const }
    expect(await expected(answerCase(provider.officer, bare, NOW))).toEqual({
      code: 'invalid',
      fields: { days: { key: 'required' }, result: { key: 'required' } },
    })
    const most = { ...bare, days: 6, result: '合格' }
    expect(await expected(answerCase(provider.officer, most, NOW))).toMatchObject({ fields: { days: { key: 'roster.days_more' } } })
    const revoked = { ...bare, outcome: 'revocation' as const }
    expect(await expected(answerCase(provider.officer, revoked, NOW))).toMatchObject({ fields: { outcome: { key: 'choose' } } })
    expect(await db.roster.count({ where: { filingId: training } })).toBe(0)
  })

  test('not before the training is over, not twice, not beside a record', async () => {
    const running = await makeTraining(provider, { startsOn: '2025-11-03', endsOn: '2025-11-07' })
    const early = raiseMissing(wang.actor, { filing: running, reason: 'x', days: null }, NOW)
    expect(await expected(early)).toMatchObject({ fields: { reason: { key: 'training_runs' } } })
    await raise()
    expect(await expected(raise())).toMatchObject({ fields: { reason: { key: 'case_stands' } } })
    expect(await readMissing(wang.actor, training, NOW.now)).toMatchObject({ isOver: true, record: null, openCase: expect.any(String) })
    const li = await makeNumbered(null, '李娜')
    await add((await raise(li)).id)
    expect(await expected(raise(li))).toMatchObject({ fields: { reason: { key: 'record_stands' } } })
  })

  test('a training that is not in the register is not found', async () => {
    const draft = await makeTraining(provider, { state: 'submitted', approvedOn: null })
    expect((await expected(raiseMissing(wang.actor, { filing: draft, reason: 'x', days: null }, NOW))).code).toBe('not_found')
  })

  test('of two answers at once one is given', async () => {
    const { id } = await raise()
    const both = await atOnce<unknown>(
      () => add(id),
      () => answerCase(bureau, { ...ANSWER, case: id, outcome: 'nothing' }, NOW),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const records = await db.hourRecord.count({ where: { personId: wang.personId } })
    const { outcome } = await db.caseFile.findUniqueOrThrow({ where: { id } })
    expect(records).toBe(outcome === 'correction' ? 1 : 0)
  })

  test('the bureau sees what is overdue and answers in the provider’s place', async () => {
    const { id } = await raise()
    expect(await readWaitingCounts(bureau, plainDate('2025-11-03'))).toMatchObject({ 'bureau.cases': 0 })
    const overdue = await readCases(bureau, { ...LIST, show: 'overdue' }, LATE.now)
    expect(overdue.rows.map((row) => row.id)).toContain(id)
    expect((await readCases(bureau, { ...LIST, show: 'overdue' }, NOW.now)).rows.map((row) => row.id)).not.toContain(id)
    expect((await readWaitingCounts(bureau, plainDate('2025-11-28')))['bureau.cases']).toBeGreaterThan(0)
    await add(id, bureau, LATE)
    expect(await db.hourRecord.findFirstOrThrow({ where: { personId: wang.personId } })).toMatchObject({
      state: 'draft',
      createdRole: 'county_reviewer',
    })
  })

  test('a proof goes to whoever answers, while it waits', async () => {
    const { id } = await raise()
    const bytes = Buffer.from('%PDF-1.4\n%%EOF\n')
    const file = { caseId: id, fileName: '签到.pdf', bytes }
    expect(await addCaseEvidence(wang.actor, file, NOW)).toEqual({ ok: true })
    const [proof] = (await readCase(provider.officer, id, NOW.now)).evidence
    expect(await readEvidence(provider.officer, proof?.id ?? '')).toMatchObject({ fileName: '签到.pdf' })
    const stranger = (await makeProvider()).officer
    expect((await expected(readEvidence(stranger, proof?.id ?? ''))).code).toBe('not_found')
    expect((await expected(addCaseEvidence(provider.officer, file, NOW))).code).toBe('not_found')
    await closeCase(wang.actor, { case: id, version: 1 }, NOW)
    expect((await expected(addCaseEvidence(wang.actor, file, NOW))).code).toBe('not_found')
  })
})

describe('"not mine" of a registered record', () => {
  const dispute = (record: string) => disputeRecord(wang.actor, { record, reason: '我没有参加' }, NOW)

  test('the bureau finds that it is not: it is revoked with its hours, and the person may appeal', async () => {
    const record = await registered()
    const { id } = await dispute(record)
    expect((await readRecord(wang.actor, record, NOW.now)).openCase).toBe(id)
    expect(await expected(dispute(record))).toMatchObject({ fields: { reason: { key: 'case_stands' } } })
    expect(await refusals(answerCase(provider.officer, { ...ANSWER, case: id, outcome: 'nothing' }, NOW))).toEqual(['not_yours'])
    await answerCase(bureau, { ...ANSWER, case: id, outcome: 'revocation' }, NOW)
    expect((await readRecord(wang.actor, record, NOW.now)).state).toBe('revoked')
    const year = await db.year.findFirstOrThrow({ where: { personId: wang.personId } })
    expect(Number(year.total)).toBe(0)
    expect(await readCase(wang.actor, id, NOW.now)).toMatchObject({ state: 'answered', outcome: 'revocation' })
  })

  test('or that it stands', async () => {
    const record = await registered()
    const { id } = await dispute(record)
    await answerCase(bureau, { ...ANSWER, case: id, outcome: 'nothing' }, NOW)
    expect((await readRecord(wang.actor, record, NOW.now)).state).toBe('registered')
  })

  test('"corrected" only of what was corrected', async () => {
    const record = await registered()
    const { id } = await dispute(record)
    const answer = () => answerCase(bureau, { ...ANSWER, case: id, outcome: 'correction' }, LATE)
    expect(await expected(answer())).toMatchObject({ fields: { outcome: { key: 'not_corrected' } } })
    const { version, title, assessment } = await db.hourRecord.findUniqueOrThrow({ where: { id: record } })
    const correction = {
      ...{ record, version, title, organizer: '', assessment, option: '', subject: 'professional' as const },
      ...{
        startedOn: plainDate('2025-10-13'),
        completedOn: plainDate('2025-10-17'),
        days: 3,
        times: null,
        labelledHours: null,
        hours: null,
      },
      reason: '本人只参加三天',
    }
    await correctRecord(bureau, correction, LATE)
    await answer()
    expect(await readCase(wang.actor, id, LATE.now)).toMatchObject({ outcome: 'correction' })
  })

  test('not of what one entered oneself, nor before it is registered', async () => {
    const { id } = await raise()
    await add(id)
    const draft = await db.hourRecord.findFirstOrThrow({ where: { personId: wang.personId } })
    expect((await expected(dispute(draft.id))).code).toBe('not_found')
  })
})

test('nobody else finds a case', async () => {
  const { id } = await raise()
  const unit = await makeEmployer()
  const strangers = [
    (await makeProvider()).officer,
    await makeOfficer(unit, await makePerson(unit)),
    await makeBureau('341203'),
    (await makeNumbered(null, '李娜')).actor,
  ]
  for (const stranger of strangers) {
    expect((await expected(readCase(stranger, id, NOW.now))).code).toBe('not_found')
    expect((await expected(add(id, stranger))).code).toBe('not_found')
    expect((await expected(closeCase(stranger, { case: id, version: 1 }, NOW))).code).toBe('not_found')
    expect((await readCases(stranger, LIST, NOW.now)).rows).toEqual([])
  }
  expect((await expected(closeCase(provider.officer, { case: id, version: 1 }, NOW))).code).toBe('not_found')
})

test('nobody answers what they raised themselves', async () => {
  const own: Actor = { ...bureau, personId: wang.personId }
  const { id } = await raise()
  expect(await refusals(add(id, own))).toEqual(['own_record'])
})
