import { expect, test } from 'vitest'
import { pool } from '@/lib/server/database/db'
import { inTransaction } from '@/lib/server/database/in-transaction'
import type { Queryable } from '@/lib/server/database/statement'
import { testDatabase } from '@/tests/support/database'

const put = (on: Queryable, key: string) =>
  on.query(`INSERT INTO setting (key, value, changed_at) VALUES ($1, '{}', now())`, [key]).then(() => undefined)
const kept = async (key: string) =>
  (await pool.query<{ n: number }>('SELECT count(*)::int AS n FROM setting WHERE key LIKE $1', [`${key}%`])).rows[0]?.n
const pidOf = async (on: Queryable) => (await on.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')).rows[0]?.pid ?? 0

test('what the work writes is seen by others when it ends, and its answer handed on', async () => {
  const answer = await inTransaction(async (on) => {
    await put(on, 'whole-1')
    await put(on, 'whole-2')
    expect(await kept('whole')).toBe(0)
    return 'done'
  })
  expect(answer).toBe('done')
  expect(await kept('whole')).toBe(2)
})

test('nothing is kept where the work throws, and the connection goes on', async () => {
  let pid = 0
  const failing = inTransaction(async (on) => {
    pid = await pidOf(on)
    await put(on, 'thrown')
    throw new Error('changed its mind')
  })
  await expect(failing).rejects.toThrow('changed its mind')
  expect(await kept('thrown')).toBe(0)
  expect(await inTransaction(pidOf)).toBe(pid)
})

test('a statement that failed and was swallowed does not pass for done', async () => {
  const careless = inTransaction(async (on) => {
    await put(on, 'careless')
    await on.query('SELECT 1 / 0').catch(() => undefined)
  })
  await expect(careless).rejects.toThrow('nothing was kept')
  expect(await kept('careless')).toBe(0)
})

test('a statement, or a pause between two, that lasts too long ends it', async () => {
  await expect(inTransaction((on) => on.query('SELECT pg_sleep(5)'), { timeoutMs: 50 })).rejects.toMatchObject({ code: '57014' })
  const idle = inTransaction(
    async (on) => {
      await put(on, 'idle')
      await new Promise((resolve) => setTimeout(resolve, 300))
      await put(on, 'idle-2')
    },
    { timeoutMs: 50 },
  )
  await expect(idle).rejects.toThrow()
  expect(await kept('idle')).toBe(0)
  const { rows } = await pool.query('SHOW statement_timeout')
  expect(rows).toEqual([{ statement_timeout: '0' }])
})

test('a connection that is cut off in between is replaced', async () => {
  let pid = 0
  const cut = inTransaction(async (on) => {
    pid = await pidOf(on)
    await testDatabase().owner.query('SELECT pg_terminate_backend($1)', [pid])
    await put(on, 'cut')
  })
  await expect(cut).rejects.toThrow()
  expect(await kept('cut')).toBe(0)
  expect(await inTransaction(pidOf)).not.toBe(pid)
})
