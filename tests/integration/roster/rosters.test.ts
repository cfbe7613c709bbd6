import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/types'
import { db } from '@/lib/server/database/db'
import { newId } from '@/lib/server/database/ids'
import { readEvidence } from '@/lib/server/evidence/read-evidence'
import { readNotifications } from '@/lib/server/notification/read-notifications'
import { disownRecord } from '@/lib/server/record/act-on-own-record'
import { createDraft } from '@/lib/server/record/draft/create-draft'
import { removeEvidence } from '@/lib/server/record/draft/remove-evidence'
import { saveDraft } from '@/lib/server/record/draft/save-draft'
import { readRecord } from '@/lib/server/record/read-record'
import { verifyRecords } from '@/lib/server/record/review/decide-records'
import { submitRecord } from '@/lib/server/record/submit-record'
import { addRosterRow } from '@/lib/server/roster/add-roster-row'
import { confirmRoster } from '@/lib/server/roster/confirm-roster'
import { discardRoster } from '@/lib/server/roster/discard-roster'
import { lineOfProof, readAttendance } from '@/lib/server/roster/read-attendance'
import { readRoster } from '@/lib/server/roster/read-roster'
import { removeRosterRow } from '@/lib/server/roster/remove-roster-row'
import { takeBackRoster } from '@/lib/server/roster/take-back-roster'
import { uploadRoster } from '@/lib/server/roster/upload-roster'
import { writeProblems, writeTemplate } from '@/lib/server/roster/write-files'
import { openWorkbook } from '@/lib/server/workbook/open-workbook'
import type { NewSheet } from '@/lib/server/workbook/write-workbook'
import { seedReference } from '@/prisma/seed/reference'
import { makeBureau, makeEmployer, makeOfficer, makePerson, noon } from '@/tests/builders/city'
import { makeNumbered, makeProvider, makeTraining, type Numbered, rosterFile } from '@/tests/builders/trainings'
import { atOnce } from '@/tests/support/barrier'
import { expected, refusals } from '@/tests/support/expected'

const NOW = { now: noon('2025-11-18') }
const SEARCH = { show: null, roster: null, after: null }

let provider: Awaited<ReturnType<typeof makeProvider>>
let officer: Actor
let training: string
let wang: Numbered
let li: Numbered

beforeAll(async () => {
  await seedReference(db)
})

beforeEach(async () => {
  provider = await makeProvider()
  officer = provider.officer
  training = await makeTraining(provider)
  wang = await makeNumbered(null, '王丽萍')
  li = await makeNumbered(null, '李娜')
})

async function upload(rows: NewSheet['rows'], { actor = officer, filing = training, fileName = '名册.xlsx' } = {}) {
  return uploadRoster(actor, { filing, fileName, bytes: await rosterFile(rows), locale: 'zh-CN' }, NOW)
}

const rowOf = ({ name, number }: Numbered, days: number | string = 5, result = '合格') => [name, number, days, result, null]
const page = (actor = officer) => readRoster(actor, training, SEARCH, NOW.now)

async function confirmed(...rows: NewSheet['rows'][number][]): Promise<string> {
  await upload(rows)
  const { draft } = await page()
  await confirmRoster(officer, { roster: draft?.id ?? '', version: draft?.version ?? 0 }, NOW)
  return draft?.id ?? ''
}

const recordOf = (person: Numbered, filingId = training) =>
  db.hourRecord.findFirstOrThrow({ where: { personId: person.personId, filingId }, orderBy: { createdAt: 'desc' } })

describe('a file becomes a draft', () => {
  test('with every row that is wrong named, and nobody told', async () => {
    const unknown = await makeNumbered(null, '无此人')
    await db.person.update({ where: { id: unknown.personId }, data: { idNumberIndex: new Uint8Array(32).fill(7) } })
    expect(await upload([rowOf(wang), rowOf(unknown), ['李四', li.number, 5, '合格', null], rowOf(li, 9)])).toMatchObject({ ok: true })
    const shown = await page()
    expect(shown.draft).toMatchObject({ source: 'file', fileName: '名册.xlsx', rows: 4, wrong: 3, noted: 0 })
    expect(shown.lines.map(({ line, problems }) => [line, problems.map(({ code }) => code)])).toEqual([
      [3, ['person_unknown']],
      [4, ['number_twice', 'name_differs']],
      [5, ['days_more', 'number_twice']],
    ])
    expect(await refusals(confirmRoster(officer, { roster: shown.draft?.id ?? '', version: 1 }, NOW))).toEqual(['rows_wrong'])
    expect(await db.hourRecord.count({ where: { filingId: training } })).toBe(0)
    expect(await db.notification.count({ where: { personId: wang.personId } })).toBe(0)
  })

  test('and no ID number is anywhere in it', async () => {
    await upload([rowOf(wang), ['李娜', `${li.number.slice(0, 17)}#`, 5, '合格', null]], { fileName: `${wang.number}的名册.xlsx` })
    const kept = JSON.stringify([await db.roster.findMany(), await db.rosterRow.findMany(), await db.event.findMany()])
    expect(kept).not.toContain(wang.number)
    expect(kept).not.toContain(li.number.slice(0, 17))
    expect(JSON.stringify(await page())).not.toContain(wang.number.slice(4, 15))
  })

  test('a new file takes the place of the draft; of two at once one is told of the other', async () => {
    await upload([rowOf(wang)])
    await upload([rowOf(li)])
    expect((await page()).lines.map(({ name }) => name)).toEqual(['李娜'])
    const both = await atOnce(
      () => upload([rowOf(wang)]),
      () => upload([rowOf(li)]),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await db.roster.count({ where: { filingId: training, state: 'draft' } })).toBe(1)
  })

  test('what is wrong can be downloaded, and the template can be filled in and read', async () => {
    await upload([rowOf(wang, 9)])
    const id = (await page()).draft?.id ?? ''
    const problems = await openWorkbook((await writeProblems(officer, id, 'zh-CN')).bytes, { mostRows: 10 })
    expect(problems.ok && problems.cells[1]?.slice(0, 4)).toEqual([2, '参加天数', '最多 5 天', '王丽萍'])
    expect(JSON.stringify(problems)).not.toContain(wang.number)
    for (const locale of ['zh-CN', 'en'] as const) {
      const { bytes } = await writeTemplate(officer, training, locale)
      expect(await uploadRoster(officer, { filing: training, fileName: 'x', bytes, locale: 'zh-CN' }, NOW)).toMatchObject({
        problem: 'no_rows',
      })
    }
  })

  test.each([
    ['a training that is not over', { startsOn: '2025-11-17', endsOn: '2025-11-19' }, 'too_early'],
    ['a training that is not filed', { state: 'submitted' as const, approvedOn: null }, 'training_not_filed'],
    ['a cancelled training', { state: 'cancelled' as const }, 'training_not_filed'],
  ])('not of %s', async (_what, more, code) => {
    const filing = await makeTraining(provider, more)
    expect(await refusals(upload([rowOf(wang)], { filing }))).toEqual([code])
    expect(
      await refusals(
        addRosterRow(officer, { filing, name: wang.name, number: wang.number, days: '1', result: '合格', completedOn: '' }, NOW),
      ),
    ).toEqual([code])
  })

  test('on its last day it can', async () => {
    expect(
      await upload([rowOf(wang, 1)], { filing: await makeTraining(provider, { startsOn: '2025-11-17', endsOn: '2025-11-18' }) }),
    ).toMatchObject({ ok: true })
  })

  test('not for a year that is closed', async () => {
    const filing = await makeTraining(provider, { startsOn: '2024-10-14', endsOn: '2024-10-18' })
    expect(await upload([rowOf(wang)], { filing })).toEqual({ ok: false, problem: 'year_closed', at: '2024' })
  })
})

describe('by hand', () => {
  const typed = (person: Numbered, more: object = {}) => ({
    ...{ filing: training, name: person.name, number: person.number, days: '2.5', result: '合格', completedOn: '' },
    ...more,
  })

  test('one begins a draft and adds to it, and takes off what was typed', async () => {
    await addRosterRow(officer, typed(wang), NOW)
    await addRosterRow(officer, typed(li), NOW)
    const { draft, lines } = await page()
    expect(draft).toMatchObject({ source: 'hand', rows: 2, version: 2 })
    expect(lines.map(({ line, days, byHand }) => [line, days, byHand])).toEqual([
      [1, '2.5', true],
      [2, '2.5', true],
    ])
    await removeRosterRow(officer, { row: lines[0]?.id ?? '' }, NOW)
    expect((await page()).draft).toMatchObject({ rows: 1, version: 3 })
  })

  test('what is wrong is said where it was typed, and nothing is added', async () => {
    expect(await expected(addRosterRow(officer, typed(wang, { days: '6', name: '王丽' }), NOW))).toEqual({
      code: 'invalid',
      fields: {
        name: { key: 'roster.name_differs' },
        days: { key: 'roster.days_more', values: { most: 5, days: 6 } },
      },
    })
    await addRosterRow(officer, typed(wang), NOW)
    expect(await expected(addRosterRow(officer, typed(wang), NOW))).toMatchObject({ fields: { number: { key: 'roster.number_twice' } } })
    expect((await page()).draft?.rows).toBe(1)
  })

  test('a row of the file is not taken off by hand: the file is taken whole or not at all', async () => {
    await upload([rowOf(wang)])
    const [line] = (await page()).lines
    expect(await expected(removeRosterRow(officer, { row: line?.id ?? '' }, NOW))).toEqual({ code: 'not_found' })
  })

  test('a row added meanwhile keeps the draft from being confirmed as it was seen', async () => {
    await upload([rowOf(wang)])
    const { draft } = await page()
    await addRosterRow(officer, typed(li), NOW)
    const late = confirmRoster(officer, { roster: draft?.id ?? '', version: draft?.version ?? 0 }, NOW)
    expect((await expected(late)).code).toBe('conflict')
    expect(await db.hourRecord.count({ where: { filingId: training } })).toBe(0)
  })
})

describe('confirmed', () => {
  test('every row is a draft of its person, with filing and proof, and the person is told', async () => {
    await confirmed(rowOf(wang, 4), rowOf(li, '2.5', '良好'))
    const record = await recordOf(wang)
    expect(record).toMatchObject({
      state: 'draft',
      category: 'training',
      subject: 'professional',
      year: 2025,
      title: '专业技术人员知识产权研修班',
      assessment: '合格',
      filingId: training,
      createdBy: officer.accountId,
      createdRole: 'provider_officer',
      details: { days: 4 },
    })
    const { rows } = await readNotifications(wang.actor, { show: null, after: null })
    expect(rows.map(({ kind, concern }) => [kind, concern.machine, concern.recordId])).toEqual([['confirm', 'roster', record.id]])
    const shown = await readRecord(wang.actor, record.id, NOW.now)
    expect(shown.missing).toEqual([])
    const proof = await readEvidence(wang.actor, shown.evidence[0]?.id ?? '')
    const attendance = await readAttendance(lineOfProof(proof.storageKey) ?? '', 'zh-CN')
    expect(attendance).toMatchObject({ name: '王丽萍', days: 4, trainingDays: 5, line: 2, confirmedOn: '2025-11-18', result: '合格' })
    expect(JSON.stringify(attendance)).not.toContain('李娜')
  })

  test('of two confirmations at once one makes the records', async () => {
    await upload([rowOf(wang), rowOf(li)])
    const { draft } = await page()
    const again = () => confirmRoster(officer, { roster: draft?.id ?? '', version: draft?.version ?? 0 }, NOW)
    const both = await atOnce(again, again)
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await db.hourRecord.count({ where: { filingId: training } })).toBe(2)
    expect(await db.notification.count({ where: { personId: wang.personId } })).toBe(1)
  })

  test('the person accepts: it goes the way of any record, and counts once verified', async () => {
    const bureau = await makeBureau('341202')
    await confirmed(rowOf(wang))
    const { id, version } = await recordOf(wang)
    expect(await submitRecord(wang.actor, { id, version }, NOW)).toEqual({ id, path: 'bureau' })
    await verifyRecords(bureau, { record: [id] }, NOW)
    expect(await recordOf(wang)).toMatchObject({ state: 'registered' })
    expect(Number((await recordOf(wang)).hours)).toBe(30)
    expect(await db.year.findFirstOrThrow({ where: { personId: wang.personId } })).toMatchObject({ year: 2025 })
    expect((await page()).past[0]?.answers).toEqual({ waiting: 0, accepted: 1, disowned: 0 })
  })

  test('a training approved after it began is worth nothing, and the record says so', async () => {
    training = await makeTraining(provider, { approvedOn: '2025-10-14' })
    await confirmed(rowOf(wang))
    const { id } = await recordOf(wang)
    await submitRecord(wang.actor, { id }, NOW)
    expect((await readRecord(wang.actor, id, NOW.now)).line).toMatchObject({ counted: 0, reason: 'filing_missing' })
  })

  test('"not mine": it is withdrawn, and the provider sees who said so', async () => {
    await confirmed(rowOf(wang), rowOf(li))
    await disownRecord(wang.actor, { id: (await recordOf(wang)).id }, NOW)
    const told = await readNotifications(officer, { show: null, after: null })
    expect(told.rows.map(({ kind, personName }) => [kind, personName])).toEqual([['disown', '王丽萍']])
    const { past } = await page()
    expect(past[0]?.answers).toEqual({ waiting: 1, accepted: 0, disowned: 1 })
    const { lines } = await readRoster(officer, training, { ...SEARCH, roster: past[0]?.id ?? null }, NOW.now)
    expect(lines.map(({ name, answer }) => [name, answer])).toEqual([
      ['王丽萍', 'disowned'],
      ['李娜', 'waiting'],
    ])
  })

  test('what the roster says is not changed by whom it is about', async () => {
    await confirmed(rowOf(wang, 3))
    const { id } = await recordOf(wang)
    expect(await expected(saveDraft(wang.actor, { id, content: { details: { days: 5 } } }, NOW))).toMatchObject({
      fields: { days: { key: 'attested' } },
    })
    const [proof] = await db.evidence.findMany({ where: { recordId: id } })
    expect(await expected(removeEvidence(wang.actor, { id: proof?.id ?? '' }, NOW))).toEqual({ code: 'not_found' })
    expect((await recordOf(wang)).details).toEqual({ days: 3 })
  })

  test('who stands on a roster already is not put on another; who entered it gets no second record', async () => {
    await confirmed(rowOf(wang))
    await createDraft(li.actor, { category: 'training', content: { filingId: training, title: '自己登记的' } }, NOW)
    await upload([rowOf(wang), rowOf(li)])
    const shown = await page()
    expect(shown.draft).toMatchObject({ wrong: 1, noted: 1 })
    await upload([rowOf(li)])
    const { draft } = await page()
    expect(await confirmRoster(officer, { roster: draft?.id ?? '', version: draft?.version ?? 0 }, NOW)).toEqual({
      filing: training,
      records: 0,
    })
    expect(await db.hourRecord.count({ where: { personId: li.personId } })).toBe(1)
  })

  test('who is no longer right when it is confirmed is shown in the draft', async () => {
    await upload([rowOf(wang)])
    await db.person.update({ where: { id: wang.personId }, data: { name: '王莉萍' } })
    const { draft } = await page()
    expect(await refusals(confirmRoster(officer, { roster: draft?.id ?? '', version: draft?.version ?? 0 }, NOW))).toEqual(['rows_wrong'])
    expect((await page()).lines[0]?.problems).toEqual([{ code: 'name_differs', column: 'name' }])
  })
})

describe('taken back', () => {
  test('unanswered records are withdrawn with the reason, accepted ones stand, and a right one can follow', async () => {
    const roster = await confirmed(rowOf(wang), rowOf(li))
    await submitRecord(li.actor, { id: (await recordOf(li)).id }, NOW)
    const { past } = await page()
    const input = { roster, version: past[0]?.version ?? 0, reason: '名册有误' }
    expect(await refusals(takeBackRoster(officer, { ...input, reason: ' ' }, NOW))).toEqual(['reason_missing'])
    expect(await takeBackRoster(officer, input, NOW)).toEqual({ filing: training, records: 1 })
    expect((await recordOf(wang)).state).toBe('withdrawn')
    expect((await recordOf(li)).state).toBe('submitted')
    const { rows } = await readNotifications(wang.actor, { show: null, after: null })
    expect(rows.map(({ kind }) => kind)).toContain('take_back')
    expect(await upload([rowOf(wang)])).toMatchObject({ ok: true })
    expect((await page()).draft).toMatchObject({ wrong: 0 })
  })

  test('who accepts at the same moment is first or last, never both', async () => {
    const roster = await confirmed(rowOf(wang))
    const { id } = await recordOf(wang)
    const both = await atOnce<unknown>(
      () => submitRecord(wang.actor, { id }, NOW),
      () => takeBackRoster(officer, { roster, version: 2, reason: '名册有误' }, NOW),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('a draft is thrown away without a trace for anybody', async () => {
    await upload([rowOf(wang)])
    const { draft } = await page()
    await discardRoster(officer, { roster: draft?.id ?? '', version: 1 }, NOW)
    expect((await page()).draft).toBeNull()
    expect(await refusals(confirmRoster(officer, { roster: draft?.id ?? '', version: 2 }, NOW))).toEqual(['not_from_here'])
  })
})

test('nobody but whoever filed the training finds its rosters', async () => {
  const roster = await confirmed(rowOf(wang))
  await upload([rowOf(li)])
  const { draft, lines } = await page()
  const unit = await makeEmployer()
  const strangers = [
    (await makeProvider()).officer,
    await makeOfficer(unit, await makePerson(unit)),
    await makeBureau('341202'),
    wang.actor,
    { ...officer, organizationId: newId() },
  ]
  for (const stranger of strangers) {
    const works = [
      () => upload([rowOf(wang)], { actor: stranger }),
      () => page(stranger),
      () => addRosterRow(stranger, { filing: training, name: 'x', number: li.number, days: '1', result: 'x', completedOn: '' }, NOW),
      () => removeRosterRow(stranger, { row: lines[0]?.id ?? '' }, NOW),
      () => confirmRoster(stranger, { roster: draft?.id ?? '', version: 1 }, NOW),
      () => discardRoster(stranger, { roster: draft?.id ?? '', version: 1 }, NOW),
      () => takeBackRoster(stranger, { roster, version: 2, reason: 'x' }, NOW),
      () => writeProblems(stranger, draft?.id ?? '', 'zh-CN'),
      () => writeTemplate(stranger, training, 'zh-CN'),
    ]
    for (const work of works) expect((await expected(work())).code).toBe('not_found')
  }
})

test('an employer reports the trainings it filed itself', async () => {
  const unit = await makeEmployer()
  const own = await makeOfficer(unit, await makePerson(unit))
  training = await makeTraining({ id: unit.id, officer: own })
  expect(await upload([rowOf(wang)], { actor: own })).toMatchObject({ ok: true })
  const { draft } = await page(own)
  expect(await confirmRoster(own, { roster: draft?.id ?? '', version: 1 }, NOW)).toMatchObject({ records: 1 })
  expect(await recordOf(wang)).toMatchObject({ state: 'draft', createdRole: 'employer_officer' })
})
