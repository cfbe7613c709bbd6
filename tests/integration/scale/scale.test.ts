import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/server/database/db'
import { verifyChains } from '@/lib/server/integrity/verify-chains'
import { recountLedgers } from '@/lib/server/ledger/recount-ledgers'
import { RECORD_TABLE } from '@/lib/workflow/tables/record'
import { seedReference } from '@/prisma/seed/reference'
import { seedScale } from '@/prisma/seed/scale'
import { EVENT_HISTORIES } from '@/prisma/seed/scale/event-histories'
import { allHolds } from '@/tests/integration/transition/contest'
import { testDatabase } from '@/tests/support/database'

const PEOPLE = 300

async function definitions(): Promise<unknown[]> {
  const { owner } = testDatabase()
  const { rows } = await owner.query(
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes WHERE schemaname = 'public' UNION ALL
     SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace UNION ALL
     SELECT tgname, tgenabled::text FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1, 2`,
  )
  return rows
}

let before: unknown[]

beforeAll(async () => {
  await seedReference(db)
  before = await definitions()
  await seedScale(testDatabase().owner, PEOPLE, () => undefined)
})

describe('scale data', () => {
  test('are as many as asked for, in all the states they may have', async () => {
    expect(await db.person.count()).toBe(PEOPLE)
    expect(await db.hourRecord.count()).toBe(8 * PEOPLE)
    const states = await db.hourRecord.groupBy({ by: ['state'], _count: true })
    expect(states.map(({ state }) => state).sort()).toEqual(
      ['accepted', 'appealed', 'draft', 'publicized', 'registered', 'rejected', 'returned', 'revoked', 'submitted', 'withdrawn'].sort(),
    )
    expect(await db.certificate.count()).toBeGreaterThan(PEOPLE / 10)
    expect(await db.year.count({ where: { state: 'requested' } })).toBeGreaterThan(5)
  })

  test('have chains that hold, ledgers that equal a recount, and stand where their last event left them', async () => {
    expect(await db.event.count()).toBeGreaterThan(8 * PEOPLE * 3)
    expect(await verifyChains()).toEqual([])
    expect(await recountLedgers()).toEqual([])
    await allHolds()
  })

  test('left every index, key and trigger as it was', async () => {
    expect(await definitions()).toEqual(before)
  })

  test('went only ways that the workflow knows', () => {
    const known = RECORD_TABLE.flatMap((row) => row.from.map((from) => `${from} ${row.event} ${row.to}`))
    for (const step of Object.values(EVENT_HISTORIES)
      .flatMap((fates) => Object.values(fates))
      .flat())
      expect(known).toContain(`${step.from} ${step.event} ${step.to}`)
  })
})
