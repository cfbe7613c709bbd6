import 'server-only'
import { purgeOld } from '../outbox/purge'
import { sendDueMails } from '../outbox/send-mail'
import { smtpSender } from '../outbox/smtp'
import { now } from '../runtime/clock'
import { env } from '../runtime/env'
import { log } from '../runtime/log'

const EVERY_MS = 10_000
const PURGE_EVERY = 360

const kept = globalThis as typeof globalThis & { xueshiOutbox?: boolean }

/**
 * Starts the loop that sends the outbox's mails and forgets what is old; once a process. Without SMTP_URL nothing is sent and the mails
 * wait. Any number of processes may run it.
 */
export function startOutbox(): void {
  if (kept.xueshiOutbox) return
  kept.xueshiOutbox = true
  const { SMTP_URL, XUESHI_SITE_URL } = env()
  const send = SMTP_URL ? smtpSender(SMTP_URL, XUESHI_SITE_URL) : null
  let turn = 0
  async function run(): Promise<void> {
    try {
      if (send) await sendDueMails(send, XUESHI_SITE_URL, await now())
      if (turn % PURGE_EVERY === 0) await purgeOld()
      turn += 1
    } catch (error) {
      log.error({ err: error }, 'outbox failed')
    }
    next()
  }
  function next(): void {
    // Never what keeps the process alive.
    setTimeout(run, EVERY_MS).unref()
  }
  next()
}
