import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/types'
import { db } from '@/lib/server/database/db'
import { askImpact, cancelImpact } from '@/lib/server/impact/ask-impact'
import { exportImpact } from '@/lib/server/impact/export-impact'
import { readImpactChanges, readImpactGroups } from '@/lib/server/impact/read-impact'
import { readJob } from '@/lib/server/impact/read-jobs'
import { verifyChains } from '@/lib/server/integrity/verify-chains'
import { takeJob } from '@/lib/server/job/lease'
import { runOneJob } from '@/lib/server/job/run-jobs'
import { recountLedgers } from '@/lib/server/ledger/recount-ledgers'
import { publishDraft } from '@/lib/server/rule-draft/publish-draft'
import { JOB_HANDLERS } from '@/lib/server/worker/job-handlers'
import { certifyYears } from '@/lib/server/year/certify-years'
import { readMyYear } from '@/lib/server/year/read-my-year'
import { requestYear } from '@/lib/server/year/request-year'
import { seedReference } from '@/prisma/seed/reference'
import { type MadePerson, makeBureau, makePerson, noon } from '@/tests/builders/city'
import { CORE_PAPER, EXAM, elsewhere, makeRegistered } from '@/tests/builders/credited'
import { changeFigure, makeAdministrators, makeDraft, RULES_NOW, versionOf } from '@/tests/builders/rule-set'

let drafter: Actor
let publisher: Actor
let county: Actor
const never = new AbortController().signal
const YEAR = 2025

/** 40 for a core paper, and what is needed beside it for exactly a year. */
let short: MadePerson
let exact: MadePerson
let requested: MadePerson
let untouched: MadePerson
let certified: MadePerson

const yearOf = (person: MadePerson, year = YEAR) =>
  db.year.findUniqueOrThrow({ where: { personId_year: { personId: person.personId, year } } })
const noticesOf = (person: MadePerson) => db.notification.findMany({ where: { personId: person.personId, kind: 'rules_changed' } })

beforeAll(async () => {
  await seedReference(db)
  await db.setting.create({ data: { key: 'openYears', value: [2023, 2024, 2025], changedAt: noon('2025-01-01') } })
  const administrators = await makeAdministrators()
  drafter = administrators[0]
  publisher = administrators[1]
  county = await makeBureau('341202')
  ;[short, exact, requested, untouched, certified] = (await Promise.all([null, null, null, null, null].map(() => makePerson(null)))) as [
    MadePerson,
    MadePerson,
    MadePerson,
    MadePerson,
    MadePerson,
  ]
  for (const person of [short, exact, requested]) await makeRegistered(person, county, 'paper', CORE_PAPER)
  for (const person of [exact, requested]) await makeRegistered(person, county, 'elsewhere', elsewhere(50))
  await makeRegistered(untouched, county, 'exam', EXAM)
  await makeRegistered(certified, county, 'exam', { ...EXAM, completedOn: '2024-09-01' })
  await requestYear(requested.actor, { year: YEAR }, { now: noon('2025-11-08') })
})

/** A draft in which a core paper is worth 30 and an exam's certainty is unchanged. */
async function stricter(year = YEAR): Promise<string> {
  const id = await makeDraft(drafter, year)
  await changeFigure(drafter, id, 'paper.core', '30', { clause: 'M12.paper' })
  return id
}

async function runAll(): Promise<void> {
  while (await runOneJob(JOB_HANDLERS, never)) {}
}

const FORMS = {
  words: { heads: ['Name', 'Unit', 'Year', 't0', 'p0', 't1', 'p1', 'What'], direction: (of: string) => of },
  locale: 'en',
} as const

async function exported(jobId: string, search: Parameters<typeof exportImpact>[2]): Promise<string> {
  let text = ''
  for await (const lines of await exportImpact(drafter, jobId, search, FORMS, RULES_NOW.now)) text += lines
  return text
}

describe('the impact of a draft', () => {
  test('says whose year changes from met to short, by county and employer, with before and after, and changes nothing', async () => {
    const before = await db.year.findMany({ orderBy: { id: 'asc' } })
    const id = await stricter()
    const { jobId } = await askImpact(drafter, { id, years: [String(YEAR)] }, RULES_NOW)
    expect(await readJob(drafter, id, jobId)).toMatchObject({ standing: 'waiting', years: [YEAR], draftVersion: 2 })
    await changeFigure(drafter, id, 'paper.core', '10') // what was asked stands
    await runAll()
    expect(await readJob(drafter, id, jobId)).toMatchObject({
      standing: 'done',
      done: 4,
      total: 4,
      counts: { lost: 2, less: 1, years: 4 },
    })
    const { rows } = await readImpactChanges(drafter, jobId, { direction: null, region: '', employer: null, after: null })
    expect(rows.map(({ direction }) => direction)).toEqual(['lost', 'lost', 'less'])
    expect(rows.find(({ personId }) => personId === exact.personId)).toMatchObject({
      before: { total: 90, professional: 60 },
      after: { total: 80, professional: 60 },
    })
    expect(
      (await readImpactChanges(drafter, jobId, { direction: 'less', region: '341202', employer: null, after: null })).rows,
    ).toHaveLength(1)
    const { regions, employers } = await readImpactGroups(drafter, jobId)
    expect(regions).toMatchObject([{ key: '341202', counts: { lost: 2, gained: 0, less: 1, more: 0, moved: 0 } }])
    expect(employers).toMatchObject([{ key: '', counts: { lost: 2, less: 1 } }])
    expect(await exported(jobId, { direction: 'less', region: '341202', employer: null })).toMatch(
      /^\uFEFF"Name","Unit","Year","t0","p0","t1","p1","What"\r\n"[^"]+","","2025","\d+","\d+","\d+","\d+","less"\r\n$/,
    )
    expect((await exported(jobId, { direction: null, region: '', employer: null })).split('\r\n')).toHaveLength(5)
    expect(await db.audit.count({ where: { act: 'impact_export', subjectId: jobId } })).toBe(2)
    expect(await db.year.findMany({ orderBy: { id: 'asc' } })).toEqual(before)
  })

  test('goes on after its worker was killed, counting nobody twice', async () => {
    const id = await stricter()
    const { jobId } = await askImpact(drafter, { id, years: [String(YEAR)] }, RULES_NOW)
    // A worker that had done the first person when it was killed.
    const first = (await db.year.findMany({ where: { year: YEAR }, orderBy: { personId: 'asc' }, take: 1 }))[0]
    await takeJob()
    await db.job.update({
      where: { id: jobId },
      data: { position: first?.personId ?? null, done: 1, total: 4, counts: { years: 1, lost: 0 }, leasedUntil: new Date(0) },
    })
    await runAll()
    expect(await readJob(drafter, id, jobId)).toMatchObject({ standing: 'done', done: 4, counts: { years: 4 } })
  })

  test('is cancelled, and everybody else is turned away', async () => {
    const id = await stricter()
    const { jobId } = await askImpact(drafter, { id, years: [String(YEAR)] }, RULES_NOW)
    await expect(cancelImpact(county, { id: jobId }, RULES_NOW)).rejects.toMatchObject({ expected: { code: 'forbidden' } })
    await expect(readImpactGroups(county, jobId)).rejects.toMatchObject({ expected: { code: 'forbidden' } })
    await expect(askImpact(short.actor, { id, years: [String(YEAR)] }, RULES_NOW)).rejects.toMatchObject({
      expected: { code: 'forbidden' },
    })
    const search = { direction: null, region: '', employer: null }
    await expect(exportImpact(county, jobId, search, FORMS, RULES_NOW.now)).rejects.toMatchObject({ expected: { code: 'forbidden' } })
    await expect(exportImpact(drafter, id, search, FORMS, RULES_NOW.now)).rejects.toMatchObject({ expected: { code: 'not_found' } })
    await cancelImpact(publisher, { id: jobId }, RULES_NOW)
    await runAll()
    expect(await readJob(drafter, id, jobId)).toMatchObject({ standing: 'cancelled', done: 0 })
  })
})

test('a year in which people are certified is not given other rules', async () => {
  const person = await makePerson(null)
  await makeRegistered(person, county, 'exam', { ...EXAM, completedOn: '2023-09-01' })
  await requestYear(person.actor, { year: 2023 }, { now: noon('2025-11-08') })
  const { id: yearId } = await yearOf(person, 2023)
  await certifyYears(county, { year: [yearId], confirmed: [], reason: '' }, { now: noon('2025-11-09') })
  const id = await stricter(2022)
  const attempt = publishDraft(
    publisher,
    { id, version: (await versionOf(id)).version, effectiveYear: 2022, certifiedStay: 'yes' },
    RULES_NOW,
  )
  await expect(attempt).rejects.toMatchObject({ expected: { refusals: [{ code: 'unsound', detail: { problems: 1 } }] } })
  const { draftStanding } = await import('@/lib/server/rule-draft/draft-problems')
  const { findRuleSetRow } = await import('@/lib/server/rule-set/rule-set-row')
  const row = await findRuleSetRow(id)
  if (!row) throw new Error('no draft')
  expect((await draftStanding(row)).problems).toEqual([{ code: 'year_certified', at: 'fromYear', values: { year: '2023', people: 1 } }])
})

test('publishing recounts what is not certified, tells whoever’s hours changed, and leaves the certified as they are', async () => {
  await requestYear(certified.actor, { year: 2024 }, { now: noon('2025-11-08') })
  const old = await yearOf(certified, 2024)
  await certifyYears(county, { year: [old.id], confirmed: [], reason: '' }, { now: noon('2025-11-09') })
  const kept = await yearOf(certified, 2024)
  const certificates = await db.certificate.findMany({ where: { personId: certified.personId } })

  // In the very year of the new rules one is certified already: that they stay as they are is to be confirmed.
  await requestYear(untouched.actor, { year: YEAR }, { now: noon('2025-11-08') })
  await certifyYears(county, { year: [(await yearOf(untouched)).id], confirmed: [], reason: '' }, { now: noon('2025-11-09') })
  const late = await yearOf(untouched)

  const id = await stricter()
  const publish = async (certifiedStay: 'yes' | null) =>
    publishDraft(publisher, { id, version: (await versionOf(id)).version, effectiveYear: YEAR, certifiedStay }, RULES_NOW)
  await expect(publish(null)).rejects.toMatchObject({ expected: { fields: { certifiedStay: { values: { year: '2025', people: 1 } } } } })
  await publish('yes')
  const { code } = await versionOf(id)
  await runAll()

  expect(await yearOf(exact)).toMatchObject({ ruleSet: code, met: false, state: 'open' })
  expect(Number((await yearOf(exact)).total)).toBe(80)
  expect(Number((await yearOf(short)).total)).toBe(30)
  // Fell below: the request is gone, and the person is told of both.
  expect(await yearOf(requested)).toMatchObject({ ruleSet: code, met: false, state: 'open', dueOn: null })
  expect(await db.notification.count({ where: { personId: requested.personId, kind: 'drop' } })).toBe(1)
  for (const person of [short, exact, requested]) {
    expect(await noticesOf(person)).toHaveLength(1)
  }
  expect((await noticesOf(exact))[0]?.data).toMatchObject({
    year: YEAR,
    ruleSet: code,
    before: { total: 90, professional: 60 },
    after: { total: 80, professional: 60 },
  })

  expect(await yearOf(certified, 2024)).toEqual(kept)
  expect(await db.certificate.findMany({ where: { personId: certified.personId } })).toEqual(certificates)
  expect(await yearOf(untouched)).toEqual(late)
  expect(await noticesOf(untouched)).toEqual([])
  expect(await noticesOf(certified)).toEqual([])

  const mine = await readMyYear(exact.actor, YEAR, RULES_NOW.now)
  expect(JSON.stringify(mine)).toContain(code)
  const theirs = await readMyYear(certified.actor, 2024, RULES_NOW.now)
  expect(JSON.stringify(theirs)).toContain('anhui-2025')
  expect(JSON.stringify(theirs)).not.toContain(code)
  expect(await verifyChains()).toEqual([])
  expect(await recountLedgers()).toEqual([])

  // Run once more, it finds nothing to do and tells nobody again.
  await db.job.updateMany({ where: { ruleSetId: id, kind: 'recompute' }, data: { finishedAt: null, leasedUntil: null, total: null } })
  await runAll()
  expect(await noticesOf(exact)).toHaveLength(1)
})
