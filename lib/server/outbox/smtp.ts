import 'server-only'
import { createTransport } from 'nodemailer'
import type { Send } from './mail-type'

const PATIENCE_MS = 15_000

/** Sends through the mail server of the address; as its user where that is a mailbox, else as nobody of the site. */
export function smtpSender(url: string, siteUrl: string): Send {
  const user = decodeURIComponent(new URL(url).username)
  const from = user.includes('@') ? user : `no-reply@${new URL(siteUrl).hostname}`
  const patience = { connectionTimeout: PATIENCE_MS, greetingTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS }
  const transport = createTransport({ url, ...patience, disableFileAccess: true, disableUrlAccess: true })
  return async (mail) => {
    await transport.sendMail({ ...mail, from })
  }
}
