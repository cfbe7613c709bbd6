import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/server/database/db'
import { newId } from '@/lib/server/database/ids'
import { verifyChains } from '@/lib/server/integrity/verify-chains'
import type { RecordMove } from '@/lib/server/record/move-records'
import type { ActInput } from '@/lib/server/transition/act'
import type { Plan } from '@/lib/server/transition/plan'
import type { Step } from '@/lib/server/transition/step'
import {
  type ColumnsOf,
  PLAIN_COLUMNS,
  PLAIN_TABLES,
  type PlainRow,
  type RowOf,
  TABLE_OF,
  WORKFLOW_TABLES,
} from '@/lib/server/transition/tables'
import { MACHINES } from '@/lib/workflow/states'
import { seedReference } from '@/prisma/seed/reference'
import { type MadePerson, makeEmployer, makePerson, makeSubmitted, noon } from '@/tests/builders/city'
import { commitDirectly, type DirectWrite } from '@/tests/builders/commit'
import { testDatabase } from '@/tests/support/database'
import { expected } from '@/tests/support/expected'
import { facts } from '@/tests/support/facts'

// What may be written by an act is said once, by table: held against the database, refused by the compiler, refused when it runs.

const now = noon('2025-11-06')
let unit: Awaited<ReturnType<typeof makeEmployer>>
let person: MadePerson
let record: string

beforeAll(async () => {
  await seedReference(db)
  unit = await makeEmployer()
})

beforeEach(async () => {
  person = await makePerson(unit)
  record = await makeSubmitted(person, unit)
})

describe('the column lists', () => {
  async function columnsOf(table: string): Promise<Map<string, string>> {
    const { rows } = await testDatabase().owner.query<{ column_name: string; udt_name: string }>(
      'SELECT column_name, udt_name FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = $1',
      [table],
    )
    return new Map(rows.map((row) => [row.column_name, row.udt_name]))
  }

  test.each(MACHINES)(
    'of a %s are all columns of its table: changed by transitions, written once, or written by every commit',
    async (machine) => {
      const table = TABLE_OF[machine]
      const { columns, fixed, state } = WORKFLOW_TABLES[table]
      const inDatabase = await columnsOf(table)
      const byCommit = ['id', 'state', 'version', 'changed_at', ...(inDatabase.has('created_at') ? ['created_at'] : [])]
      expect([...columns, ...fixed, ...byCommit].sort()).toEqual([...inDatabase.keys()].sort())
      expect(inDatabase.get('state')).toBe(state)
    },
  )

  test.each(PLAIN_TABLES)('of %s are all columns of the table', async (table) => {
    expect([...PLAIN_COLUMNS[table]].sort()).toEqual([...(await columnsOf(table)).keys()].sort())
  })
})

const context = facts('practitioner', { isSelf: true })

/** A row of a draft, complete. */
function draft(): RowOf<'record'> {
  return {
    person_id: person.personId,
    year: 2025,
    category: 'conference',
    title: '学术会议',
    assessment: '合格',
    organizer: '省医学会',
    place: '合肥',
    details: {},
    identifiers: [],
    appeals_used: 0,
    hours: 10,
    created_by: person.accountId,
    created_role: 'practitioner',
  }
}

function notification(id = newId()): PlainRow<'notification'> {
  return { id, person_id: person.personId, kind: 'accept', data: {}, at: now }
}

/** What the compiler refuses. The type check covers this file: it fails where one of these lines compiles. */
describe('a column that does not exist does not compile', () => {
  test('as what a transition changes', () => {
    const step: Step<'record'> = {
      machine: 'record',
      id: record,
      from: 'submitted',
      version: 2,
      event: 'accept',
      context,
      // @ts-expect-error
      set: { due_onn: '2025-11-13', titel: 'x' },
    }
    const move: RecordMove = {
      event: 'submit',
      // @ts-expect-error
      set: { organization_id: null, unit_levl: 'county' },
    }
    // @ts-expect-error: of another machine's table
    const other: ColumnsOf<'objection'> = { first_submitted_at: now }
    expect([step, move, other]).toHaveLength(3)
  })

  test('as the row of what comes into being, nor does a row without what may not be empty', () => {
    const step: Step<'record'> = {
      machine: 'record',
      id: newId(),
      from: null,
      event: 'create',
      context,
      // @ts-expect-error
      row: { ...draft(), due_onn: '2025-11-13', titel: 'x' },
    }
    const { title: _, ...untitled } = draft()
    // @ts-expect-error
    const row: RowOf<'record'> = untitled
    expect([step, row]).toHaveLength(2)
  })

  test('as a row beside the steps', () => {
    const input: ActInput = {
      steps: [],
      // @ts-expect-error
      inserts: { notification: [{ ...notification(), due_onn: '2025-11-13', titel: 'x' }] },
    }
    // @ts-expect-error: a table that no act writes
    const plan: Partial<Plan> = { inserts: { account: [{ id: newId() }] } }
    expect([input, plan]).toHaveLength(2)
  })
})

async function everything(): Promise<unknown> {
  const { rows } = await testDatabase().owner.query(
    `SELECT (SELECT count(*) FROM event) AS events, (SELECT count(*) FROM notification) AS notifications, (SELECT count(*) FROM outbox) AS mails,
       (SELECT count(*) FROM evidence) AS proofs, (SELECT jsonb_agg(to_jsonb(r) ORDER BY r.id) FROM hour_record r) AS records,
       (SELECT jsonb_agg(to_jsonb(p) ORDER BY p.id) FROM person p) AS people`,
  )
  return rows[0]
}

const accept = (set: object = {}) =>
  ({ machine: 'record', id: record, from: 'submitted', version: 2, event: 'accept', to: 'accepted', set }) as DirectWrite

describe('what got past the compiler', () => {
  const past = { due_onn: '2025-11-13', titel: 'x' }

  test.each<[string, string, () => Promise<void>]>([
    ['changed', 'hour_record.due_onn', () => commitDirectly(person.actor, [accept(past)], now)],
    [
      'misspelt among others',
      'hour_record.unit_levl',
      () => commitDirectly(person.actor, [accept({ region_code: '341202', unit_levl: 'county' })], now),
    ],
    ['written once', 'hour_record.created_by', () => commitDirectly(person.actor, [accept({ created_by: newId() })], now)],
    [
      'of a new row',
      'hour_record.due_onn',
      () =>
        commitDirectly(
          person.actor,
          [{ machine: 'record', id: newId(), from: null, event: 'create', to: 'draft', row: { ...draft(), ...past } }],
          now,
        ),
    ],
    [
      'of a row beside it',
      'notification.due_onn',
      () => commitDirectly(person.actor, [accept()], now, { inserts: { notification: [{ ...notification(), ...past }] } }),
    ],
  ])('a column %s is refused by name when it runs, and nothing is written', async (_what, name, work) => {
    const before = await everything()
    await expect(work()).rejects.toThrow(`an act cannot write ${name}`)
    expect(await everything()).toEqual(before)
  })
})

describe('a row that is inserted but not written', () => {
  async function proof(): Promise<PlainRow<'evidence'>> {
    const { id, storageKey } = await db.evidence.findFirstOrThrow({ where: { recordId: record } })
    const file = { file_name: '证明.pdf', media_type: 'application/pdf', bytes: 1, sha256: Buffer.alloc(32) }
    return {
      id,
      person_id: person.personId,
      record_id: record,
      storage_key: storageKey,
      ...file,
      uploaded_by: person.accountId,
      uploaded_at: now,
    }
  }

  async function refused(beside: Partial<Plan>, writes: readonly DirectWrite[] = [accept()]): Promise<void> {
    const before = await everything()
    expect(await expected(commitDirectly(person.actor, writes, now, beside))).toMatchObject({ code: 'conflict' })
    expect(await everything()).toEqual(before)
    expect(await verifyChains()).toEqual([])
  }

  test('a notification whose id is there: the whole act is a conflict and leaves nothing', async () => {
    const there = notification()
    await commitDirectly(person.actor, [], now, { inserts: { notification: [there] } })
    await refused({ inserts: { notification: [notification(), there] } })
  })

  test('a notification of somebody with an address, too: neither row nor mail is left', async () => {
    await db.person.update({ where: { id: person.personId }, data: { email: 'wang@example.com' } })
    const there = notification()
    await commitDirectly(person.actor, [], now, { inserts: { notification: [there] } })
    await refused({ inserts: { notification: [there] } })
  })

  test('a proof whose id, or whose place in the store, is there', async () => {
    const there = await proof()
    await refused({ inserts: { evidence: [there] } })
    await refused({ inserts: { evidence: [{ ...there, id: newId() }] } })
  })

  test('a record whose id is there', async () => {
    await refused({}, [accept(), { machine: 'record', id: record, from: null, event: 'create', to: 'draft', row: draft() }])
  })

  test('while the same act without it is written', async () => {
    await commitDirectly(person.actor, [accept()], now, { inserts: { notification: [notification()] } })
    expect(await db.hourRecord.findUniqueOrThrow({ where: { id: record } })).toMatchObject({ state: 'accepted', version: 3 })
    expect(await db.notification.count({ where: { personId: person.personId } })).toBe(1)
  })
})
