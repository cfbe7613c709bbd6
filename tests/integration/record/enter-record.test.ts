import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/server/database/db'
import { appealRecord } from '@/lib/server/objection/appeal-record'
import { disownRecord, escalateRecord, withdrawRecord } from '@/lib/server/record/act-on-own-record'
import { addEvidence } from '@/lib/server/record/draft/add-evidence'
import { createDraft } from '@/lib/server/record/draft/create-draft'
import { saveDraft } from '@/lib/server/record/draft/save-draft'
import { type StepInput, saveStep } from '@/lib/server/record/draft/save-step'
import { readMyRecords } from '@/lib/server/record/read-my-records'
import { readRecord } from '@/lib/server/record/read-record'
import { rejectRecords, returnRecords } from '@/lib/server/record/review/decide-records'
import { submitRecord } from '@/lib/server/record/submit-record'
import { inventedProof } from '@/prisma/seed/demo/proof'
import { seedReference } from '@/prisma/seed/reference'
import { type MadePerson, makeBureau, makeEmployer, makeOfficer, makePerson, noon } from '@/tests/builders/city'
import { CORE_PAPER, EXAM, elsewhere, makeRegistered } from '@/tests/builders/credited'
import { expected, refusals } from '@/tests/support/expected'

const on = (day: string) => ({ now: noon(day) })
const today = on('2025-11-05')
const TRAINING = {
  subject: 'public' as const,
  title: '法律法规培训班',
  assessment: '合格',
  organizer: '市人社局',
  startedOn: '2025-04-07',
  completedOn: '2025-04-08',
  details: { days: 2 },
}
const page = (id: string, step: StepInput['step'], fields: Partial<StepInput>) => ({ id, step, from: 'form', ...fields }) as StepInput
const recordOf = (id: string) => db.hourRecord.findUniqueOrThrow({ where: { id } })

beforeAll(async () => {
  await seedReference(db)
})

async function draftOf(person: MadePerson, content: Parameters<typeof createDraft>[1]['content'] = TRAINING): Promise<string> {
  const { id } = await createDraft(person.actor, { category: 'training', content }, today)
  await addEvidence(person.actor, { recordId: id, fileName: '结业证书.pdf', bytes: inventedProof(id) }, today)
  return id
}

/** A unit with an officer, and a person working there. */
async function staffed(more: Parameters<typeof makeEmployer>[0] = {}) {
  const unit = await makeEmployer(more)
  const officer = await makeOfficer(unit, await makePerson(unit, '李明'))
  return { unit, officer, person: await makePerson(unit) }
}

describe('who checks a record', () => {
  test('the employer, where it has an officer besides the person', async () => {
    const { unit, person } = await staffed()
    const id = await draftOf(person)
    expect(await submitRecord(person.actor, { id }, today)).toEqual({ id, path: 'employer' })
    expect(await recordOf(id)).toMatchObject({
      state: 'submitted',
      path: 'employer',
      organizationId: unit.id,
      regionCode: '341202',
      unitLevel: 'county',
      dueOn: null,
      firstSubmittedAt: today.now,
      waitingSince: today.now,
    })
  })

  test('the bureau, where the person is the only officer', async () => {
    const unit = await makeEmployer()
    const person = await makePerson(unit)
    await makeOfficer(unit, person)
    const id = await draftOf(person)
    expect((await submitRecord(person.actor, { id }, today)).path).toBe('bureau')
  })

  test('the bureau of the county for a freelancer, with five working days', async () => {
    const person = await makePerson(null)
    const id = await draftOf(person)
    await submitRecord(person.actor, { id }, today)
    expect(await recordOf(id)).toMatchObject({ path: 'bureau', regionCode: '341202', organizationId: null, dueOn: new Date('2025-11-12') })
  })

  test('the city bureau is competent for a municipal unit', async () => {
    const { person } = await staffed({ unitLevel: 'municipal' })
    const id = await draftOf(person)
    await submitRecord(person.actor, { id }, today)
    expect(await recordOf(id)).toMatchObject({ path: 'employer', regionCode: '341200', unitLevel: 'municipal' })
  })

  test('the employment that holds on the day decides', async () => {
    const { person } = await staffed()
    await db.employment.updateMany({ where: { personId: person.personId }, data: { untilOn: new Date('2025-11-04') } })
    const id = await draftOf(person)
    expect((await submitRecord(person.actor, { id }, today)).path).toBe('bureau')
  })
})

describe('what is handed in', () => {
  test('the line as it stands, and a snapshot in the event', async () => {
    const person = await makePerson(null)
    const id = await draftOf(person)
    await submitRecord(person.actor, { id }, today)
    const record = await recordOf(id)
    expect(Number(record.hours)).toBe(12)
    expect(record.line).toMatchObject({ id, hours: 12, counted: 12, outcome: 'counted', clause: 'M12.10' })
    expect(record.ruleSet).toBe('anhui-2025')
    const event = await db.event.findFirstOrThrow({ where: { streamId: id, event: 'submit' } })
    expect(event.data).toMatchObject({ content: { title: '法律法规培训班', days: 2 }, evidence: [expect.any(String)] })
  })

  test('worth nothing where a gate stops it', async () => {
    const person = await makePerson(null)
    const id = await draftOf(person, { ...TRAINING, subject: 'professional' })
    await submitRecord(person.actor, { id }, today)
    expect(Number((await recordOf(id)).hours)).toBe(0)
  })

  test('nothing without evidence, nor without what M15 asks for', async () => {
    const person = await makePerson(null)
    const { id } = await createDraft(person.actor, { category: 'exam', content: { title: '资格考试' } }, today)
    expect(await refusals(submitRecord(person.actor, { id }, today))).toEqual(['evidence_missing', 'fields_missing'])
    expect((await recordOf(id)).state).toBe('draft')
  })

  test('public study of early 2026 waits for the choice of its year', async () => {
    const person = await makePerson(null)
    const inSpring = on('2026-03-02')
    const { id } = await createDraft(
      person.actor,
      { category: 'training', content: { ...TRAINING, startedOn: '2026-02-03', completedOn: '2026-02-04' } },
      inSpring,
    )
    await addEvidence(person.actor, { recordId: id, fileName: 'a.pdf', bytes: inventedProof(id) }, inSpring)
    expect(await refusals(submitRecord(person.actor, { id }, inSpring))).toEqual(['year_unchosen'])
    expect(await expected(saveStep(person.actor, page(id, 'year', { year: '2024' }), inSpring))).toMatchObject({
      fields: { year: { key: 'choose' } },
    })
    expect((await saveStep(person.actor, page(id, 'year', { year: '2025' }), inSpring)).next).toBe('evidence')
    await submitRecord(person.actor, { id }, inSpring)
    expect((await recordOf(id)).year).toBe(2025)
  })

  test('the content that was seen: a draft changed since is not handed in', async () => {
    const person = await makePerson(null)
    const id = await draftOf(person)
    const { version } = await recordOf(id)
    await saveDraft(person.actor, { id, content: { title: '改过的名称' } }, today)
    expect((await expected(submitRecord(person.actor, { id, version }, today))).code).toBe('conflict')
  })

  test('twice: the second is told that it cannot be', async () => {
    const person = await makePerson(null)
    const id = await draftOf(person)
    const both = await Promise.allSettled([submitRecord(person.actor, { id }, today), submitRecord(person.actor, { id }, today)])
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await db.event.count({ where: { streamId: id, event: 'submit' } })).toBe(1)
    expect(await refusals(submitRecord(person.actor, { id }, today))).toEqual(['not_from_here'])
  })
})

describe('what may be typed', () => {
  test.each(['C# 语言 <script>alert(1)</script>', '急救🚑培训', '𬭎㛃䶮进修班', '  前后有空格  '])(
    'the title %s stays as it is',
    async (title) => {
      const person = await makePerson(null)
      const { id } = await createDraft(person.actor, { category: 'training' }, today)
      await saveStep(person.actor, page(id, 'about', { title, organizer: '单位', place: '', assessment: '合格' }), today)
      expect((await recordOf(id)).title).toBe(title.trim())
    },
  )

  test.each([
    ['0 days', { days: '0' }, { days: { key: 'out_of_bounds', values: { least: 0.5, most: 366 } } }],
    ['400 days', { days: '400' }, { days: { key: 'out_of_bounds', values: { least: 0.5, most: 366 } } }],
    ['a third of a day', { days: '1.3' }, { days: { key: 'step', values: { step: 0.5 } } }],
    [
      'more days than there are',
      { days: '3' },
      { days: { key: 'days_exceed', values: { from: '2025-04-07', to: '2025-04-08', most: 2 } } },
    ],
    ['the end first', { startedOn: '2025-04-09' }, { startedOn: { key: 'order', values: { end: '2025-04-08' } } }],
    ['no such day', { completedOn: '2025-02-30' }, { completedOn: { key: 'date' } }],
    ['tomorrow', { completedOn: '2025-11-06' }, { completedOn: { key: 'future' } }],
    ['a year that is not open', { startedOn: '2019-04-07', completedOn: '2019-04-08' }, { completedOn: { key: 'year_closed' } }],
    [
      'everything empty',
      { startedOn: '', completedOn: '', days: '' },
      { startedOn: { key: 'required' }, completedOn: { key: 'required' }, days: { key: 'required' } },
    ],
  ])('%s is refused at its field', async (_, fields, problems) => {
    const person = await makePerson(null)
    const { id } = await createDraft(person.actor, { category: 'training', content: { subject: 'public' } }, today)
    const typed = { startedOn: '2025-04-07', completedOn: '2025年4月8日', days: '２', ...fields }
    expect(await expected(saveStep(person.actor, page(id, 'time', typed), today))).toMatchObject({ code: 'invalid', fields: problems })
    expect((await recordOf(id)).completedOn).toBeNull()
  })

  test('what another category has is not taken', async () => {
    const person = await makePerson(null)
    const { id } = await createDraft(person.actor, { category: 'exam' }, today)
    await saveStep(person.actor, page(id, 'time', { completedOn: '2025-06-01', days: '5', creditedIn: '' }), today)
    expect((await recordOf(id)).details).toEqual({})
  })

  test('the pages follow from what was said', async () => {
    const person = await makePerson(null)
    const { id } = await createDraft(person.actor, { category: 'training' }, today)
    const nextAfter = async (step: StepInput['step'], fields: Partial<StepInput>) =>
      (await saveStep(person.actor, page(id, step, fields), today)).next
    expect(await nextAfter('kind', { subject: 'professional' })).toBe('filing')
    expect(await nextAfter('filing', { filingId: 'none' })).toBe('about')
    expect(await nextAfter('about', { title: '急救培训', organizer: '医院', place: '', assessment: '合格' })).toBe('time')
    expect(await nextAfter('time', { startedOn: '2025-04-07', completedOn: '2025-04-08', days: '2' })).toBe('evidence')
    expect(await nextAfter('kind', { subject: 'public' })).toBe('about')
    expect(await nextAfter('time', { startedOn: '2025-04-07', completedOn: '2025-04-08', days: '2' })).toBe('evidence')
  })
})

describe('whose it is', () => {
  test('somebody else finds nothing, whatever they try', async () => {
    const person = await makePerson(null)
    const stranger = await makePerson(null)
    const id = await draftOf(person)
    for (const attempt of [
      () => saveDraft(stranger.actor, { id, content: { title: '别人的' } }, today),
      () => submitRecord(stranger.actor, { id }, today),
      () => withdrawRecord(stranger.actor, { id }, today),
      () => readRecord(stranger.actor, id, today.now),
      () => addEvidence(stranger.actor, { recordId: id, fileName: 'x.pdf', bytes: inventedProof('x') }, today),
    ])
      expect((await expected(attempt())).code).toBe('not_found')
    expect((await readMyRecords(stranger.actor, { q: '', state: null, category: null, year: null, after: null }, today.now)).any).toBe(
      false,
    )
  })

  test('a draft is nobody else’s business, and another county’s record neither', async () => {
    const { person, officer } = await staffed()
    const [own, other] = [await makeBureau('341202'), await makeBureau('341203')]
    const id = await draftOf(person)
    expect((await expected(readRecord(officer, id, today.now))).code).toBe('not_found')
    await submitRecord(person.actor, { id }, today)
    expect((await readRecord(officer, id, today.now)).id).toBe(id)
    expect((await readRecord(own, id, today.now)).id).toBe(id)
    expect((await expected(readRecord(other, id, today.now))).code).toBe('not_found')
  })

  test('entered at the counter: the person is told and may say it is not theirs', async () => {
    const clerk = await makeBureau('341202')
    const person = await makePerson(null)
    const { id } = await createDraft(clerk, { category: 'training', personId: person.personId, content: TRAINING }, today)
    await addEvidence(clerk, { recordId: id, fileName: 'a.pdf', bytes: inventedProof(id) }, today)
    await submitRecord(clerk, { id }, today)
    expect(await db.notification.count({ where: { personId: person.personId, kind: 'create' } })).toBe(1)
    expect((await readRecord(person.actor, id, today.now)).actions).toContain('disown')
    await disownRecord(person.actor, { id }, today)
    expect((await recordOf(id)).state).toBe('withdrawn')
  })

  test('another county’s clerk does not enter for them', async () => {
    const clerk = await makeBureau('341203')
    const person = await makePerson(null)
    expect((await expected(createDraft(clerk, { category: 'exam', personId: person.personId }, today))).code).toBe('not_found')
  })

  test('what one entered oneself is not disowned', async () => {
    const person = await makePerson(null)
    const id = await draftOf(person)
    expect(await refusals(disownRecord(person.actor, { id }, today))).toEqual(['not_entered_by_other'])
  })
})

describe('afterwards', () => {
  test('returned, corrected, handed in again: the total elapsed time stays', async () => {
    const { person, officer } = await staffed()
    const id = await draftOf(person)
    await submitRecord(person.actor, { id }, today)
    await returnRecords(officer, { record: [id], reason: '请补考核结果页' }, on('2025-11-06'))
    const back = await readRecord(person.actor, id, noon('2025-11-06'))
    expect(back).toMatchObject({ editable: true, waiting: { for: 'self' } })
    await saveDraft(person.actor, { id, content: { assessment: '合格，90 分' } }, on('2025-11-07'))
    await submitRecord(person.actor, { id }, on('2025-11-07'))
    expect(await recordOf(id)).toMatchObject({ firstSubmittedAt: today.now, waitingSince: noon('2025-11-07') })
    const events = (await readRecord(person.actor, id, noon('2025-11-07'))).events
    expect(events.map((event) => event.event)).toEqual(['create', 'submit', 'return', 'submit'])
    expect(events[2]).toMatchObject({ reason: '请补考核结果页', actorName: '李明' })
  })

  test('silence: after ten working days the person turns to the bureau, not before', async () => {
    const { person } = await staffed()
    const id = await draftOf(person)
    await submitRecord(person.actor, { id }, today)
    expect(await refusals(escalateRecord(person.actor, { id }, on('2025-11-19')))).toEqual(['too_early'])
    expect((await readRecord(person.actor, id, noon('2025-11-19'))).waiting).toMatchObject({
      for: 'employer',
      escalatableFrom: '2025-11-20',
    })
    await escalateRecord(person.actor, { id }, on('2025-11-20'))
    expect((await readRecord(person.actor, id, noon('2025-11-20'))).waiting).toMatchObject({
      for: 'bureau',
      until: '2025-11-27',
      daysLeft: 5,
    })
    expect(await refusals(escalateRecord(person.actor, { id }, on('2025-12-20')))).toContain('already_in_bureau_hands')
  })

  test('an appeal: with a reason, within fifteen working days, once', async () => {
    const { person, officer } = await staffed()
    const id = await draftOf(person)
    await submitRecord(person.actor, { id }, today)
    await rejectRecords(officer, { record: [id], reason: '不是本人' }, on('2025-11-06'))
    expect(await refusals(appealRecord(person.actor, { id, reason: ' ' }, on('2025-11-10')))).toEqual(['reason_missing'])
    expect(await refusals(appealRecord(person.actor, { id, reason: '有证书' }, on('2025-12-01')))).toEqual(['too_late'])
    expect((await readRecord(person.actor, id, noon('2025-11-10'))).waiting.appealUntil).toBe('2025-11-27')
    await appealRecord(person.actor, { id, reason: '有证书' }, on('2025-11-27'))
    expect((await recordOf(id)).state).toBe('appealed')
  })

  test('withdrawn is the end of it', async () => {
    const person = await makePerson(null)
    const id = await draftOf(person)
    await withdrawRecord(person.actor, { id }, today)
    expect(await refusals(saveDraft(person.actor, { id, content: { title: '还想改' } }, today))).toEqual(['not_from_here'])
    expect((await readRecord(person.actor, id, today.now)).actions).toEqual([])
  })

  test('the list says what the year takes of a record, where it takes less', async () => {
    const county = await makeBureau('341202')
    const person = await makePerson(null)
    const [first, second] = [
      await makeRegistered(person, county, 'elsewhere', elsewhere(20)),
      await makeRegistered(person, county, 'paper', CORE_PAPER),
    ]
    await makeRegistered(person, county, 'exam', EXAM)
    const { rows } = await readMyRecords(person.actor, { q: '', state: null, category: null, year: null, after: null }, today.now)
    const of = (id: string) => rows.filter((row) => row.id === id).map(({ hours, counted }) => [hours, counted])
    expect([...of(first), ...of(second)]).toEqual([
      [20, 20],
      [40, 0],
    ])
  })

  test('the list: the last changed first, page by page, by state and words', async () => {
    const person = await makePerson(null)
    for (let n = 1; n <= 23; n += 1) {
      const at = { now: new Date(noon('2025-11-05').getTime() + n * 1000) }
      await createDraft(person.actor, { category: 'training', content: { title: `第${n}期` } }, at)
    }
    const all = { q: '', state: null, category: null, year: null, after: null } as const
    const first = await readMyRecords(person.actor, all, today.now)
    expect(first.rows.map((row) => row.title).slice(0, 2)).toEqual(['第23期', '第22期'])
    expect(first.rows).toHaveLength(20)
    const after = JSON.parse(Buffer.from(first.next ?? '', 'base64url').toString())
    const second = await readMyRecords(person.actor, { ...all, after }, today.now)
    expect(second.rows.map((row) => row.title)).toEqual(['第3期', '第2期', '第1期'])
    expect((await readMyRecords(person.actor, { ...all, q: '第2期' }, today.now)).rows).toHaveLength(1)
    expect((await readMyRecords(person.actor, { ...all, state: 'pending' }, today.now)).rows).toHaveLength(0)
  })
})
