import 'server-only'
import { pool } from '../database/db'
import { log } from '../runtime/log'
import { composeNotice } from './compose-notice'
import { composeMail, mailPayload } from './render-mail'

export interface Mail {
  to: string
  subject: string
  text: string
}
export type Send = (mail: Mail) => Promise<void>

const AT_ONCE = 10
/** After so many tries, over about two days, a mail stays with its failure. */
const MAX_TRIES = 12

interface Claimed {
  id: string
  kind: string
  payload: unknown
}

/**
 * Sends what is due, a handful at a time, and answers how many were sent and how many failed. A row is claimed by moving its next try
 * into the future: several processes never take the same one, and a mail that was under way when its process died is tried again.
 */
export async function sendDueMails(send: Send, siteUrl: string, now: Date): Promise<{ sent: number; failed: number }> {
  const { rows } = await pool.query<Claimed>(
    `UPDATE outbox SET attempts = attempts + 1, next_at = $1::timestamptz + least(interval '1 minute' * 2 ^ attempts, interval '6 hours')
     WHERE id IN (SELECT id FROM outbox WHERE sent_at IS NULL AND kind IN ('mail', 'notice') AND attempts < $2 AND next_at <= $1
       ORDER BY next_at, id LIMIT $3 FOR UPDATE SKIP LOCKED)
     RETURNING id, kind, payload`,
    [now, MAX_TRIES, AT_ONCE],
  )
  let sent = 0
  for (const row of rows) sent += (await sendOne(row, send, siteUrl, now)) ? 1 : 0
  return { sent, failed: rows.length - sent }
}

async function sendOne({ id, kind, payload }: Claimed, send: Send, siteUrl: string, now: Date): Promise<boolean> {
  try {
    const mail = kind === 'notice' ? await composeNotice(id, siteUrl) : await composeMail(mailPayload.parse(payload), siteUrl)
    // Nobody to tell any more: the person took their address back since.
    if (mail) await send(mail)
  } catch (error) {
    const failure = failureOf(error)
    await pool.query('UPDATE outbox SET failure = $2 WHERE id = $1', [id, failure])
    log.warn({ outbox: id, failure }, 'mail not sent')
    return false
  }
  await pool.query('UPDATE outbox SET sent_at = $2, failure = NULL WHERE id = $1', [id, now])
  return true
}

/** Codes only: a server's own words may repeat the address. */
function failureOf(error: unknown): string {
  const { code, responseCode } = (error ?? {}) as { code?: unknown; responseCode?: unknown }
  const known = [code, responseCode].filter((part) => typeof part === 'string' || typeof part === 'number')
  return known.length > 0 ? known.join(' ').slice(0, 60) : error instanceof Error ? error.name : 'unknown'
}
