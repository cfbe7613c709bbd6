import 'server-only'
import { pool } from '../database/db'

/** Forgets what is of no more use: answers kept for repeated forms, counters whose window is long over, mails sent a month ago. Real clock. */
export async function purgeOld(): Promise<void> {
  await pool.query("DELETE FROM idempotency_key WHERE at < now() - interval '2 days'")
  await pool.query("DELETE FROM rate_window WHERE started_at < now() - interval '1 day'")
  await pool.query("DELETE FROM outbox WHERE sent_at < now() - interval '30 days'")
}
