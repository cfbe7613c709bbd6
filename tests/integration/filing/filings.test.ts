import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/types'
import { plainDate } from '@/lib/calendar/plain-date'
import { db } from '@/lib/server/database/db'
import { addFilingFile, removeFilingFile } from '@/lib/server/filing/add-filing-file'
import { approveFiling } from '@/lib/server/filing/approve-filing'
import { refuseFiling, returnFiling } from '@/lib/server/filing/decide-filing'
import { cancelFiling, holdFiling, withdrawChange } from '@/lib/server/filing/end-filing'
import { readFiling } from '@/lib/server/filing/read-filing'
import { readFilingDraft } from '@/lib/server/filing/read-filing-draft'
import { readRegister } from '@/lib/server/filing/read-register'
import { readRegisterEntry } from '@/lib/server/filing/read-register-entry'
import { saveFilingStep } from '@/lib/server/filing/save-filing-step'
import { submitFiling } from '@/lib/server/filing/submit-filing'
import { ExpectedError } from '@/lib/server/input/errors'
import { inventedProof } from '@/prisma/seed/demo/proof'
import { seedReference } from '@/prisma/seed/reference'
import { makeBureau, makePerson, noon } from '@/tests/builders/city'
import { makeRegistered } from '@/tests/builders/credited'
import { makeFiled, makeOffice, type Office, submitWritten, writeFiling } from '@/tests/builders/filings'

let provider: Office
let authority: Office
let bureau: Actor

beforeAll(async () => {
  await seedReference(db)
  provider = await makeOffice('provider', 'provider_officer')
  authority = await makeOffice('authority', 'authority_reviewer')
  bureau = await makeBureau('341200')
})

const on = (day: string) => ({ now: noon(day) })
const stored = (id: string) => db.filing.findUniqueOrThrow({ where: { id } })
const iso = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null

/** What it says was in the way. */
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

describe('a filing is on file when both have agreed', () => {
  test.each([
    ['bureau first', true],
    ['authority first', false],
  ])('%s', async (_name, bureauFirst) => {
    const filing = await submitWritten(provider.actor, authority.id)
    const [first, second] = bureauFirst ? [bureau, authority.actor] : [authority.actor, bureau]
    expect(await approveFiling(first, { filing }, on('2025-11-12'))).toMatchObject({ filed: false })
    expect(await stored(filing)).toMatchObject({
      state: bureauFirst ? 'approved_by_bureau' : 'approved_by_authority',
      number: null,
      approvedOn: null,
    })
    expect(await refusal(approveFiling(first, { filing }, on('2025-11-13')))).toEqual(['not_yours'])
    expect(await approveFiling(second, { filing }, on('2025-11-14'))).toMatchObject({ filed: true })
    const row = await stored(filing)
    expect(row).toMatchObject({ state: 'filed', dueOn: null, number: expect.stringMatching(/^阜继教〔2025〕\d{4}$/) })
    expect([iso(row.bureauApprovedOn), iso(row.authorityApprovedOn), iso(row.approvedOn)]).toEqual(
      bureauFirst ? ['2025-11-12', '2025-11-14', '2025-11-14'] : ['2025-11-14', '2025-11-12', '2025-11-14'],
    )
    expect(await readRegisterEntry(filing)).toMatchObject({ recognition: 'in_time', number: row.number, cancelled: false, changing: false })
  })

  test('of many completed at once each gets a number of its own', async () => {
    const filings = await Promise.all(Array.from({ length: 4 }, () => submitWritten(provider.actor, authority.id)))
    for (const filing of filings) await approveFiling(bureau, { filing }, on('2025-11-12'))
    await Promise.all(filings.map((filing) => approveFiling(authority.actor, { filing }, on('2025-11-12'))))
    const numbers = await db.filing.findMany({ where: { id: { in: filings } }, select: { number: true } })
    expect(new Set(numbers.map(({ number }) => number)).size).toBe(4)
  })

  test('two of the bureau at once: one agrees, the other is told', async () => {
    const filing = await submitWritten(provider.actor, authority.id)
    const answers = await Promise.all([1, 2].map(() => refusal(approveFiling(bureau, { filing }, on('2025-11-12')))))
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(1)
  })

  test('nobody agrees to what they have not seen', async () => {
    const filing = await submitWritten(provider.actor, authority.id)
    const { version } = await stored(filing)
    await approveFiling(authority.actor, { filing, version }, on('2025-11-12'))
    expect(await refusal(approveFiling(bureau, { filing, version }, on('2025-11-12')))).toBe('conflict')
  })

  test('it is not handed in before everything is said', async () => {
    const filing = await writeFiling(provider.actor, authority.id)
    const { fileIds } = await stored(filing)
    await removeFilingFile(provider.actor, { filing, file: fileIds[0] ?? '' }, on('2025-11-10'))
    expect(await refusal(submitFiling(provider.actor, { filing }, on('2025-11-10')))).toEqual(['evidence_missing'])
    expect((await readFilingDraft(provider.actor, filing, noon('2025-11-10'))).missing).toEqual(['file'])
    const words = { content: '', teachers: '', targetGroup: '' }
    expect(await refusal(saveFilingStep(provider.actor, { filing, step: 'content', from: 'form', ...words }, on('2025-11-10')))).toEqual({
      content: { key: 'required' },
      teachers: { key: 'required' },
      targetGroup: { key: 'required' },
    })
    const days = { title: '两天', startsOn: '2025-12-08', endsOn: '2025-12-09', days: '3', hours: '16' }
    expect(await refusal(saveFilingStep(provider.actor, { filing, step: 'what', from: 'form', ...days }, on('2025-11-10')))).toEqual({
      days: { key: 'days_exceed', values: { from: '2025-12-08', to: '2025-12-09', most: 2 } },
    })
    const elsewhere = { place: '报告厅', authorityId: provider.id }
    expect(await refusal(saveFilingStep(provider.actor, { filing, step: 'where', from: 'form', ...elsewhere }, on('2025-11-10')))).toEqual({
      authorityId: { key: 'choose' },
    })
  })

  test('what is not a syllabus by its content is not taken', async () => {
    const filing = await writeFiling(provider.actor, authority.id)
    const bytes = new TextEncoder().encode('MZ not a document')
    expect(await addFilingFile(provider.actor, { filingId: filing, fileName: '大纲.pdf', bytes }, on('2025-11-10'))).toEqual({
      ok: false,
      problem: 'file_type',
    })
  })
})

describe('late', () => {
  test('agreed to while it runs: on file, and what began before is not recognised', async () => {
    const filing = await makeFiled(
      provider.actor,
      { bureau, authority },
      { startsOn: '2025-11-10', endsOn: '2025-11-14', approvedOn: '2025-11-12' },
    )
    expect(await readRegisterEntry(filing)).toMatchObject({ recognition: 'late', approvedOn: '2025-11-12' })
  })

  test('over: it can be sent back or refused, not agreed to', async () => {
    const filing = await submitWritten(provider.actor, authority.id, { startsOn: '2025-11-11', endsOn: '2025-11-12', days: 2 })
    expect(await refusal(approveFiling(bureau, { filing }, on('2025-11-13')))).toEqual(['too_late'])
    await returnFiling(bureau, { filing, reason: '请改期' }, on('2025-11-13'))
    expect(await refusal(submitFiling(provider.actor, { filing }, on('2025-11-13')))).toEqual(['too_late'])
    const later = { title: '改期的培训班', startsOn: '2025-12-11', endsOn: '2025-12-12', days: '2', hours: '16' }
    await saveFilingStep(provider.actor, { filing, step: 'what', from: 'check', ...later }, on('2025-11-13'))
    await submitFiling(provider.actor, { filing }, on('2025-11-13'))
    expect(iso((await stored(filing)).dueOn)).toBe('2025-12-11')
  })
})

describe('sent back and refused', () => {
  test('after a return both are asked again', async () => {
    const filing = await submitWritten(provider.actor, authority.id)
    await approveFiling(bureau, { filing }, on('2025-11-12'))
    expect(await refusal(returnFiling(authority.actor, { filing, reason: ' ' }, on('2025-11-12')))).toEqual(['reason_missing'])
    await returnFiling(authority.actor, { filing, reason: '补充课程表' }, on('2025-11-12'))
    await submitFiling(provider.actor, { filing }, on('2025-11-13'))
    expect(await stored(filing)).toMatchObject({ state: 'submitted', bureauApprovedOn: null, authorityApprovedOn: null })
    await approveFiling(authority.actor, { filing }, on('2025-11-14'))
    expect(await stored(filing)).toMatchObject({ state: 'approved_by_authority', approvedOn: null })
  })

  test('a refusal is for good, and never on the register', async () => {
    const filing = await submitWritten(provider.actor, authority.id)
    await refuseFiling(authority.actor, { filing, reason: '不属于专业科目' }, on('2025-11-12'))
    expect(await refusal(submitFiling(provider.actor, { filing }, on('2025-11-12')))).toEqual(['not_from_here'])
    expect(await refusal(readRegisterEntry(filing))).toBe('not_found')
  })
})

describe('a change of a training on file', () => {
  const moved = { title: '重症监护护理培训班', startsOn: '2025-12-15', endsOn: '2025-12-17', days: '3', hours: '24' }

  async function asked(): Promise<string> {
    const filing = await makeFiled(provider.actor, { bureau, authority })
    await saveFilingStep(provider.actor, { filing, step: 'what', from: 'check', ...moved }, on('2025-11-14'))
    await submitFiling(provider.actor, { filing, reason: '场地检修' }, on('2025-11-14'))
    return filing
  }

  test.each([
    ['bureau first', true],
    ['authority first', false],
  ])('goes through both again, and what is on file holds until then: %s', async (_name, bureauFirst) => {
    const filing = await asked()
    const before = await stored(filing)
    const [first, second] = bureauFirst ? [bureau, authority.actor] : [authority.actor, bureau]
    await approveFiling(first, { filing }, on('2025-11-17'))
    const entry = await readRegisterEntry(filing)
    expect(entry).toMatchObject({ changing: true, recognition: 'in_time', approvedOn: '2025-11-12', content: { startsOn: '2025-12-08' } })
    expect(JSON.stringify(entry)).not.toContain('2025-12-15')
    await approveFiling(second, { filing }, on('2025-11-18'))
    const after = await stored(filing)
    expect(after).toMatchObject({ state: 'filed', number: before.number, change: null, changeBureauApprovedOn: null })
    expect([iso(after.startsOn), iso(after.approvedOn), iso(after.changeApprovedOn)]).toEqual(['2025-12-15', '2025-11-18', '2025-11-18'])
    expect([iso(after.bureauApprovedOn), iso(after.authorityApprovedOn)].sort()).toEqual(['2025-11-17', '2025-11-18'])
    const events = await db.event.findMany({ where: { streamId: filing, event: 'amend' } })
    expect(events[0]?.data).toMatchObject({ content: { startsOn: '2025-12-15' } })
  })

  test('is asked for with a reason, and says something new', async () => {
    const filing = await makeFiled(provider.actor, { bureau, authority })
    expect(await refusal(submitFiling(provider.actor, { filing, reason: '没有改' }, on('2025-11-14')))).toEqual({
      reason: { key: 'nothing_changed' },
    })
    await saveFilingStep(provider.actor, { filing, step: 'what', from: 'check', ...moved }, on('2025-11-14'))
    expect(await refusal(submitFiling(provider.actor, { filing }, on('2025-11-14')))).toEqual(['reason_missing'])
    const past = { ...moved, startsOn: '2025-11-13', endsOn: '2025-11-20' }
    expect(await refusal(saveFilingStep(provider.actor, { filing, step: 'what', from: 'check', ...past }, on('2025-11-14')))).toMatchObject(
      {
        startsOn: { key: 'past_day' },
      },
    )
  })

  test('that is prepared and not handed in is seen by nobody else', async () => {
    const filing = await makeFiled(provider.actor, { bureau, authority })
    await saveFilingStep(provider.actor, { filing, step: 'what', from: 'check', ...moved }, on('2025-11-14'))
    expect((await readFiling(provider.actor, filing, noon('2025-11-14'))).change).toMatchObject({ asked: false })
    expect((await readFiling(bureau, filing, noon('2025-11-14'))).change).toBeNull()
  })

  test.each(['returned', 'refused', 'withdrawn'])('%s, what was filed stands as it was', async (way) => {
    const filing = await asked()
    await approveFiling(bureau, { filing }, on('2025-11-17'))
    const input = { filing, reason: '日期不妥' }
    if (way === 'returned') await returnFiling(authority.actor, input, on('2025-11-18'))
    else if (way === 'refused') await refuseFiling(authority.actor, input, on('2025-11-18'))
    else await withdrawChange(provider.actor, input, on('2025-11-18'))
    const row = await stored(filing)
    expect(row).toMatchObject({ state: 'filed', changeBureauApprovedOn: null, changeApprovedOn: null })
    expect([iso(row.startsOn), iso(row.approvedOn)]).toEqual(['2025-12-08', '2025-11-12'])
    // what came back can be put right and asked for again
    expect(row.change === null).toBe(way !== 'returned')
  })

  test('is agreed to up to its own first day, never later', async () => {
    const filing = await asked()
    await approveFiling(bureau, { filing }, on('2025-12-15'))
    expect(await refusal(approveFiling(authority.actor, { filing }, on('2025-12-16')))).toEqual(['too_late'])
    await withdrawChange(provider.actor, { filing }, on('2025-12-16'))
    await holdFiling(provider.actor, { filing }, on('2025-12-16'))
    expect(await readRegisterEntry(filing)).toMatchObject({ held: true, recognition: 'in_time' })
  })

  test('comes with another syllabus, which takes the place of the first once both have agreed', async () => {
    const filing = await makeFiled(provider.actor, { bureau, authority })
    const [first = ''] = (await stored(filing)).fileIds
    await addFilingFile(provider.actor, { filingId: filing, fileName: '新大纲.pdf', bytes: inventedProof('second') }, on('2025-11-14'))
    await removeFilingFile(provider.actor, { filing, file: first }, on('2025-11-14'))
    expect((await stored(filing)).fileIds).toEqual([first])
    await submitFiling(provider.actor, { filing, reason: '调整课程' }, on('2025-11-14'))
    for (const who of [bureau, authority.actor]) await approveFiling(who, { filing }, on('2025-11-17'))
    const { fileIds } = await stored(filing)
    expect(fileIds).toHaveLength(1)
    expect(fileIds).not.toContain(first)
  })
})

describe('held and cancelled', () => {
  test('held from its last day on', async () => {
    const filing = await makeFiled(provider.actor, { bureau, authority })
    expect(await refusal(holdFiling(provider.actor, { filing }, on('2025-12-09')))).toEqual(['too_early'])
    await holdFiling(provider.actor, { filing }, on('2025-12-10'))
    expect(await refusal(cancelFiling(provider.actor, { filing, reason: '不办了' }, on('2025-12-11')))).toEqual(['not_from_here'])
  })

  test('cancelled: the register says so, and nothing rests on it any more', async () => {
    const filing = await makeFiled(provider.actor, { bureau, authority })
    await cancelFiling(provider.actor, { filing, reason: '报名不足' }, on('2025-11-20'))
    expect(await readRegisterEntry(filing)).toMatchObject({ cancelled: true, recognition: 'cancelled', approvedOn: null })
    const search = { q: '重症', time: null, region: null, after: null }
    const { rows } = await readRegister(search, plainDate('2025-11-20'))
    expect(rows.find(({ id }) => id === filing)).toMatchObject({ recognition: 'cancelled' })
  })

  test('neither changed nor cancelled once hours rest on it', async () => {
    const filing = await makeFiled(provider.actor, { bureau, authority }, { startsOn: '2025-11-14', endsOn: '2025-11-14', days: 1 })
    const attended = {
      ...{ subject: 'professional' as const, title: '重症监护护理培训班', organizer: '基地', assessment: '合格' },
      ...{ startedOn: '2025-11-14', completedOn: '2025-11-14', details: { days: 1 }, filingId: filing },
    }
    const days = { on: '2025-11-15', verifiedOn: '2025-11-17' }
    await makeRegistered(await makePerson(null), await makeBureau('341202'), 'training', attended, days)
    expect(await refusal(cancelFiling(provider.actor, { filing, reason: '不办了' }, on('2025-11-20')))).toEqual(['records_linked'])
    expect((await readFiling(provider.actor, filing, noon('2025-11-20'))).linkedRecords).toBe(1)
  })
})
