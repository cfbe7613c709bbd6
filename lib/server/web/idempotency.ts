import 'server-only'
import { createHmac } from 'node:crypto'
import { databaseNow, secondsAgo, statement } from '../database/statement'
import { ExpectedError } from '../input/errors'
import { env } from '../runtime/env'

const WAIT_MS = 150
const WAITS = 40
/** Whoever claimed a key and has not answered for so long is gone. */
const ABANDONED_SECONDS = 60

export type Claim<T> = { first: true } | { first: false; answer: T }

interface KeyClaim {
  key: string
  accountId: string | null
  action: string
  hash: Buffer
}

const claim = statement('idempotency-claim', (db, given: KeyClaim) =>
  db
    .insertInto('idempotency_key')
    .values({ key: given.key, account_id: given.accountId, action: given.action, body_hash: given.hash, at: databaseNow })
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet({ at: databaseNow })
        .where('idempotency_key.answer', 'is', null)
        .where('idempotency_key.at', '<', secondsAgo(ABANDONED_SECONDS))
        .where('idempotency_key.body_hash', '=', given.hash),
    )
    .returning('key'),
)
const claimed = statement('idempotency-claimed', (db, given: { key: string }) =>
  db.selectFrom('idempotency_key').select(['body_hash', 'answer']).where('key', '=', given.key),
)
const setAnswer = statement('idempotency-answer', (db, given: { key: string; answer: string }) =>
  db.updateTable('idempotency_key').set({ answer: given.answer }).where('key', '=', given.key),
)
const release = statement('idempotency-release', (db, given: { key: string }) =>
  db.deleteFrom('idempotency_key').where('key', '=', given.key).where('answer', 'is', null),
)

/**
 * Claims the key for this body. The first claims it; whoever comes again with the same body gets the first's answer, waiting for it
 * if need be; another body under the key is refused. A visitor's keys hold as well.
 */
export async function claimKey<T>(key: string, accountId: string | null, action: string, body: unknown): Promise<Claim<T>> {
  // Keyed: a body may hold a password or a number that a plain hash would give away to guessing.
  const hash = createHmac('sha256', env().XUESHI_SECRET)
    .update(JSON.stringify([accountId, action, body]))
    .digest()
  if ((await claim({ key, accountId, action, hash })).length === 1) return { first: true }
  for (let attempt = 0; attempt < WAITS; attempt += 1) {
    const [row] = await claimed({ key })
    if (!row) return claimKey(key, accountId, action, body)
    if (!row.body_hash.equals(hash)) throw new ExpectedError({ code: 'key_reused' })
    if (row.answer !== null) return { first: false, answer: row.answer as T }
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS))
  }
  throw new ExpectedError({ code: 'conflict', by: null, machine: null, event: null, at: null })
}

export async function keepAnswer(key: string, answer: unknown): Promise<void> {
  await setAnswer({ key, answer: JSON.stringify(answer) })
}

/** The act did not happen: the key is free again. */
export async function releaseKey(key: string): Promise<void> {
  await release({ key })
}
