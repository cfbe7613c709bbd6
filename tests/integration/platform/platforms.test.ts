import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/types'
import { plainDate } from '@/lib/calendar/plain-date'
import { db } from '@/lib/server/database/db'
import { type TakenJob, takeJob } from '@/lib/server/job/lease'
import { runOneJob } from '@/lib/server/job/run-jobs'
import { countAffectedCourses } from '@/lib/server/platform/affected-courses'
import { closeWindow, closeWindowInput } from '@/lib/server/platform/close-window'
import { confirmPlatform, confirmPlatformInput } from '@/lib/server/platform/confirm-platform'
import { enterPlatform, enterPlatformInput } from '@/lib/server/platform/enter-platform'
import { readPlatform, readPlatformWindows } from '@/lib/server/platform/read-platform'
import { findRecognised } from '@/lib/server/recognition/find-recognised'
import { createDraft } from '@/lib/server/record/draft/create-draft'
import { previewRecord } from '@/lib/server/record/draft/preview-record'
import { JOB_HANDLERS } from '@/lib/server/worker/job-handlers'
import { certifyYears } from '@/lib/server/year/certify-years'
import { requestYear } from '@/lib/server/year/request-year'
import { seedReference } from '@/prisma/seed/reference'
import { type MadePerson, makeAdministration, makeBureau, makePerson, noon } from '@/tests/builders/city'
import { elsewhere, makeHandedIn, makeRegistered } from '@/tests/builders/credited'
import { expected, refusals } from '@/tests/support/expected'

const on = { now: noon('2025-11-18') }
const TODAY = plainDate('2025-11-18')
const BASIS = { status: 'legible', source: 'document', document: '皖人社秘〔2025〕200号' }

let administrator: Actor
let auditor: Actor
let county: Actor

beforeAll(async () => {
  await seedReference(db)
  ;({ administrator, auditor } = await makeAdministration())
  county = await makeBureau('341202')
})

const enter = (more: Record<string, unknown> = {}, actor = administrator) =>
  enterPlatform(actor, enterPlatformInput.parse({ name: '某业大学', subjects: ['public'], from: '2025-03-01', ...BASIS, ...more }), on)

const never = new AbortController().signal

/** What the worker does. */
async function recounted(): Promise<void> {
  while (await runOneJob(JOB_HANDLERS, never)) {}
}

async function windowOf(id: string) {
  return (await readPlatform(administrator, id, TODAY)).window
}

async function close(id: string, until: string, more: Record<string, unknown> = {}, actor = administrator) {
  const { version } = await db.platform.findUniqueOrThrow({ where: { id } })
  return closeWindow(actor, closeWindowInput.parse({ id, version: String(version), until, document: '皖人社秘〔2025〕300号', ...more }), on)
}

function course(platform: string, completedOn: string, labelledHours = 5) {
  return { title: '公需科目课程', organizer: '', completedOn, subject: 'public', details: { platform, labelledHours } } as const
}

const verdict = async (name: string, day: string) => {
  const [row] = (await findRecognised(name, plainDate(day), 'public')).platforms
  return row && [row.verdict.counts, row.verdict.because, row.verdict.clause]
}

async function previewOf(platform: string, completedOn: string) {
  const person = await makePerson(null)
  const { id } = await createDraft(person.actor, { category: 'courseware', content: course(platform, completedOn) }, on)
  const { line } = await previewRecord(person.actor, id)
  return [line?.counted, line?.reason]
}

const ledger = async (personId: string) => {
  const row = await db.year.findUniqueOrThrow({ where: { personId_year: { personId, year: 2025 } } })
  return { total: Number(row.total), state: row.state }
}

describe('entering', () => {
  test('counts at once: the search and the preview of a record know it, on both sides of its days', async () => {
    expect(await verdict('某业大学', '2025-06-01')).toBeUndefined()
    const { id } = await enter({ until: '2025-10-31' })
    const { code } = await windowOf(id)
    expect(await verdict('某业大学', '2025-02-28')).toEqual([false, 'window_not_yet', BASIS.document])
    expect(await verdict('某业大学', '2025-03-01')).toEqual([true, 'window_open', BASIS.document])
    expect(await verdict('某业大学', '2025-10-31')).toEqual([true, 'window_open', BASIS.document])
    expect(await verdict('某业大学', '2025-11-01')).toEqual([false, 'window_over', BASIS.document])
    expect(await previewOf(code, '2025-10-31')).toEqual([5, null])
    expect(await previewOf(code, '2025-11-01')).toEqual([0, 'platform_not_recognised'])
    expect(await db.audit.count({ where: { subjectId: id, act: 'platform_enter' } })).toBe(1)
  })

  test('courses that were registered as worth nothing count once a window holds their day, and their people are told', async () => {
    const { id } = await enter({ name: '晚登大学', until: '2025-06-30' })
    const { code } = await windowOf(id)
    const [inside, outside] = await Promise.all([1, 2].map(() => makePerson(null)))
    if (!inside || !outside) throw new Error('no people')
    await makeRegistered(inside, county, 'courseware', course(code, '2025-07-15'))
    await makeRegistered(outside, county, 'courseware', course(code, '2025-10-15'))
    await recounted()
    expect((await ledger(inside.personId)).total).toBe(0)
    const second = await enter({ name: '晚登大学', like: id, from: '2025-07-01', until: '2025-09-30' })
    await recounted()
    expect((await readPlatform(administrator, second.id, TODAY)).recount).toEqual({ standing: 'done', done: 1, total: 1 })
    expect([(await ledger(inside.personId)).total, (await ledger(outside.personId)).total]).toEqual([5, 0])
    const told = await db.notification.findMany({ where: { kind: 'platform_entered' }, select: { personId: true } })
    expect(told.map(({ personId }) => personId)).toEqual([inside.personId])
  })

  test('a further window of the same platform is a row of its own and may not share a day with another', async () => {
    const { id } = await enter({ name: '续签大学', until: '2025-06-30' })
    for (const [from, until] of [
      ['2025-06-30', ''],
      ['2024-01-01', '2025-03-01'],
      ['2025-04-01', '2025-04-02'],
      ['2024-01-01', ''],
    ]) {
      const error = await expected(enter({ name: '续签大学', like: id, from, until }))
      expect(error).toMatchObject({ code: 'invalid', fields: { from: { key: 'window_overlaps' } } })
    }
    const second = await enter({ name: '续签大学', like: id, from: '2025-09-01' })
    expect((await readPlatform(administrator, second.id, TODAY)).windows.map(({ from, until }) => [from, until])).toEqual([
      ['2025-09-01', null],
      ['2025-03-01', '2025-06-30'],
    ])
    expect(await verdict('续签', '2025-07-15')).toEqual([false, 'window_between', BASIS.document])
  })

  test.each([
    ['no subject', { name: '甲', subjects: [] }, 'subjects', 'choose_some'],
    ['an end before the beginning', { name: '乙', until: '2025-02-28' }, 'until', 'until_before_from'],
    ['a name that is there', { name: '安徽开放大学' }, 'name', 'platform_known'],
  ])('refused: %s', async (_, more, field, key) => {
    expect(await expected(enter(more))).toMatchObject({ code: 'invalid', fields: { [field]: { key } } })
  })

  test('of two who enter the same name at once one wins', async () => {
    const answers = await Promise.allSettled([enter({ name: '同时大学' }), enter({ name: '同时大学' })])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await db.platform.count({ where: { name: '同时大学' } })).toBe(1)
  })
})

describe('ending early', () => {
  test('shows whom it concerns by state, leaves what was completed before alone, and tells those who lose hours', async () => {
    const { id } = await enter({ name: '将停大学', until: '2025-12-31' })
    await recounted()
    const { code, ...window } = await windowOf(id)
    const [before, after, waiting, certified, other] = await Promise.all([1, 2, 3, 4, 5].map(() => makePerson(null)))
    if (!before || !after || !waiting || !certified || !other) throw new Error('no people')
    await makeRegistered(before, county, 'courseware', course(code, '2025-09-30'))
    await makeRegistered(after, county, 'courseware', course(code, '2025-10-01'))
    await makeRegistered(after, county, 'courseware', course(code, '2025-09-15'))
    await makeHandedIn(waiting, 'courseware', course(code, '2025-10-02'))
    await createDraft(waiting.actor, { category: 'courseware', content: course(code, '2025-10-03') }, on)
    await makeRegistered(other, county, 'courseware', course('fuyang-base', '2025-10-01'))
    await makeRegistered(certified, county, 'courseware', course(code, '2025-10-05'))
    await makeRegistered(certified, county, 'elsewhere', elsewhere(100))
    await certify(certified)

    const touched = await countAffectedCourses({ code, ...window, last: plainDate('2025-09-30') })
    expect(Object.fromEntries(touched.after.map(({ state, count }) => [state, count]))).toEqual({ registered: 2, submitted: 1, draft: 1 })
    expect(touched).toMatchObject({ certified: 1, within: 2 })

    expect((await ledger(after.personId)).total).toBe(10)
    await close(id, '2025-09-30')
    await recounted()
    expect((await readPlatform(administrator, id, TODAY)).recount).toEqual({ standing: 'done', done: 1, total: 1 })
    expect((await ledger(before.personId)).total).toBe(5)
    expect((await ledger(after.personId)).total).toBe(5)
    expect((await ledger(other.personId)).total).toBe(5)
    expect(await ledger(certified.personId)).toEqual({ total: 105, state: 'certified' })
    const told = await db.notification.findMany({ where: { kind: 'platform_closed' }, select: { personId: true } })
    expect(told.map(({ personId }) => personId)).toEqual([after.personId])
    expect(await previewOf(code, '2025-09-30')).toEqual([5, null])
    expect(await previewOf(code, '2025-10-01')).toEqual([0, 'platform_not_recognised'])
    expect(await verdict('将停', '2025-10-01')).toEqual([false, 'window_over', BASIS.document])
  })

  test('a request that falls below its minimum with it is open again', async () => {
    const { id } = await enter({ name: '掉线大学' })
    const { code } = await windowOf(id)
    const person = await makePerson(null)
    await makeRegistered(person, county, 'courseware', course(code, '2025-10-01', 30))
    await makeRegistered(person, county, 'elsewhere', elsewhere(60))
    await requestYear(person.actor, { year: 2025 }, on)
    await close(id, '2025-09-30')
    await recounted()
    expect(await ledger(person.personId)).toEqual({ total: 60, state: 'open' })
  })

  test('until its ledgers are counted again nothing is certified; a recount that was killed goes on, and tells nobody twice', async () => {
    const { id } = await enter({ name: '重算大学', until: '2025-12-31' })
    const { code } = await windowOf(id)
    const people = await Promise.all([1, 2, 3].map(() => makePerson(null)))
    for (const person of people) await makeRegistered(person, county, 'courseware', course(code, '2025-10-01'))
    const other = await makePerson(null)
    await makeRegistered(other, county, 'elsewhere', elsewhere(100))
    await recounted()
    await close(id, '2025-09-30')
    await requestYear(other.actor, { year: 2025 }, on)
    expect(await refusals(certifyRequested(other))).toEqual(['being_recounted'])
    // What a worker had done of it that died before it could say so.
    const job = await db.job.findFirstOrThrow({ where: { finishedAt: null } })
    await JOB_HANDLERS.platform_recount({ ...(await takeJob()), payload: job.payload } as TakenJob, never)
    await db.job.update({ where: { id: job.id }, data: { done: 0, total: null, leasedUntil: new Date(0) } })
    await recounted()
    for (const { personId } of people) {
      expect((await ledger(personId)).total).toBe(0)
      expect(await db.notification.count({ where: { kind: 'platform_closed', personId } })).toBe(1)
    }
    await certifyRequested(other)
    expect((await ledger(other.personId)).state).toBe('certified')
  })

  test.each([
    ['the present last day', '2025-12-31', 'not_earlier'],
    ['a later day', '2026-01-01', 'not_earlier'],
    ['before its first day', '2025-02-28', 'until_before_from'],
  ])('refused: %s', async (name, until, key) => {
    const { id } = await enter({ name: `不可${name}`, until: '2025-12-31' })
    expect(await expected(close(id, until))).toMatchObject({ code: 'invalid', fields: { until: { key } } })
    expect((await windowOf(id)).until).toBe('2025-12-31')
  })

  test('of two administrators at once one wins, and the history tells of one', async () => {
    const { id } = await enter({ name: '争抢大学' })
    const answers = await Promise.allSettled([close(id, '2025-10-01', { version: '1' }), close(id, '2025-10-02', { version: '1' })])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = answers.find((answer) => answer.status === 'rejected')
    expect((await expected(Promise.reject(lost?.reason))).code).toBe('conflict')
    const { history } = await readPlatform(administrator, id, TODAY)
    expect(history.map(({ act, by }) => [act, by])).toEqual([
      ['platform_close', '许安'],
      ['platform_enter', '许安'],
    ])
  })
})

test('confirming changes what it is called and how sure that is, never which days count', async () => {
  const [row] = await db.platform.findMany({ where: { code: 'aust' } })
  const input = {
    id: row?.id,
    version: String(row?.version),
    name: '安徽理工大学',
    status: 'legible',
    source: 'N5.2',
    document: '复函〔2025〕1号',
  }
  await confirmPlatform(administrator, confirmPlatformInput.parse(input), on)
  const { window, history } = await readPlatform(administrator, row?.id ?? '', TODAY)
  expect(window).toMatchObject({
    status: 'legible',
    document: '复函〔2025〕1号',
    from: '2025-01-01',
    until: '2026-05-31',
    subjects: ['public'],
  })
  expect(history[0]).toMatchObject({ act: 'platform_confirm', before: { status: 'partial' }, after: { status: 'legible' } })
})

test('nobody but an administrator', async () => {
  const { id } = await enter({ name: '谁的大学' })
  for (const actor of [auditor, county]) {
    const acts = [() => enter({ name: '别的' }, actor), () => close(id, '2025-10-01', {}, actor), () => readPlatformWindows(actor, TODAY)]
    for (const act of acts) expect((await expected(act())).code).toBe('forbidden')
  }
})

async function certify(person: MadePerson): Promise<void> {
  await requestYear(person.actor, { year: 2025 }, on)
  await certifyRequested(person)
}

async function certifyRequested(person: MadePerson): Promise<void> {
  const year = await db.year.findUniqueOrThrow({ where: { personId_year: { personId: person.personId, year: 2025 } } })
  await certifyYears(county, { year: [year.id], confirmed: [], reason: '' }, on)
}
