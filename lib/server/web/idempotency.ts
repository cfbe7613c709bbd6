import 'server-only'
import { createHmac } from 'node:crypto'
import { pool } from '../database/db'
import { ExpectedError } from '../input/errors'
import { env } from '../runtime/env'

const WAIT_MS = 150
const WAITS = 40

export type Claim<T> = { first: true } | { first: false; answer: T }

/**
 * Claims the key for this body. The first claims it; whoever comes again with the same body gets the first's answer, waiting for it
 * if need be; another body under the key is refused. A visitor's keys hold as well.
 */
export async function claimKey<T>(key: string, accountId: string | null, action: string, body: unknown): Promise<Claim<T>> {
  // Keyed: a body may hold a password or a number that a plain hash would give away to guessing.
  const hash = createHmac('sha256', env().XUESHI_SECRET)
    .update(JSON.stringify([accountId, action, body]))
    .digest()
  const inserted = await pool.query(
    `INSERT INTO idempotency_key AS k (key, account_id, action, body_hash, at) VALUES ($1, $2, $3, $4, now())
     ON CONFLICT (key) DO UPDATE SET at = now() WHERE k.answer IS NULL AND k.at < now() - interval '1 minute' AND k.body_hash = $4`,
    [key, accountId, action, hash],
  )
  if (inserted.rowCount === 1) return { first: true }
  for (let attempt = 0; attempt < WAITS; attempt += 1) {
    const { rows } = await pool.query<{ body_hash: Buffer; answer: T | null }>(
      'SELECT body_hash, answer FROM idempotency_key WHERE key = $1',
      [key],
    )
    const row = rows[0]
    if (!row) return claimKey(key, accountId, action, body)
    if (!row.body_hash.equals(hash)) throw new ExpectedError({ code: 'key_reused' })
    if (row.answer !== null) return { first: false, answer: row.answer }
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS))
  }
  throw new ExpectedError({ code: 'conflict', by: null, machine: null, event: null, at: null })
}

export async function keepAnswer(key: string, answer: unknown): Promise<void> {
  await pool.query('UPDATE idempotency_key SET answer = $2 WHERE key = $1', [key, JSON.stringify(answer)])
}

/** The act did not happen: the key is free again. */
export async function releaseKey(key: string): Promise<void> {
  await pool.query('DELETE FROM idempotency_key WHERE key = $1 AND answer IS NULL', [key])
}
