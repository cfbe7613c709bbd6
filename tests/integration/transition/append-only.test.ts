import { beforeAll, describe, expect, test } from 'vitest'
import { writeAudit } from '@/lib/server/database/audit'
import { db } from '@/lib/server/database/db'
import { verifyChains } from '@/lib/server/integrity/verify-chains'
import { seedReference } from '@/prisma/seed/reference'
import { makeEmployer, makePerson, makeSubmitted, noon } from '@/tests/builders/city'
import { testDatabase } from '@/tests/support/database'

beforeAll(async () => {
  await seedReference(db)
  const unit = await makeEmployer()
  const person = await makePerson(unit)
  for (let count = 0; count < 5; count += 1) await makeSubmitted(person, unit)
  for (let count = 0; count < 5; count += 1) await writeAudit(person.actor, { act: 'password_change' }, noon('2025-11-05'))
})

const TABLES = ['event', 'audit'] as const
const ATTACKS = (table: string): [string, string][] => [
  ['UPDATE', `UPDATE ${table} SET seq = 99`],
  ['DELETE', `DELETE FROM ${table}`],
  ['TRUNCATE', `TRUNCATE ${table}`],
  ['DROP TRIGGER', `DROP TRIGGER ${table}_append_only ON ${table}`],
  ['DISABLE TRIGGER', `ALTER TABLE ${table} DISABLE TRIGGER ALL`],
  ['DROP TABLE', `DROP TABLE ${table}`],
  ['replica role', `SET session_replication_role = replica`],
]

describe.each(TABLES)('%s as the web role', (table) => {
  test.each(ATTACKS(table))('%s is refused', async (_name, sql) => {
    const before = await testDatabase().owner.query(`SELECT count(*) FROM ${table}`)
    await expect(testDatabase().web.query(sql)).rejects.toMatchObject({ code: '42501' })
    expect((await testDatabase().owner.query(`SELECT count(*) FROM ${table}`)).rows).toEqual(before.rows)
  })

  test('even its owner cannot change a row while the trigger stands', async () => {
    for (const sql of [`UPDATE ${table} SET seq = 99`, `DELETE FROM ${table}`, `TRUNCATE ${table}`]) {
      await expect(testDatabase().owner.query(sql)).rejects.toMatchObject({ code: 'XS403' })
    }
  })

  test('a forged number, link and hash are replaced by the true ones', async () => {
    const { rows } = await testDatabase().owner.query(`SELECT * FROM ${table} ORDER BY seq DESC LIMIT 1`)
    const last = rows[0]
    const columns = Object.keys(last)
    const forged = { ...last, id: '00000000-0000-7000-8000-00000000f00d', seq: 1, hash: Buffer.alloc(32), previous: Buffer.alloc(32) }
    await testDatabase().web.query(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((_, index) => `$${index + 1}`).join(', ')})`,
      columns.map((column) => forged[column]),
    )
    const added = (await testDatabase().owner.query(`SELECT seq, previous FROM ${table} WHERE id = $1`, [forged.id])).rows[0]
    expect(added).toEqual({ seq: last.seq + 1, previous: last.hash })
  })
})

test('the chains hold, and a row changed behind the triggers is found', async () => {
  expect(await verifyChains()).toEqual([])
  const { owner } = testDatabase()
  const { rows } = await owner.query('SELECT id, stream_id, seq FROM event WHERE seq = 1 LIMIT 1')
  await owner.query('ALTER TABLE event DISABLE TRIGGER event_append_only')
  await owner.query(`UPDATE event SET reason = 'forged' WHERE id = $1`, [rows[0].id])
  await owner.query('ALTER TABLE event ENABLE TRIGGER event_append_only')
  expect(await verifyChains()).toEqual([{ table: 'event', streamId: rows[0].stream_id, seq: 1 }])
})
