import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/types'
import { db } from '@/lib/server/database/db'
import { newId } from '@/lib/server/database/ids'
import { markRead } from '@/lib/server/notification/mark-read'
import { readNotifications } from '@/lib/server/notification/read-notifications'
import { addEvidence } from '@/lib/server/record/draft/add-evidence'
import { createDraft } from '@/lib/server/record/draft/create-draft'
import { previewRecord } from '@/lib/server/record/draft/preview-record'
import { returnRecords } from '@/lib/server/record/review/decide-records'
import { submitRecord } from '@/lib/server/record/submit-record'
import { claimKey, keepAnswer, releaseKey } from '@/lib/server/web/idempotency'
import { chooseOption } from '@/lib/server/year/choose-option'
import { withdrawRequest } from '@/lib/server/year/move-own-year'
import { readMyOptions } from '@/lib/server/year/read-my-options'
import { readMyYear } from '@/lib/server/year/read-my-year'
import { requestYear } from '@/lib/server/year/request-year'
import { inventedProof } from '@/prisma/seed/demo/proof'
import { seedReference } from '@/prisma/seed/reference'
import { type MadePerson, makeBureau, makeEmployer, makeOfficer, makePerson, noon } from '@/tests/builders/city'
import { CORE_PAPER, EXAM, elsewhere, makeHandedIn, makeRegistered } from '@/tests/builders/credited'
import { expected, refusals } from '@/tests/support/expected'

const on = (day: string) => ({ now: noon(day) })
const today = on('2025-11-10')
const yearOf = (person: MadePerson) => db.year.findUniqueOrThrow({ where: { personId_year: { personId: person.personId, year: 2025 } } })
const codes = (preview: Awaited<ReturnType<typeof previewRecord>>) => preview.warnings.map((warning) => warning.code)

let county: Actor

beforeAll(async () => {
  await seedReference(db)
  county = await makeBureau('341202')
})

describe('my year', () => {
  test('before anything is registered: nothing but the way on', async () => {
    const person = await makePerson(null)
    expect(await readMyYear(person.actor, 2025, today.now)).toMatchObject({
      year: 2025,
      state: null,
      result: { totals: { total: 0 }, shortfall: { total: 90, professional: 60 }, met: false },
      publicUntil: '2026-05-31',
      next: { kind: 'log' },
      registered: [],
    })
    expect(await refusals(requestYear(person.actor, { year: 2025 }, today))).toEqual(['not_met'])
  })

  test('what waits is hatched, and where it suffices the page says whom to wait for', async () => {
    const person = await makePerson(null)
    await makeRegistered(person, county, 'elsewhere', elsewhere(50))
    const id = await makeHandedIn(person, 'elsewhere', elsewhere(40))
    const year = await readMyYear(person.actor, 2025, today.now)
    expect(year.result.totals).toEqual({ total: 50, professional: 50, public: 0 })
    expect(year.waitingHours).toEqual({ total: 40, professional: 40, public: 0 })
    expect(year.next).toMatchObject({ kind: 'wait', recordId: id, hours: 40, waitsFor: 'bureau', until: '2025-11-12' })
    expect(year.registered[0]).toMatchObject({ line: { counted: 50 }, explanation: { rate: 1, quantity: 50, hours: 50 } })
  })

  test('of several that wait the one with which it suffices, the first that is due first', async () => {
    const person = await makePerson(null)
    await makeRegistered(person, county, 'elsewhere', elsewhere(50))
    await makeHandedIn(person, 'elsewhere', elsewhere(10), { on: '2025-11-03' })
    const enough = await makeHandedIn(person, 'elsewhere', elsewhere(30), { on: '2025-11-04' })
    await makeHandedIn(person, 'elsewhere', elsewhere(30), { on: '2025-11-06' })
    expect((await readMyYear(person.actor, 2025, today.now)).next).toMatchObject({ kind: 'wait', recordId: enough })
  })

  test('a returned record comes before everything else', async () => {
    const person = await makePerson(null)
    await makeRegistered(person, county, 'exam', EXAM)
    const id = await makeHandedIn(person, 'elsewhere', elsewhere(10))
    await returnRecords(county, { record: [id], reason: '看不清' }, today)
    expect((await readMyYear(person.actor, 2025, today.now)).next).toMatchObject({ kind: 'correct', recordId: id })
  })

  test('another year than the open ones is not shown', async () => {
    const person = await makePerson(null)
    expect((await readMyYear(person.actor, 1999, today.now)).year).toBe(2025)
  })
})

describe('notifications', () => {
  test('of one’s own records, read up to the one that was shown', async () => {
    const [person, stranger] = [await makePerson(null), await makePerson(null)]
    const id = await makeRegistered(person, county, 'exam', EXAM)
    const all = { show: null, after: null }
    const shown = await readNotifications(person.actor, all)
    expect(shown.rows.map((row) => [row.kind, row.concern.recordId, row.read])).toEqual([['verify', id, false]])
    await markRead(stranger.actor, { until: shown.rows[0]?.id ?? '' }, today)
    expect((await readNotifications(person.actor, all)).unread).toBe(true)
    await markRead(person.actor, { until: shown.rows[0]?.id ?? '' }, today)
    expect(await readNotifications(person.actor, { ...all, show: 'unread' })).toEqual({ rows: [], next: null, unread: false })
    expect((await readNotifications(stranger.actor, all)).rows).toEqual([])
  })
})

describe('the same form twice', () => {
  test('the same key and body give the first answer, another body or another account is refused', async () => {
    const [person, stranger] = [await makePerson(null), await makePerson(null)]
    const key = newId()
    const body = { category: 'exam' }
    expect(await claimKey(key, person.accountId, 'createDraft', body)).toEqual({ first: true })
    const second = claimKey(key, person.accountId, 'createDraft', body)
    await keepAnswer(key, { to: '/my/records/1/edit' })
    expect(await second).toEqual({ first: false, answer: { to: '/my/records/1/edit' } })
    expect((await expected(claimKey(key, person.accountId, 'createDraft', { category: 'award' }))).code).toBe('key_reused')
    expect((await expected(claimKey(key, stranger.accountId, 'createDraft', body))).code).toBe('key_reused')
  })

  test('what failed leaves its key free', async () => {
    const key = newId()
    await claimKey(key, null, 'createDraft', {})
    await releaseKey(key)
    expect(await claimKey(key, null, 'createDraft', { another: 'body' })).toEqual({ first: true })
  })
})

describe('the request', () => {
  test('goes to the county for a freelancer, locks the option, and can be taken back', async () => {
    const person = await makePerson(null)
    const exam = await makeRegistered(person, county, 'exam', EXAM)
    await requestYear(person.actor, { year: 2025 }, today)
    expect(await yearOf(person)).toMatchObject({ state: 'requested', regionCode: '341202', choiceId: exam, requestedAt: today.now })
    expect((await readMyYear(person.actor, 2025, today.now)).next.kind).toBe('certifying')
    expect(await refusals(chooseOption(person.actor, { year: 2025, recordId: exam }, today))).toEqual(['not_from_here'])
    expect(await refusals(requestYear(person.actor, { year: 2025 }, today))).toEqual(['not_from_here'])
    await withdrawRequest(person.actor, { year: 2025 }, today)
    expect(await yearOf(person)).toMatchObject({ state: 'open', regionCode: null, requestedAt: null })
    expect((await readMyYear(person.actor, 2025, today.now)).next.kind).toBe('request')
  })

  test('of a municipal institution goes to the city, after the authority where the unit names one (N6.1)', async () => {
    const authority = await makeEmployer({ name: '市卫健委' })
    const unit = await makeEmployer({ unitLevel: 'municipal' })
    await db.organization.update({ where: { id: unit.id }, data: { authorityId: authority.id } })
    const person = await makePerson(unit)
    const city = await makeBureau('341200')
    await makeRegistered(person, city, 'exam', EXAM)
    await requestYear(person.actor, { year: 2025 }, today)
    expect(await yearOf(person)).toMatchObject({
      regionCode: '341200',
      routeClause: 'N6.1',
      employerId: unit.id,
      authorityId: authority.id,
    })
  })

  test('of a routed series goes to the city (N6.3)', async () => {
    const person = await makePerson(null)
    await db.titleApplication.create({
      data: { id: person.personId, personId: person.personId, year: 2025, titleSeries: '卫生技术', titleLevel: 'deputy_senior' },
    })
    await makeRegistered(person, county, 'exam', EXAM)
    await requestYear(person.actor, { year: 2025 }, today)
    expect(await yearOf(person)).toMatchObject({ regionCode: '341200', routeClause: 'N6.3' })
  })

  test('nobody asks for a stranger, the employer for its own staff', async () => {
    const unit = await makeEmployer()
    const officer = await makeOfficer(unit, await makePerson(unit))
    const [person, stranger] = [await makePerson(unit), await makePerson(null)]
    await makeHandedIn(person, 'exam', EXAM)
    await makeRegistered(stranger, county, 'exam', EXAM)
    expect((await expected(requestYear(person.actor, { year: 2025, personId: stranger.personId }, today))).code).toBe('not_found')
    expect((await expected(requestYear(officer, { year: 2025, personId: stranger.personId }, today))).code).toBe('not_found')
    expect(await refusals(requestYear(officer, { year: 2025, personId: person.personId }, today))).toEqual(['not_met'])
  })

  test('twice at once: one of them', async () => {
    const person = await makePerson(null)
    await makeRegistered(person, county, 'exam', EXAM)
    const both = await Promise.allSettled([
      requestYear(person.actor, { year: 2025 }, today),
      requestYear(person.actor, { year: 2025 }, today),
    ])
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('the option', () => {
  test('each with the year it would make; the choice rewrites the ledger, the highest is the default', async () => {
    const person = await makePerson(null)
    const exam = await makeRegistered(person, county, 'exam', EXAM)
    const paper = await makeRegistered(person, county, 'paper', CORE_PAPER)
    const options = await readMyOptions(person.actor, 2025)
    expect(options).toMatchObject({ locked: false, chosen: false })
    expect(
      options.options.map(({ recordId, hours, met, recommended, selected }) => ({ recordId, hours, met, recommended, selected })),
    ).toEqual([
      { recordId: exam, hours: 90, met: true, recommended: true, selected: true },
      { recordId: paper, hours: 40, met: false, recommended: false, selected: false },
    ])
    // A paper may have won a prize; an examination is what it is. What was entered is not said again.
    const [ofExam, ofPaper] = options.options
    expect(ofExam?.alternatives).toEqual([])
    expect(ofPaper?.alternatives[0]).toMatchObject({ category: 'award', option: 'national', line: { hours: 90 }, met: true })
    expect(ofPaper?.alternatives.map(({ category, option }) => `${category} ${option}`)).not.toContain('paper core')
    // 60 professional, then 30 public either way; one item a year is the examination alone, as it stands.
    expect(options.readings.map(({ setting, totals }) => [setting, totals.professional, totals.total])).toEqual([
      ['same_achievement', 100, 130],
      ['professional_only', 90, 90],
    ])
    await chooseOption(person.actor, { year: 2025, recordId: paper }, today)
    expect(await yearOf(person)).toMatchObject({ choiceId: paper, met: false })
    expect(Number((await yearOf(person)).total)).toBe(40)
    expect((await readMyYear(person.actor, 2025, today.now)).optionsToChoose).toBe(0)
    await chooseOption(person.actor, { year: 2025, recordId: null }, today)
    expect(await yearOf(person)).toMatchObject({ choiceId: null, met: true })
    expect(await db.audit.count({ where: { streamId: person.accountId, act: 'year_choose' } })).toBe(2)
  })

  test('what is no option, or somebody else’s, is not chosen', async () => {
    const person = await makePerson(null)
    await makeRegistered(person, county, 'exam', EXAM)
    const other = await makePerson(null)
    const theirs = await makeRegistered(other, county, 'exam', EXAM)
    expect((await expected(chooseOption(person.actor, { year: 2025, recordId: theirs }, today))).code).toBe('invalid')
    expect((await expected(chooseOption(person.actor, { year: 2026, recordId: null }, today))).code).toBe('not_found')
    expect((await expected(chooseOption(county, { year: 2025, recordId: null }, today))).code).toBe('forbidden')
  })
})

describe('before it is handed in', () => {
  const training = (more: object = {}) => ({
    subject: 'public' as const,
    title: '公需培训',
    assessment: '合格',
    startedOn: '2025-04-07',
    completedOn: '2025-04-09',
    details: { days: 3 },
    ...more,
  })

  test('the hours with their reason, on the year as it stands with all that waits', async () => {
    const person = await makePerson(null)
    await makeHandedIn(person, 'elsewhere', elsewhere(50))
    const { id } = await createDraft(person.actor, { category: 'training', content: training({ subject: 'professional' }) }, today)
    expect(await previewRecord(person.actor, id)).toMatchObject({
      line: { hours: 18, counted: 0, reason: 'filing_missing', clause: 'M12.10', status: 'legible' },
      explanation: { rate: 6, quantity: 3, gate: { reason: 'filing_missing', clause: 'N3.2' } },
      before: { total: 50 },
      after: { total: 50 },
      missing: ['evidence'],
    })
    expect(await previewRecord(person.actor, id, { subject: 'public' })).toMatchObject({
      line: { counted: 18, public: 18 },
      after: { total: 68 },
    })
  })

  test('days in two rooms at once', async () => {
    const person = await makePerson(null)
    await makeHandedIn(person, 'training', training({ title: '同时的培训' }))
    const { id } = await createDraft(
      person.actor,
      { category: 'training', content: training({ startedOn: '2025-04-09', completedOn: '2025-04-11' }) },
      today,
    )
    expect((await previewRecord(person.actor, id)).warnings).toEqual([
      {
        code: 'overlapping_days',
        trainings: [expect.objectContaining({ title: '同时的培训', startedOn: '2025-04-07', completedOn: '2025-04-09' })],
      },
    ])
  })

  test('the same number, or the same file, among one’s own and elsewhere, without saying whose', async () => {
    const [person, other] = [await makePerson(null), await makePerson(null)]
    const paper = {
      title: '第一篇',
      assessment: '已发表',
      option: 'core',
      completedOn: '2025-06-01',
      details: { number: 'DOI 10.1000/ABC-1' },
    }
    await makeHandedIn(person, 'paper', paper)
    const again = await createDraft(
      person.actor,
      { category: 'paper', content: { ...paper, details: { number: 'doi:10.1000/abc1'.replace(':', ' ') } } },
      today,
    )
    expect(codes(await previewRecord(person.actor, again.id))).toContain('duplicate_own')

    const file = inventedProof('the same file')
    for (const one of [person, other]) {
      const { id } = await createDraft(one.actor, { category: 'training', content: training({ title: '各自的' }) }, today)
      await addEvidence(one.actor, { recordId: id, fileName: 'a.pdf', bytes: file }, today)
      const preview = await previewRecord(one.actor, id)
      if (one === other) expect(preview.warnings).toContainEqual({ code: 'duplicate_other', same: ['file'] })
      else await submitRecord(one.actor, { id }, today)
    }
  })

  test('a figure that is not law yet, and hours that change nothing', async () => {
    const person = await makePerson(null)
    await makeHandedIn(person, 'exam', EXAM)
    const { id } = await createDraft(person.actor, { category: 'paper', content: { option: 'core', completedOn: '2025-06-01' } }, today)
    const preview = await previewRecord(person.actor, id)
    expect(preview.line).toMatchObject({ counted: 0, reason: 'another_option_chosen', status: 'provisional' })
    expect(codes(preview)).toEqual(['provisional_figure', 'no_change'])
    expect(preview.warnings[1]).toMatchObject({ why: 'not_chosen', title: '注册会计师全国统一考试' })
    expect(preview.missing).toEqual(['title', 'assessment', 'evidence'])
  })

  test('nothing yet while something is missing', async () => {
    const person = await makePerson(null)
    const { id } = await createDraft(person.actor, { category: 'teaching' }, today)
    expect(await previewRecord(person.actor, id)).toMatchObject({
      line: null,
      missing: ['title', 'assessment', 'completedOn', 'subject', 'times', 'evidence'],
    })
  })
})
