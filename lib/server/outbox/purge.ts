import 'server-only'
import { secondsAgo, statement } from '../database/statement'

const DAY_SECONDS = 86_400

const oldAnswers = statement('purge-answers', (db, _: object) =>
  db.deleteFrom('idempotency_key').where('at', '<', secondsAgo(2 * DAY_SECONDS)),
)
const oldCounters = statement('purge-counters', (db, _: object) =>
  db.deleteFrom('rate_window').where('started_at', '<', secondsAgo(DAY_SECONDS)),
)
const oldMails = statement('purge-mails', (db, _: object) => db.deleteFrom('outbox').where('sent_at', '<', secondsAgo(30 * DAY_SECONDS)))

/** Forgets what is of no more use: answers kept for repeated forms, counters whose window is long over, mails sent a month ago. Real clock. */
export async function purgeOld(): Promise<void> {
  for (const purge of [oldAnswers, oldCounters, oldMails]) await purge({})
}
