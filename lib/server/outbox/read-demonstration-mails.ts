import 'server-only'
import type { Locale } from '@/lib/i18n/locales'
import { LOCALES } from '@/lib/i18n/locales'
import { db } from '../database/db'
import { notFound } from '../input/errors'
import { maskContact } from '../objection/contact'
import { env } from '../runtime/env'
import { readDemonstration } from '../runtime/read-demonstration'
import { noticeMail } from './compose-notice'
import { addressOf, type MailPayload, mailPayload, type RenderedMail, renderMail } from './render-mail'

const MOST = 50

export interface DemonstrationMail extends RenderedMail {
  id: string
  at: Date
  to: string
  /** The same in the other language. */
  other: RenderedMail
}

/** Whether mails are shown instead of sent: in the demonstration, where no mail server is given. */
export async function showsMails(): Promise<boolean> {
  return (await readDemonstration()) !== null && !env().SMTP_URL
}

/** The last mails that would have been sent, the latest first. Only where they are shown; elsewhere there is no such thing. */
export async function readDemonstrationMails(locale: Locale): Promise<DemonstrationMail[]> {
  if (!(await showsMails())) throw notFound()
  const rows = await db.outbox.findMany({
    where: { kind: { in: ['mail', 'notice'] } },
    select: { id: true, kind: true, at: true, payload: true },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: MOST,
  })
  const otherLocale = LOCALES.find((one) => one !== locale) ?? locale
  const mails = await Promise.all(
    rows.map(async ({ id, kind, at, payload }) => {
      const { to, render } = kind === 'notice' ? await noticeMail(id) : ordinaryMail(mailPayload.parse(payload))
      if (to === null) return []
      const [here, other] = await Promise.all([render(locale), render(otherLocale)])
      return [{ id, at, to: maskContact('email', to), ...here, other }]
    }),
  )
  return mails.flat()
}

function ordinaryMail(mail: MailPayload): { to: string; render: (locale: Locale) => Promise<RenderedMail> } {
  return { to: addressOf(mail), render: (locale) => renderMail(mail, locale) }
}
