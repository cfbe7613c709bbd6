import 'server-only'
import { createTransport } from 'nodemailer'
import { now } from '../clock'
import { env } from '../env'
import { log } from '../log'
import { purgeOld } from './purge'
import { type Send, sendDueMails } from './send-mail'

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
  const send = mailer()
  let turn = 0
  async function run(): Promise<void> {
    try {
      if (send) await sendDueMails(send, env().XUESHI_SITE_URL, await now())
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

function mailer(): Send | null {
  const { SMTP_URL: url, XUESHI_SITE_URL } = env()
  if (!url) return null
  const user = decodeURIComponent(new URL(url).username)
  const from = user.includes('@') ? user : `no-reply@${new URL(XUESHI_SITE_URL).hostname}`
  const transport = createTransport({ url, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 })
  return async (mail) => {
    await transport.sendMail({ ...mail, from })
  }
}
