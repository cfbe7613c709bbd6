import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai } from '@/lib/calendar/plain-date'
import { db } from '@/lib/server/database/db'
import { newId } from '@/lib/server/database/ids'
import { escapeLike, textParam } from '@/lib/server/input/search'
import { addEvidence } from '@/lib/server/record/draft/add-evidence'
import { createDraft } from '@/lib/server/record/draft/create-draft'
import { type FilingSearch, findFilings } from '@/lib/server/record/draft/find-filings'
import { previewRecord } from '@/lib/server/record/draft/preview-record'
import { readDraft } from '@/lib/server/record/draft/read-draft'
import { removeEvidence } from '@/lib/server/record/draft/remove-evidence'
import { saveDraft } from '@/lib/server/record/draft/save-draft'
import { type StepInput, saveStep } from '@/lib/server/record/draft/save-step'
import { readRecord } from '@/lib/server/record/read-record'
import { returnRecords } from '@/lib/server/record/review/decide-records'
import { readReview } from '@/lib/server/record/review/read-review'
import { submitRecord } from '@/lib/server/record/submit-record'
import { inventedProof } from '@/prisma/seed/demo/proof'
import { seedReference } from '@/prisma/seed/reference'
import { statementsOf } from '@/tests/bench/statements'
import { type MadePerson, makeBureau, makeEmployer, makeOfficer, makePerson, noon } from '@/tests/builders/city'
import { elsewhere, makeHandedIn, makeRegistered } from '@/tests/builders/credited'
import { expected } from '@/tests/support/expected'

const on = (day: string) => ({ now: noon(day) })
const today = on('2025-11-05')
const page = (id: string, step: StepInput['step'], fields: Partial<StepInput>) => ({ id, step, from: 'form', ...fields }) as StepInput
const asked = (more: Partial<FilingSearch>): FilingSearch => ({ q: '', from: null, until: null, after: null, ...more })
const TRAINING = {
  subject: 'professional' as const,
  title: '急救技能培训班',
  organizer: '市人民医院',
  assessment: '合格',
  startedOn: '2025-04-07',
  completedOn: '2025-04-09',
  details: { days: 3 },
}
const warningsOf = async (person: MadePerson, id: string) => (await previewRecord(person.actor, id)).warnings

let county: Actor
let neighbour: Actor

beforeAll(async () => {
  await seedReference(db)
  county = await makeBureau('341202')
  neighbour = await makeBureau('341203')
})

let numbered = 0

async function makeFiling(more: Partial<Parameters<typeof db.filing.create>[0]['data']> = {}): Promise<string> {
  numbered += 1
  const id = newId()
  const unit = await makeEmployer({ name: '市人民医院' })
  const date = (day: string) => new Date(`${day}T00:00:00Z`)
  await db.filing.create({
    data: {
      id,
      state: 'filed',
      number: `阜继教备〔2025〕${numbered}号`,
      providerId: unit.id,
      regionCode: '341202',
      title: '急救技能培训班',
      content: '急救',
      startsOn: date('2025-04-07'),
      endsOn: date('2025-04-09'),
      days: 3,
      bureauApprovedOn: date('2025-03-20'),
      authorityApprovedOn: date('2025-03-25'),
      approvedOn: date('2025-03-25'),
      createdBy: newId(),
      createdAt: noon('2025-03-01'),
      changedAt: noon('2025-03-25'),
      ...more,
    } as never,
  })
  return id
}

async function trainingOf(person: MadePerson, filingId: string | null, more: object = {}): Promise<string> {
  return (await createDraft(person.actor, { category: 'training', content: { ...TRAINING, filingId, ...more } }, today)).id
}

describe('the filing is chosen from the register', () => {
  test('by name, number, organiser and days; what people type means itself', async () => {
    const person = await makePerson(null)
    const [percent, plain] = [await makeFiling({ title: '100%_心肺复苏' }), await makeFiling({ title: '1000心肺复苏' })]
    const { content } = await readDraft(person.actor, await trainingOf(person, null))
    const found = async (more: Partial<FilingSearch>) =>
      (await findFilings(asked(more), content, dateInShanghai(today.now))).rows.map((row) => row.id)
    expect(await found({ q: '100%_心肺' })).toEqual([percent])
    expect(await found({ q: '%' })).toEqual([percent])
    expect(await found({ q: '_' })).toEqual([percent])
    expect(await found({ q: '\\' })).toEqual([])
    expect(await found({ q: '心肺复苏', from: '2025-04-10' as never })).toEqual([])
    expect((await found({ q: '心肺复苏', until: '2025-04-07' as never })).sort()).toEqual([percent, plain].sort())
    expect(await found({ q: textParam().parse('长'.repeat(200)) })).toEqual([])
    expect(escapeLike('a\\b%c_')).toBe('a\\\\b\\%c\\_')
  })

  test('page by page, and unasked those of the record’s own days', async () => {
    const person = await makePerson(null)
    for (let n = 0; n < 12; n += 1)
      await makeFiling({ title: `分页${n}`, startsOn: new Date('2025-06-02'), endsOn: new Date('2025-06-03') })
    const draft = await readDraft(
      person.actor,
      await trainingOf(person, null, { startedOn: '2025-06-03', completedOn: '2025-06-03', details: { days: 1 } }),
    )
    const first = await findFilings(asked({}), draft.content, dateInShanghai(today.now))
    expect([first.rows.length, first.ofThoseDays]).toEqual([10, true])
    const after = JSON.parse(Buffer.from(first.next ?? '', 'base64url').toString())
    const second = await findFilings(asked({ after }), draft.content, dateInShanghai(today.now))
    expect([second.rows.length, second.next]).toEqual([2, null])
    expect(new Set([...first.rows, ...second.rows].map((row) => row.id)).size).toBe(12)
  })

  test('without days of its own the latest that have begun are shown', async () => {
    const person = await makePerson(null)
    const begun = await makeFiling({ title: '已开班', startsOn: new Date('2025-11-05'), endsOn: new Date('2025-11-20') })
    await makeFiling({ title: '未开班', startsOn: new Date('2025-11-06'), endsOn: new Date('2025-11-20') })
    const { id } = await createDraft(person.actor, { category: 'training', content: { subject: 'professional' } }, today)
    const { content } = await readDraft(person.actor, id)
    const { rows, ofThoseDays } = await findFilings(asked({}), content, dateInShanghai(today.now))
    expect([rows[0]?.id, ofThoseDays]).toEqual([begun, false])
  })

  test.each<[string, object, object, object]>([
    [
      'all of it where nothing was said',
      {},
      {},
      { title: '急救技能培训班', organizer: '市人民医院', startedOn: '2025-04-07', completedOn: '2025-04-09', days: 3 },
    ],
    [
      'not what was said',
      {},
      { title: '急救', completedOn: '2025-04-08' },
      { title: '急救', organizer: '市人民医院', startedOn: null, completedOn: '2025-04-08', days: undefined },
    ],
    [
      'not the days of one that is not over',
      { endsOn: new Date('2025-11-06') },
      {},
      { title: '急救技能培训班', startedOn: null, completedOn: null, days: undefined },
    ],
    [
      'not the days of a closed year',
      { startsOn: new Date('2023-11-06'), endsOn: new Date('2023-11-08') },
      {},
      { startedOn: null, completedOn: null },
    ],
    ['from outside the city, who held it', { providerId: null, organizer: '合肥学院', outside: true }, {}, { organizer: '合肥学院' }],
    ['not a place that is too long for a record', { place: '楼'.repeat(101) }, {}, { place: '' }],
  ])('what it says is taken over: %s', async (_, filed, said, expectedContent) => {
    const person = await makePerson(null)
    const { id } = await createDraft(person.actor, { category: 'training', content: { subject: 'professional', ...said } }, today)
    await saveStep(person.actor, page(id, 'filing', { filingId: await makeFiling(filed) }), today)
    const { content } = await readDraft(person.actor, id)
    expect({ ...content, days: content.details.days }).toMatchObject(expectedContent)
  })

  test('one that was refused, cancelled, or never approved is not taken, however it is posted', async () => {
    const person = await makePerson(null)
    const id = await trainingOf(person, null)
    for (const filing of [
      await makeFiling({ state: 'refused', approvedOn: null }),
      await makeFiling({ state: 'cancelled' }),
      await makeFiling({ state: 'submitted', approvedOn: null }),
      newId(),
      'none of ours',
    ])
      expect(await expected(saveStep(person.actor, page(id, 'filing', { filingId: filing }), today))).toMatchObject({
        code: 'invalid',
        fields: { filingId: { key: 'choose' } },
      })
    await saveStep(person.actor, page(id, 'filing', { filingId: await makeFiling() }), today)
  })

  test('what differs is said before submitting, and to the reviewer', async () => {
    const unit = await makeEmployer()
    const person = await makePerson(unit)
    const officer = await makeOfficer(unit, await makePerson(unit, '李明'))
    const filingId = await makeFiling()
    const id = await trainingOf(person, filingId, {
      title: '另一个培训班',
      organizer: '县医院',
      startedOn: '2025-04-08',
      details: { days: 2 },
    })
    expect(await warningsOf(person, id)).toEqual([{ code: 'filing_differs', fields: ['title', 'organizer'] }])
    await addEvidence(person.actor, { recordId: id, fileName: 'a.pdf', bytes: inventedProof(id) }, today)
    await submitRecord(person.actor, { id }, today)
    for (const reviewer of [officer, county])
      expect((await readReview(reviewer, id, today.now)).filing).toMatchObject({
        organizer: '市人民医院',
        bureauApprovedOn: '2025-03-20',
        authorityApprovedOn: '2025-03-25',
        comparison: { matches: { title: 'differs', organizer: 'differs', dates: 'less', days: 'less' }, approval: 'in_time' },
      })
  })

  test('approved after the first day it counts nothing, and that is said with both days', async () => {
    const person = await makePerson(null)
    const id = await trainingOf(person, await makeFiling({ approvedOn: new Date('2025-04-08') }))
    const preview = await previewRecord(person.actor, id)
    expect(preview.line).toMatchObject({ counted: 0, reason: 'filing_missing' })
    expect(preview.warnings).toEqual([{ code: 'filing_late', approvedOn: '2025-04-08', startedOn: '2025-04-07' }])
  })
})

describe('the platform is chosen from the register', () => {
  test('with what its windows say of the day; another code is not taken', async () => {
    const person = await makePerson(null)
    const content = { subject: 'public' as const, completedOn: '2025-06-01', details: { courses: 2 } }
    const { id } = await createDraft(person.actor, { category: 'courseware', content }, today)
    expect((await readDraft(person.actor, id)).steps).toContain('platform')
    expect(await expected(saveStep(person.actor, page(id, 'platform', { platform: 'made-up' }), today))).toMatchObject({
      fields: { platform: { key: 'choose' } },
    })
    await saveStep(person.actor, page(id, 'platform', { platform: 'zjzx-2024' }), today)
    expect((await readDraft(person.actor, id)).platform).toMatchObject({ code: 'zjzx-2024', answer: 'over' })
    await saveStep(person.actor, page(id, 'platform', { platform: 'unlisted' }), today)
    expect((await readDraft(person.actor, id)).platform).toBeNull()
  })
})

describe('the same document once more', () => {
  const paper = (number: string) => ({
    title: '论文',
    assessment: '已发表',
    option: 'core',
    completedOn: '2025-06-01',
    details: { number },
  })

  test.each([
    ['paper', 'https://doi.org/10.9999/AbC-1', '１０．９９９９／abc1', 'doi'],
    ['paper', 'ISSN 1000-100X, 2025, 12(3): 45-50', '1000-100x 第3期45页', 'issn'],
    ['patent', 'ZL 2025 1 9999999.X', 'zl202519999999.x', 'patent'],
    ['award', '皖奖〔2025〕第99号', '皖奖〔2025〕 第99号', 'certificate'],
  ] as const)('a %s: %s is %s', async (category, one, other, kind) => {
    const option = { paper: 'core', patent: 'invention', award: 'national' }[category]
    const [first, second] = [await makePerson(null), await makePerson(null)]
    const own = await makeHandedIn(first, category, { ...paper(one), option })
    const again = await createDraft(first.actor, { category, content: { ...paper(other), option } }, today)
    expect(await warningsOf(first, again.id)).toContainEqual({ code: 'duplicate_own', records: [{ id: own, title: '论文', same: [kind] }] })
    const theirs = await createDraft(second.actor, { category, content: { ...paper(other), option } }, today)
    expect(await warningsOf(second, theirs.id)).toContainEqual({ code: 'duplicate_other', same: [kind] })
  })

  test('of somebody else’s draft nothing is said, and of their record nothing but that there is one', async () => {
    const [first, second] = [await makePerson(null, '孙晓梅'), await makePerson(null)]
    const draft = await createDraft(first.actor, { category: 'paper', content: paper('10.9999/private') }, today)
    const mine = await createDraft(second.actor, { category: 'paper', content: paper('10.9999/private') }, today)
    expect((await warningsOf(second, mine.id)).map(({ code }) => code)).not.toContain('duplicate_other')
    await addEvidence(first.actor, { recordId: draft.id, fileName: 'a.pdf', bytes: inventedProof(draft.id) }, today)
    await submitRecord(first.actor, { id: draft.id }, today)
    const said = JSON.stringify(await warningsOf(second, mine.id))
    expect(said).toContain('duplicate_other')
    for (const secret of [first.personId, draft.id, '孙晓梅']) expect(said).not.toContain(secret)
  })

  test('the reviewer reads which record within reach; beyond it only that there is one', async () => {
    const [here, there] = [await makePerson(null), await makePerson({ ...(await makeEmployer({ regionCode: '341203' })) }, '孙晓梅')]
    const theirs = await makeHandedIn(there, 'paper', paper('10.9999/border'))
    const mine = await makeHandedIn(here, 'paper', paper('10.9999/border'))
    expect((await readReview(county, mine, today.now)).similar).toEqual([{ same: ['doi'], samePerson: false, record: null }])
    expect((await readReview(neighbour, theirs, today.now)).similar).toEqual([{ same: ['doi'], samePerson: false, record: null }])
    const nearer = await makeHandedIn(await makePerson(null, '孙小雨'), 'paper', paper('10.9999/border'))
    expect((await readReview(county, mine, today.now)).similar).toContainEqual({
      same: ['doi'],
      samePerson: false,
      record: expect.objectContaining({ id: nearer, personName: '孙小雨' }),
    })
  })

  test('is found by its index', async () => {
    await db.$executeRawUnsafe('ANALYZE hour_record')
    const plan = await db.$queryRawUnsafe<{ 'QUERY PLAN': string }[]>(
      `EXPLAIN SELECT id FROM hour_record WHERE identifiers && ARRAY['doi:10.9999/border'] AND identifiers <> '{}'`,
    )
    await db.$transaction(async (tx) => {
      await tx.$executeRawUnsafe('SET LOCAL enable_seqscan = off')
      const forced = await tx.$queryRawUnsafe<{ 'QUERY PLAN': string }[]>(
        `EXPLAIN SELECT id FROM hour_record WHERE identifiers && ARRAY['doi:10.9999/border'] AND identifiers <> '{}'`,
      )
      expect(forced.map((row) => row['QUERY PLAN']).join('\n')).toContain('record_identifiers')
    })
    expect(plan.length).toBeGreaterThan(0)
  })
})

describe('a record that would not change the year', () => {
  test('because it is met', async () => {
    const person = await makePerson(null)
    await makeRegistered(person, county, 'elsewhere', elsewhere(90))
    const { id } = await createDraft(
      person.actor,
      { category: 'teaching', content: { ...TRAINING, details: { times: 1, unitApproved: true } } },
      today,
    )
    expect(await warningsOf(person, id)).toEqual([{ code: 'no_change', why: 'met', title: null }])
  })
})

describe('returned and corrected', () => {
  test('the reason stands over the correction; what changed stands beside what is handed in again', async () => {
    const unit = await makeEmployer()
    const person = await makePerson(unit)
    const officer = await makeOfficer(unit, await makePerson(unit, '李明'))
    const id = await trainingOf(person, null, { subject: 'public', title: '培训 11010519491231002X' })
    await addEvidence(person.actor, { recordId: id, fileName: '旧.pdf', bytes: inventedProof('old') }, today)
    await submitRecord(person.actor, { id }, today)
    expect((await readRecord(officer, id, today.now)).events.at(-1)?.changes).toBeNull()
    await returnRecords(officer, { record: [id], reason: '天数不对，请换成绩单' }, on('2025-11-06'))
    const draft = await readDraft(person.actor, id)
    expect(draft.returned).toMatchObject({ reason: '天数不对，请换成绩单', actorName: '李明' })

    await saveDraft(person.actor, { id, content: { title: '培训 13812345678', details: { days: 2 } } }, on('2025-11-07'))
    await removeEvidence(person.actor, { id: draft.evidence[0]?.id ?? '' }, on('2025-11-07'))
    await addEvidence(person.actor, { recordId: id, fileName: '新.pdf', bytes: inventedProof('new') }, on('2025-11-07'))
    await submitRecord(person.actor, { id }, on('2025-11-07'))
    const changes = {
      fields: [
        { field: 'title', from: '培训 1101***********02X', to: '培训 138****5678' },
        { field: 'days', from: 3, to: 2 },
      ],
      added: ['新.pdf'],
      removed: ['旧.pdf'],
    }
    for (const reader of [officer, person.actor])
      expect((await readRecord(reader, id, noon('2025-11-07'))).events.at(-1)?.changes).toEqual(changes)
    const kept = await db.event.findMany({ where: { streamId: id }, select: { data: true } })
    expect(JSON.stringify(kept)).not.toMatch(/11010519491231002X|13812345678/)
    expect((await expected(readDraft(person.actor, id))).code).toBe('not_found')
  })
})

describe('two credit years', () => {
  test('each with what it has and would have', async () => {
    const person = await makePerson(null)
    await makeRegistered(person, county, 'elsewhere', elsewhere(80))
    const spring = on('2026-03-02')
    const content = { ...TRAINING, subject: 'public' as const, startedOn: '2026-02-03', completedOn: '2026-02-04', details: { days: 2 } }
    const { id } = await createDraft(person.actor, { category: 'training', content }, spring)
    expect((await previewRecord(person.actor, id)).years).toMatchObject([
      { year: 2025, counted: 12, before: { total: 80 }, after: { total: 92 }, metBefore: false, metAfter: true },
      { year: 2026, counted: 12, before: { total: 0 }, after: { total: 12 }, metAfter: false },
    ])
  })
})

describe('moved in from another province', () => {
  test.each([
    ['training', '2025-04-09', 'before', 0],
    ['training', '2025-05-09', 'after', 18],
    ['elsewhere', '2025-04-09', 'elsewhere', 20],
  ] as const)('%s of %s is %s and counts %d', async (category, completedOn, kind, counted) => {
    const person = await makePerson(null)
    await db.person.update({ where: { id: person.personId }, data: { transferredInOn: new Date('2025-05-01'), transferredFrom: '江苏省' } })
    const details = category === 'elsewhere' ? { hours: 20, certificate: '苏继教2025-0042' } : { days: 3 }
    const content = { ...TRAINING, subject: 'public' as const, startedOn: completedOn.replace('09', '07'), completedOn, details }
    const { id } = await createDraft(person.actor, { category, content }, today)
    const preview = await previewRecord(person.actor, id)
    expect(preview.transfer).toEqual({ on: '2025-05-01', from: '江苏省', kind })
    expect(preview.line?.counted).toBe(counted)
  })
})

test('handing in takes three round trips, entering three', async () => {
  const person = await makePerson(null)
  await makeHandedIn(person, 'elsewhere', elsewhere(1))
  let id = ''
  const entering = await statementsOf(async () => {
    id = (await createDraft(person.actor, { category: 'training', content: { ...TRAINING, subject: 'public' } }, today)).id
  })
  await addEvidence(person.actor, { recordId: id, fileName: 'a.pdf', bytes: inventedProof(id) }, today)
  const handingIn = await statementsOf(() => submitRecord(person.actor, { id }, today))
  expect([entering.length, handingIn.length]).toEqual([3, 3])
})
