import type { Actor } from '@/lib/access/types'
import { dateInShanghai } from '@/lib/calendar/plain-date'
import type { Category } from '@/lib/rules/types'
import { db } from '@/lib/server/database/db'
import { appealObjection } from '@/lib/server/objection/appeal-objection'
import { appealRecord } from '@/lib/server/objection/appeal-record'
import { confirmObjectionContact } from '@/lib/server/objection/confirm-objection-contact'
import { decideObjection } from '@/lib/server/objection/decide-objection'
import { decideObjectionAppeal } from '@/lib/server/objection/decide-objection-appeal'
import { decideAppeal } from '@/lib/server/objection/decide-record-appeal'
import { raiseObjection } from '@/lib/server/objection/raise-objection'
import { cancelBatch } from '@/lib/server/publicity/cancel-batch'
import { confirmBatch } from '@/lib/server/publicity/confirm-batch'
import { confirmRecords } from '@/lib/server/publicity/confirm-records'
import { openBatch } from '@/lib/server/publicity/open-batch'
import { takeOutOfBatch } from '@/lib/server/publicity/take-out-of-batch'
import { disownRecord, escalateRecord, withdrawRecord } from '@/lib/server/record/act-on-own-record'
import type { ContentChange } from '@/lib/server/record/content'
import { createDraft } from '@/lib/server/record/draft/create-draft'
import { correctRecord } from '@/lib/server/record/review/correct-record'
import { acceptRecords, rejectRecords, returnRecords, verifyRecords } from '@/lib/server/record/review/decide-records'
import { reopenRecord } from '@/lib/server/record/review/reopen-record'
import { revokeRecord } from '@/lib/server/record/review/revoke-record'
import { submitRecord } from '@/lib/server/record/submit-record'
import { certifyYears } from '@/lib/server/year/certify-years'
import { chooseOption } from '@/lib/server/year/choose-option'
import { authorityReview, returnYear, revokeYear } from '@/lib/server/year/decide-years'
import { reopenYear, withdrawRequest } from '@/lib/server/year/move-own-year'
import { requestYear } from '@/lib/server/year/request-year'
import type { RecordState } from '@/lib/workflow/states'
import type { Random } from '@/prisma/seed/demo/random'
import { makeEvidence } from '@/tests/builders/credited'
import type { World } from './world'

const VISITOR: Actor = { accountId: null, personId: null, role: 'visitor', grantId: null, organizationId: null, regionCode: null }
const TEXT = { reason: '材料不全', finding: '经核对，属实' }

interface Given {
  world: World
  random: Random
  now: Date
  codes: string[]
}

export type RandomAct = (given: Given) => Promise<unknown>

let serial = 0

/** Few numbers, so that the same paper comes twice, by the same person and by others, in one year and in the next. */
function contentOf(random: Random, now: Date): [Category, ContentChange] {
  const today = dateInShanghai(now)
  const completedOn = today > '2026-01-10' && random.chance(0.5) ? '2026-01-08' : random.pick(['2025-06-01', '2025-09-01'])
  const common = { assessment: '合格', organizer: '省厅', completedOn }
  const number = String(random.whole(1, 3))
  const details = { hours: random.pick([20, 40, 60, 90]), certificate: '苏继教 2025-17' }
  return random.pick<[Category, ContentChange]>([
    ['paper', { ...common, title: '论文', option: random.pick(['core', 'other']), details: { author: 'first', number } }],
    ['exam', { ...common, title: '考试', details: { number } }],
    ['patent', { ...common, title: '专利', option: 'invention', details: { number } }],
    ['elsewhere', { ...common, title: '外省学时', subject: 'professional', details }],
    ['elsewhere', { ...common, title: '外省学时', subject: 'public', details }],
    ['conference', { ...common, title: '会议', subject: 'professional', option: 'national', details: { presented: false } }],
  ])
}

const NOTHING = '01980000-0000-7000-8000-000000000000'
const pickedSelect = { id: true, version: true, personId: true, regionCode: true, organizationId: true, path: true } as const

interface Picked {
  id: string
  version: number
  personId: string
  regionCode: string | null
  organizationId: string | null
  path: 'employer' | 'bureau' | null
}

/** A record: mostly one from which the act leads somewhere, now and then any. */
async function recordIn({ random }: Given, ...states: RecordState[]): Promise<Picked> {
  const where = random.chance(0.9) ? { state: { in: states } } : {}
  const rows = await db.hourRecord.findMany({
    where,
    select: pickedSelect,
    orderBy: { id: 'desc' },
    take: 40,
  })
  return rows.length > 0 ? random.pick(rows) : { id: NOTHING, version: 1, personId: '', regionCode: null, organizationId: null, path: null }
}

function anyone({ random, world }: Given): Actor {
  return random.pick([
    ...world.officers,
    ...world.reviewers,
    ...world.reviewers,
    world.authority,
    ...world.people.map(({ actor }) => actor),
  ])
}

/** The person whose it is, or now and then somebody else. */
function mostly(given: Given, personId: string): Actor {
  const own = given.world.people.find((person) => person.personId === personId)
  return own && given.random.chance(0.85) ? own.actor : anyone(given)
}

/** An office that may decide on it, as far as its place goes; now and then anybody. */
function decider(given: Given, of?: Pick<Picked, 'regionCode' | 'organizationId' | 'path'>): Actor {
  const { random, world } = given
  if (!random.chance(0.9)) return anyone(given)
  const officers = world.officers.filter(({ organizationId }) => !of || organizationId === of.organizationId)
  if (of?.path === 'employer' && officers.length > 0 && random.chance(0.9)) return random.pick(officers)
  return of ? bureau(given, of.regionCode) : random.pick([...world.officers, ...world.reviewers])
}

function bureau({ random, world }: Given, regionCode: string | null = null): Actor {
  const competent = world.reviewers.filter((reviewer) => reviewer.regionCode === regionCode)
  return random.pick(competent.length > 0 && random.chance(0.9) ? competent : world.reviewers)
}

/** The act of an office on a record that stands so. */
function onRecord(
  states: RecordState[],
  act: (actor: Actor, record: Picked, given: Given) => Promise<unknown>,
  byBureau = false,
): RandomAct {
  return async (given) => {
    const record = await recordIn(given, ...states)
    await act(byBureau ? bureau(given, record.regionCode) : decider(given, record), record, given)
  }
}

async function yearIn({ random }: Given, ...states: string[]) {
  const rows = await db.year.findMany({ select: { id: true, year: true, state: true, personId: true, regionCode: true, result: true } })
  const fitting = rows.filter(({ state }) => states.includes(state))
  const list = fitting.length > 0 && random.chance(0.9) ? fitting : rows
  if (list.length === 0) return { id: NOTHING, year: 2025, personId: '', regionCode: null, lines: [] as string[] }
  const { result, ...year } = random.pick(list)
  const lines = (result as unknown as { lines: { id: string; counted: number; status: string }[] }).lines
  return { ...year, lines: lines.filter((line) => line.counted > 0 && line.status !== 'legible').map(({ id }) => id) }
}

const enter: RandomAct = async (given) => {
  const { random, world, now } = given
  const person = random.pick(world.people)
  const [category, content] = contentOf(random, now)
  const by = random.chance(0.75) ? person.actor : decider(given)
  const whose = by === person.actor ? {} : { personId: person.personId }
  const { id } = await createDraft(by, { category, content, ...whose }, { now })
  if (random.chance(0.95)) await makeEvidence(id, person)
  if (random.chance(0.9)) await submitRecord(by, { id }, { now })
}

const publicize: RandomAct = async (given) => {
  const { random, now } = given
  const officer = decider(given)
  const rows = await db.hourRecord.findMany({
    where: { state: 'accepted', ...(officer.organizationId && random.chance(0.9) ? { organizationId: officer.organizationId } : {}) },
    select: { id: true },
    take: 6,
  })
  const record = rows.filter(() => random.chance(0.7)).map(({ id }) => id)
  if (record.length > 0) await openBatch(officer, { record, contact: '人事科' }, { now })
}

async function anyBatch({ random }: Given): Promise<string> {
  const rows = await db.publicityBatch.findMany({ where: random.chance(0.9) ? { state: 'open' } : {}, select: { id: true } })
  return rows.length > 0 ? random.pick(rows).id : NOTHING
}

async function anyObjection({ random }: Given, ...states: ('open' | 'appealed')[]) {
  const rows = await db.objection.findMany({
    where: { state: { in: states } },
    select: { id: true, record: { select: { personId: true } } },
  })
  return rows.length > 0 ? random.pick(rows) : { id: NOTHING, record: { personId: '' } }
}

const object: RandomAct = async (given) => {
  const { random, now, codes } = given
  const items = await db.publicityItem.findMany({ where: { takenOutAt: null, batch: { state: 'open' } }, select: { id: true }, take: 30 })
  if (items.length === 0) return
  serial += 1
  const input = { item: random.pick(items).id, reason: '当天他在值班', name: '知情人', contactKind: 'email' as const }
  const by = random.chance(0.7) ? VISITOR : anyone(given)
  const { code } = await raiseObjection(by, { ...input, contact: `someone${serial}@example.com` }, { now })
  codes.push(code)
  if (random.chance(0.8)) await confirmObjectionContact(VISITOR, { code }, { now })
}

const correction: RandomAct = async (given) => {
  const { id, version, regionCode } = await recordIn(given, 'registered')
  const row = await db.hourRecord.findUnique({ where: { id } })
  if (!row) return
  const hours = row.category === 'elsewhere' ? given.random.pick([20, 40, 60]) : null
  const input = {
    ...{ record: id, version, title: `${row.title}（更正）`, organizer: row.organizer, assessment: '优秀', option: row.option ?? '' },
    ...{ subject: row.subject, startedOn: null, completedOn: row.completedOn?.toISOString().slice(0, 10) },
    ...{ days: null, times: null, labelledHours: null, hours, reason: '按证书更正' },
  }
  await correctRecord(bureau(given, regionCode), input as never, { now: given.now })
}

const certify: RandomAct = async (given) => {
  const year = await yearIn(given, 'requested', 'authority_reviewed')
  const reason = year.lines.length > 0 ? '按市局暂行意见确认' : ''
  await certifyYears(
    bureau(given, year.regionCode),
    { year: [year.id], confirmed: given.random.chance(0.95) ? year.lines : [], reason },
    { now: given.now },
  )
}

/** What may happen, the commoner the more often. */
export const ACTS: readonly RandomAct[] = [
  ...Array<RandomAct>(6).fill(enter),
  ...Array<RandomAct>(2).fill(async (g) => {
    const { id, personId } = await recordIn(g, 'draft', 'returned')
    await submitRecord(mostly(g, personId), { id }, g)
  }),
  ...Array<RandomAct>(4).fill(onRecord(['submitted'], (by, { id }, g) => acceptRecords(by, { record: [id] }, g))),
  ...Array<RandomAct>(6).fill(onRecord(['submitted'], (by, { id }, g) => verifyRecords(by, { record: [id] }, g), true)),
  onRecord(['submitted', 'accepted'], (by, { id }, g) => returnRecords(by, { record: [id], reason: TEXT.reason }, g)),
  onRecord(['submitted'], (by, { id }, g) => rejectRecords(by, { record: [id], reason: TEXT.reason }, g)),
  async (g) => {
    const { id, personId } = await recordIn(g, 'draft', 'submitted', 'accepted')
    await withdrawRecord(mostly(g, personId), { id }, g)
  },
  async (g) => {
    const { id, personId } = await recordIn(g, 'submitted', 'accepted', 'publicized')
    await disownRecord(mostly(g, personId), { id }, g)
  },
  async (g) => {
    const { id, personId } = await recordIn(g, 'submitted', 'accepted', 'publicized')
    await escalateRecord(mostly(g, personId), { id }, g)
  },
  ...Array<RandomAct>(2).fill(async (g) => {
    const { id, personId } = await recordIn(g, 'rejected', 'revoked')
    await appealRecord(mostly(g, personId), { id, reason: '请复核' }, g)
  }),
  ...Array<RandomAct>(2).fill(async (g) => {
    const { id, version } = await recordIn(g, 'appealed')
    await decideAppeal(bureau(g), { record: id, version, outcome: g.random.pick(['allow', 'refuse']), finding: TEXT.finding }, g)
  }),
  ...Array<RandomAct>(3).fill(publicize),
  ...Array<RandomAct>(4).fill(async (g) => confirmBatch(decider(g), { batch: await anyBatch(g) }, g)),
  async (g) => cancelBatch(decider(g), { batch: await anyBatch(g), reason: TEXT.reason }, g),
  onRecord(['publicized'], (by, { id }, g) => takeOutOfBatch(by, { record: id, reason: TEXT.reason }, g)),
  ...Array<RandomAct>(2).fill(onRecord(['publicized'], (by, { id }, g) => confirmRecords(by, { record: [id] }, g))),
  ...Array<RandomAct>(3).fill(object),
  ...Array<RandomAct>(3).fill(async (g) =>
    decideObjection(
      decider(g),
      { objection: (await anyObjection(g, 'open')).id, verdict: g.random.pick(['dismiss', 'uphold']), finding: TEXT.finding },
      g,
    ),
  ),
  async (g) => (g.codes.length > 0 ? appealObjection(VISITOR, { code: g.random.pick(g.codes), reason: '不服' }, g) : undefined),
  ...Array<RandomAct>(2).fill(async (g) =>
    decideObjectionAppeal(
      bureau(g),
      { objection: (await anyObjection(g, 'appealed')).id, verdict: g.random.pick(['allow', 'refuse']), finding: TEXT.finding },
      g,
    ),
  ),
  ...Array<RandomAct>(2).fill(correction),
  onRecord(['registered'], (by, { id, version }, g) => revokeRecord(by, { record: id, version, ...TEXT }, g), true),
  onRecord(['registered'], (by, { id, version }, g) => reopenRecord(by, { record: id, version, reason: TEXT.reason }, g), true),
  ...Array<RandomAct>(2).fill(async (g) => {
    const { id, personId } = await recordIn(g, 'registered')
    await chooseOption(mostly(g, personId), { year: g.random.pick([2025, 2025, 2026]), recordId: g.random.chance(0.7) ? id : null }, g)
  }),
  ...Array<RandomAct>(5).fill(async (g) => {
    const { year, personId } = await yearIn(g, 'open', 'returned')
    await requestYear(mostly(g, personId), { year }, g)
  }),
  async (g) => {
    const { year, personId } = await yearIn(g, 'requested', 'authority_reviewed')
    await withdrawRequest(mostly(g, personId), { year }, g)
  },
  async (g) => returnYear(bureau(g), { year: (await yearIn(g, 'requested', 'authority_reviewed')).id, reason: TEXT.reason }, g),
  ...Array<RandomAct>(2).fill(async (g) => authorityReview(g.world.authority, { year: [(await yearIn(g, 'requested')).id] }, g)),
  ...Array<RandomAct>(5).fill(certify),
  async (g) => revokeYear(bureau(g), { year: (await yearIn(g, 'certified')).id, reason: TEXT.reason }, g),
  async (g) => {
    const { year, personId } = await yearIn(g, 'revoked')
    await reopenYear(mostly(g, personId), { year }, g)
  },
]
