import { expect, test } from 'vitest'
import { applyMigrations } from '@/lib/cli/migrations'
import { driftOf } from '@/lib/cli/schema-drift'
import { testDatabase } from '@/tests/support/database'

test('the migrations make the database that the Prisma schema describes', async () => {
  expect(await driftOf(testDatabase().ownerUrl)).toBeNull()
})

test('a column that the Prisma schema does not know is seen', async () => {
  const { owner, ownerUrl } = testDatabase()
  await owner.query('ALTER TABLE person ADD COLUMN planted integer')
  expect(await driftOf(ownerUrl)).toContain('DROP COLUMN "planted"')
  await owner.query('ALTER TABLE person DROP COLUMN planted')
})

test('migrating again applies nothing, and the record is the one of prisma migrate deploy', async () => {
  const { owner, ownerUrl } = testDatabase()
  expect(await applyMigrations(ownerUrl)).toEqual([])
  const { rows } = await owner.query(
    'SELECT migration_name, checksum, finished_at IS NOT NULL AS finished, applied_steps_count FROM _prisma_migrations ORDER BY 1',
  )
  expect(rows.length).toBeGreaterThan(0)
  for (const row of rows)
    expect(row).toMatchObject({ checksum: expect.stringMatching(/^[0-9a-f]{64}$/), finished: true, applied_steps_count: 1 })
})

test('the web role signs in and owns no table', async () => {
  const { web } = testDatabase()
  const { rows } = await web.query(
    "SELECT current_user AS role, (SELECT count(*)::int FROM pg_class WHERE relowner = 'xueshi_web'::regrole) AS owned, rolsuper FROM pg_roles WHERE rolname = current_user",
  )
  expect(rows).toEqual([{ role: 'xueshi_web', owned: 0, rolsuper: false }])
})
