import { expect, test } from 'vitest'
import { ResilientPool } from '@/lib/server/database/resilient-pool'
import { testDatabase } from '@/tests/support/database'

const pidOf = async (pool: ResilientPool) => (await pool.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')).rows[0]?.pid ?? 0

test('a statement that is refused keeps its connection; one that was cut off is replaced', async () => {
  const pool = new ResilientPool({ connectionString: testDatabase().webUrl, max: 1 })
  pool.on('error', () => undefined)
  const first = await pidOf(pool)
  await expect(pool.query('SELECT require_rows(0, 1, $1)', ['x'])).rejects.toMatchObject({ code: 'XS409' })
  expect(await pidOf(pool)).toBe(first)
  const cut = expect(pool.query('SELECT pg_sleep(30)')).rejects.toMatchObject({ code: '57P01' })
  await testDatabase().owner.query('SELECT pg_terminate_backend($1)', [first])
  await cut
  expect(await pidOf(pool)).not.toBe(first)
  await pool.end()
})
