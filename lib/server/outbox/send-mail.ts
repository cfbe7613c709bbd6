import 'server-only'
import { sql } from 'kysely'
import { statement } from '../database/statement'
import { log } from '../runtime/log'
import { composeNotice } from './compose-notice'
import type { Send } from './mail-type'
import { composeMail, mailPayload } from './render-mail'

const AT_ONCE = 10
/** After so many tries, over about two days, a mail stays with its failure. */
const MAX_TRIES = 12

const claim = statement('outbox-claim', (db, given: { now: Date }) =>
  db
    .updateTable('outbox')
    .set((eb) => ({
      attempts: eb('attempts', '+', 1),
      next_at: sql<Date>`${given.now}::timestamptz + least(interval '1 minute' * 2 ^ ${eb.ref('attempts')}, interval '6 hours')`,
    }))
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('outbox')
        .select('id')
        .where('sent_at', 'is', null)
        .where('kind', 'in', ['mail', 'notice'])
        .where('attempts', '<', MAX_TRIES)
        .where('next_at', '<=', given.now)
        .orderBy('next_at')
        .orderBy('id')
        .limit(AT_ONCE)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['id', 'kind', 'payload']),
)
type Claimed = Awaited<ReturnType<typeof claim>>[number]

const noteFailure = statement('outbox-failure', (db, given: { id: string; failure: string }) =>
  db.updateTable('outbox').set({ failure: given.failure }).where('id', '=', given.id),
)
const noteSent = statement('outbox-sent', (db, given: { id: string; now: Date }) =>
  db.updateTable('outbox').set({ sent_at: given.now, failure: null }).where('id', '=', given.id),
)

/**
 * Sends what is due, a handful at a time, and answers how many were sent and how many failed. A row is claimed by moving its next try
 * into the future: several processes never take the same one, and a mail that was under way when its process died is tried again.
 */
export async function sendDueMails(send: Send, siteUrl: string, now: Date): Promise<{ sent: number; failed: number }> {
  const rows = await claim({ now })
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
    await noteFailure({ id, failure })
    log.warn({ outbox: id, failure }, 'mail not sent')
    return false
  }
  await noteSent({ id, now })
  return true
}

/** Codes only: a server's own words may repeat the address. */
function failureOf(error: unknown): string {
  const { code, responseCode } = (error ?? {}) as { code?: unknown; responseCode?: unknown }
  const known = [code, responseCode].filter((part) => typeof part === 'string' || typeof part === 'number')
  return known.length > 0 ? known.join(' ').slice(0, 60) : error instanceof Error ? error.name : 'unknown'
}
