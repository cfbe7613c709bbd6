import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/server/db'
import { recountLedgers } from '@/lib/server/integrity/recount-ledgers'
import { verifyChains } from '@/lib/server/integrity/verify-chains'
import { CERTIFICATE_STATES, RECORD_STATES, YEAR_STATES } from '@/lib/workflow/states'
import { seedDemo } from '@/prisma/seed/demo'
import { seedReference } from '@/prisma/seed/reference'
import { testDatabase } from '@/tests/support/database'

beforeAll(async () => {
  await seedReference(db)
  await seedDemo(db)
})

async function statesOf(table: string): Promise<string[]> {
  const { rows } = await testDatabase().owner.query<{ state: string }>(`SELECT DISTINCT state::text FROM ${table}`)
  return rows.map((row) => row.state).sort()
}

test('every state of a record, a year and a certificate is in the demonstration city', async () => {
  expect(await statesOf('hour_record')).toEqual([...RECORD_STATES].sort())
  expect(await statesOf('year')).toEqual([...YEAR_STATES].sort())
  expect(await statesOf('publicity_batch')).toEqual(['cancelled', 'confirmed', 'open'])
  expect(await statesOf('certificate')).toEqual([...CERTIFICATE_STATES].sort())
})

test('all categories are in it', async () => {
  const { rows } = await testDatabase().owner.query('SELECT count(DISTINCT category)::int AS n FROM hour_record')
  expect(rows[0].n).toBe(14)
})

test('its ledgers equal a recount, its chains hold, every thing stands where its last event left it', async () => {
  expect(await recountLedgers()).toEqual([])
  expect(await verifyChains()).toEqual([])
  for (const table of ['hour_record', 'publicity_batch', 'objection', 'filing', 'certificate']) {
    const { rows } = await testDatabase().owner.query(
      `SELECT t.id FROM ${table} t WHERE t.state::text IS DISTINCT FROM
         (SELECT e.to_state FROM event e WHERE e.stream_id = t.id ORDER BY e.seq DESC LIMIT 1)`,
    )
    expect(rows).toEqual([])
  }
})

test('nobody decided on their own record', async () => {
  const { rows } = await testDatabase().owner.query(
    `SELECT e.id FROM event e JOIN hour_record r ON r.id = e.stream_id JOIN account a ON a.id = e.actor_id
     WHERE e.event IN ('accept', 'confirm', 'verify', 'reject', 'return', 'dismiss', 'uphold', 'allow', 'refuse') AND a.person_id = r.person_id`,
  )
  expect(rows).toEqual([])
})
