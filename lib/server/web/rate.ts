import 'server-only'
import { pool } from '../database/db'
import { ExpectedError } from '../input/errors'
import { indexPersonal } from '../security/personal-number'

/** Counts one more under the key within its window and answers how many that makes. Keys are kept as hashes. Real clock. */
export async function consume(key: string, windowSeconds: number): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `INSERT INTO rate_window AS w (key, started_at, count) VALUES ($1, now(), 1)
     ON CONFLICT (key) DO UPDATE SET
       count = CASE WHEN w.started_at < now() - make_interval(secs => $2) THEN 1 ELSE w.count + 1 END,
       started_at = CASE WHEN w.started_at < now() - make_interval(secs => $2) THEN now() ELSE w.started_at END
     RETURNING count`,
    [indexPersonal(key).toString('base64'), windowSeconds],
  )
  return rows[0]?.count ?? 1
}

/** How many stand under the key now. */
export async function peek(key: string, windowSeconds: number): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    'SELECT count FROM rate_window WHERE key = $1 AND started_at >= now() - make_interval(secs => $2)',
    [indexPersonal(key).toString('base64'), windowSeconds],
  )
  return rows[0]?.count ?? 0
}

export async function reset(key: string): Promise<void> {
  await pool.query('DELETE FROM rate_window WHERE key = $1', [indexPersonal(key).toString('base64')])
}

/** Refuses what comes more often than `most` times in the window. For public forms. */
export async function limitRate(key: string, most: number, windowSeconds: number): Promise<void> {
  if ((await consume(key, windowSeconds)) > most) throw new ExpectedError({ code: 'too_many', seconds: windowSeconds })
}
