import type { QueryConfig } from 'pg'
import { db, pool } from '@/lib/server/database/db'
import { newId } from '@/lib/server/database/ids'
import { createDraft } from '@/lib/server/record/draft/create-draft'
import { verifyRecords } from '@/lib/server/record/review/decide-records'
import { submitRecord } from '@/lib/server/record/submit-record'
import type { MadePerson } from '../builders/city'
import { makeManySubmitted } from '../builders/many'
import { type BenchRow, rounded, timed } from './row'
import { practitioner, type ScaleActors } from './scale-actors'
import { statementsOf } from './statements'

const NOW = { now: new Date('2025-11-18T02:00:00Z') }
const RECORDS = 600
const AT_ONCE = 4

type Work = () => Promise<unknown>

/** People whose records are the county's. */
async function peopleOf(region: string | null, count: number): Promise<MadePerson[]> {
  const { rows } = await pool.query<{ id: string; account: string }>(
    `SELECT p.id, a.id AS account FROM person p JOIN account a ON a.person_id = p.id
      WHERE NOT EXISTS (SELECT FROM employment e WHERE e.person_id = p.id AND e.organization_id IS NOT NULL) AND ($1::text IS NULL OR p.region_code = $1)
      ORDER BY p.id LIMIT $2`,
    [region, count],
  )
  return rows.map(({ id, account }) => ({ personId: id, accountId: account, actor: practitioner(account, id) }))
}

/** Entering, handing in and verifying records through the use cases, against the SQL they end in, sent by hand. */
export async function benchLogging({ county }: ScaleActors): Promise<BenchRow[]> {
  const people = await peopleOf(county.regionCode, RECORDS)
  // One record a person: what is measured is the way, not who waits for whose ledger.
  const person = (index: number) => people[index] as MadePerson
  const made: { id: string; person: MadePerson }[] = []
  const content = {
    subject: 'professional',
    title: '省厅认定的学时',
    assessment: '合格',
    organizer: '省厅',
    completedOn: '2025-05-01',
  } as const
  const draft = (index: number) => async () => {
    const details = { hours: 8, certificate: `皖继教2025-${index}` }
    const { id } = await createDraft(person(index).actor, { category: 'elsewhere', content: { ...content, details } }, NOW)
    made.push({ id, person: person(index) })
  }
  const rows = [
    await againstRaw(
      'enter a record',
      people.map((_, index) => draft(index)),
    ),
  ]
  const known = new Set(
    (await db.hourRecord.findMany({ where: { id: { in: made.map(({ id }) => id) } }, select: { id: true } })).map(({ id }) => id),
  )
  const drafts = made.filter(({ id }) => known.has(id))
  await db.evidence.createMany({ data: drafts.map(({ id, person }) => evidenceOf(id, person)) })
  rows.push(
    await againstRaw(
      'hand a record in',
      drafts.map(
        ({ id, person }) =>
          () =>
            submitRecord(person.actor, { id }, NOW),
      ),
    ),
  )
  rows.push(
    await againstRaw(
      'register a record: rules, event, ledger',
      drafts.map(
        ({ id }) =>
          () =>
            verifyRecords(county, { record: [id] }, NOW),
      ),
    ),
  )
  return rows.flat()
}

function evidenceOf(recordId: string, { personId, accountId }: MadePerson) {
  const id = newId()
  const file = { storageKey: id, fileName: '证明.pdf', mediaType: 'application/pdf', bytes: 1000, sha256: new Uint8Array(32) }
  return { id, personId, recordId, ...file, uploadedBy: accountId, uploadedAt: NOW.now }
}

/** Half of the works as they are; of the other half the statement they end in is kept, and then sent by hand: both durable, as many at once. */
async function againstRaw(name: string, works: readonly Work[]): Promise<BenchRow[]> {
  const half = works.length >> 1
  const [usual, byHand] = [works.slice(0, half), works.slice(half)]
  const kept: QueryConfig[] = []
  await withCommitsKept(kept, () => inParallel(byHand))
  const trips = (await statementsOf(usual[0] as Work)).length
  const [through, raw] = [
    await timed(() => inParallel(usual.slice(1))),
    await timed(() => inParallel(kept.map((query) => () => pool.query(query)))),
  ]
  const [rate, rawRate] = [((half - 1) / through) * 1000, (kept.length / raw) * 1000]
  return [
    { name: `${name}, through the use case`, value: Math.round(rate), unit: '/s', target: '–' },
    { name: 'the same SQL by hand', value: Math.round(rawRate), unit: '/s', target: '–' },
    { name: 'share of it', value: rounded((rate / rawRate) * 100), unit: '%', target: '≥ 25, aim 60' },
    { name: 'SQL round trips', value: trips, unit: '', target: '≤ 5, aim 3' },
  ]
}

async function inParallel(works: readonly Work[]): Promise<void> {
  const rest = [...works]
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let work = rest.pop(); work; work = rest.pop()) await work()
    }),
  )
}

async function withCommitsKept(kept: QueryConfig[], work: Work): Promise<void> {
  const query = pool.query
  pool.query = ((...given: unknown[]) => {
    const [first] = given as [QueryConfig]
    if (typeof first === 'object' && first.name?.startsWith('commit:')) {
      kept.push(first)
      return Promise.resolve({ rows: [] })
    }
    return Reflect.apply(query, pool, given)
  }) as typeof pool.query
  try {
    await work()
  } finally {
    pool.query = query
  }
}

/** One decision on many records of as many people, events and ledgers with it. */
export async function benchDecisions({ county }: ScaleActors): Promise<BenchRow[]> {
  const rows: BenchRow[] = []
  for (const [count, target] of [
    [500, '≤ 1000, aim 40'],
    [10_000, '≤ 20000, aim 1000'],
  ] as const) {
    const people = await peopleOf(null, count)
    const made = await makeManySubmitted(count, people, null, { regionCode: county.regionCode ?? '' })
    const took = await timed(() => verifyRecords(county, { record: made.map(({ id }) => id) }, NOW))
    rows.push({ name: `decide ${count} records of ${people.length} people at once`, value: Math.round(took), unit: 'ms', target })
  }
  return rows
}
