import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { plainDate } from '@/lib/calendar/plain-date'
import { db } from '@/lib/server/database/db'
import { addFilingFile } from '@/lib/server/filing/add-filing-file'
import { approveFiling } from '@/lib/server/filing/approve-filing'
import { refuseFiling, returnFiling, verifyFiling } from '@/lib/server/filing/decide-filing'
import { draftFiling } from '@/lib/server/filing/draft-filing'
import { cancelFiling, holdFiling, withdrawChange } from '@/lib/server/filing/end-filing'
import { readFiling } from '@/lib/server/filing/read-filing'
import { readFilingDraft } from '@/lib/server/filing/read-filing-draft'
import { readFilingFile } from '@/lib/server/filing/read-filing-file'
import { readFilingQueue } from '@/lib/server/filing/read-filing-queue'
import { filingsSearch, readFilings } from '@/lib/server/filing/read-filings'
import { saveFilingStep } from '@/lib/server/filing/save-filing-step'
import { submitFiling } from '@/lib/server/filing/submit-filing'
import { ExpectedError } from '@/lib/server/input/errors'
import { seedReference } from '@/prisma/seed/reference'
import { makeBureau, makePerson, noon } from '@/tests/builders/city'
import { makeFiled, makeOffice, officerOf, submitWritten, writeFiling } from '@/tests/builders/filings'

// Who may at all, by name; everybody else tries every read and every act on a filing of county A's provider and is turned away, and nothing
// has changed.

const WHO = [
  'provider',
  'colleague',
  'other provider',
  'employer',
  'authority',
  'other authority',
  'county',
  'other county',
  'city',
  'practitioner',
  'leader',
  'administrator',
  'auditor',
  'visitor',
] as const
type Who = (typeof WHO)[number]

const NOW = { now: noon('2025-11-14') }
const VISITOR: Actor = { accountId: null, personId: null, role: 'visitor', grantId: null, organizationId: null, regionCode: null }
let actors: Record<Who, Actor>
const filings: Record<'draft' | 'submitted' | 'filed' | 'changing', string> = { draft: '', submitted: '', filed: '', changing: '' }
let file: string
let draftFile: string

beforeAll(async () => {
  await seedReference(db)
  const county = { regionCode: '341202', unitLevel: 'county' as const }
  const provider = await makeOffice('provider', 'provider_officer', county)
  const authority = await makeOffice('authority', 'authority_reviewer')
  const bureau = await makeBureau('341202')
  actors = {
    provider: provider.actor,
    colleague: await officerOf(provider.id, 'provider_officer', '341202'),
    'other provider': (await makeOffice('provider', 'provider_officer', county)).actor,
    employer: (await makeOffice('employer', 'employer_officer', county)).actor,
    authority: authority.actor,
    'other authority': (await makeOffice('authority', 'authority_reviewer')).actor,
    county: bureau,
    'other county': await makeBureau('341203'),
    city: await makeBureau('341200'),
    practitioner: (await makePerson(null)).actor,
    leader: (await makeOffice('bureau', 'leader')).actor,
    administrator: (await makeOffice('bureau', 'administrator')).actor,
    auditor: (await makeOffice('bureau', 'auditor')).actor,
    visitor: VISITOR,
  }
  filings.draft = await writeFiling(provider.actor, authority.id)
  filings.submitted = await submitWritten(provider.actor, authority.id)
  filings.filed = await makeFiled(provider.actor, { bureau, authority })
  filings.changing = await makeFiled(provider.actor, { bureau, authority })
  const step = { filing: filings.changing, step: 'where' as const, from: 'check' as const, place: '别处' }
  await saveFilingStep(provider.actor, step, NOW)
  await submitFiling(provider.actor, { filing: filings.changing, reason: '换地方' }, NOW)
  const fileOf = async (id: string) => (await db.filing.findUniqueOrThrow({ where: { id } })).fileIds[0] ?? ''
  file = await fileOf(filings.submitted)
  draftFile = await fileOf(filings.draft)
})

type Row = [name: string, may: readonly Who[], attempt: (actor: Actor) => Promise<unknown>]
const own = ['provider', 'colleague'] as const
const sees = [...own, 'authority', 'county', 'city', 'auditor'] as const
const where = { step: 'where' as const, from: 'form' as const, place: '会议室', authorityId: '' }
const reason = '内容不全'

const READS: readonly Row[] = [
  ['a filing', sees, (actor) => readFiling(actor, filings.submitted, NOW.now)],
  ['a draft', own, (actor) => readFiling(actor, filings.draft, NOW.now)],
  ['the form of a draft', own, (actor) => readFilingDraft(actor, filings.draft, NOW.now)],
  ['its syllabus', sees, (actor) => readFilingFile(actor, file)],
  ["a draft's syllabus", own, (actor) => readFilingFile(actor, draftFile)],
]

const ACTS: readonly Row[] = [
  ['write', own, (actor) => saveFilingStep(actor, { filing: filings.draft, ...where }, NOW)],
  ['prepare a change', own, (actor) => saveFilingStep(actor, { filing: filings.filed, ...where }, NOW)],
  ['add a file', own, (actor) => addFilingFile(actor, { filingId: filings.draft, fileName: 'x', bytes: new Uint8Array() }, NOW)],
  ['submit', own, (actor) => submitFiling(actor, { filing: filings.draft }, NOW)],
  ['cancel', own, (actor) => cancelFiling(actor, { filing: filings.filed, reason }, NOW)],
  ['hold', own, (actor) => holdFiling(actor, { filing: filings.filed }, NOW)],
  ['withdraw a change', own, (actor) => withdrawChange(actor, { filing: filings.changing }, NOW)],
  ['approve', ['authority', 'county'], (actor) => approveFiling(actor, { filing: filings.submitted }, NOW)],
  ['approve a change', ['authority', 'county'], (actor) => approveFiling(actor, { filing: filings.changing }, NOW)],
  ['return', ['authority', 'county'], (actor) => returnFiling(actor, { filing: filings.submitted, reason }, NOW)],
  ['refuse', ['authority', 'county'], (actor) => refuseFiling(actor, { filing: filings.submitted, reason }, NOW)],
  ['verify', ['county'], (actor) => verifyFiling(actor, { filing: filings.submitted }, NOW)],
  [
    'file a training',
    ['provider', 'colleague', 'other provider', 'employer'],
    (actor) =>
      draftFiling(actor, { title: '培训', startsOn: plainDate('2025-12-01'), endsOn: plainDate('2025-12-01'), days: 1, hours: 8 }, NOW),
  ],
]

async function turnedAway(work: Promise<unknown>): Promise<string | null> {
  try {
    await work
    return 'it was allowed'
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error
    const { expected: answer } = error
    if (answer.code === 'not_found' || answer.code === 'forbidden') return null
    // a bureau may write what it entered itself: this it did not
    if (answer.code === 'refused' && answer.refusals.some(({ code }) => code === 'not_yours')) return null
    return JSON.stringify(answer)
  }
}

describe('everybody else is turned away', () => {
  test.each([...READS, ...ACTS])('%s', async (name, may, attempt) => {
    const before = [await db.event.count(), await db.filingFile.count()]
    for (const who of WHO.filter((one) => !may.includes(one))) expect(await turnedAway(attempt(actors[who])), `${who}: ${name}`).toBeNull()
    expect([await db.event.count(), await db.filingFile.count()]).toEqual(before)
  })
})

describe('who may is let in', () => {
  test.each(READS)('%s', async (_name, may, attempt) => {
    for (const who of may) await attempt(actors[who])
  })
})

test('a queue holds what is one’s own to decide, a list what is in reach', async () => {
  const search = z.object(filingsSearch).parse({})
  for (const who of WHO) {
    const queue = JSON.stringify(await readFilingQueue(actors[who], { q: '', after: null }, NOW.now))
    const list = JSON.stringify(await readFilings(actors[who], search, NOW.now))
    expect(queue.includes(filings.submitted), `${who} queue`).toBe(who === 'authority' || who === 'county')
    expect(queue.includes(filings.draft), `${who} queue`).toBe(false)
    expect(list.includes(filings.submitted), `${who} list`).toBe((sees as readonly Who[]).includes(who))
    expect(list.includes(filings.draft), `${who} list`).toBe((own as readonly Who[]).includes(who))
  }
  const elsewhere = await readFilingQueue(actors.city, { q: '', after: null, region: '341202' }, NOW.now)
  expect(JSON.stringify(elsewhere)).toContain(filings.submitted)
})
