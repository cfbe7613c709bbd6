import 'server-only'
import type { Locale } from '@/lib/i18n/locales'
import { noticeSentence, personsPlace } from '@/lib/i18n/notice'
import { db } from '../database/db'
import { concernOf } from '../notification/read-notifications'
import type { Mail } from './mail-type'
import { inBothLanguages, type RenderedMail, wordsIn } from './render-mail'

interface NoticeMail {
  /** Null: there is no address any more. */
  to: string | null
  render: (locale: Locale) => Promise<RenderedMail>
}

/** The mail of a notification: the outbox row has its key. */
export async function noticeMail(id: string): Promise<NoticeMail> {
  const notice = await db.notification.findUnique({
    where: { id },
    select: { kind: true, data: true, person: { select: { email: true } } },
  })
  const concern = concernOf.parse(notice?.data ?? {})
  return {
    to: notice?.person?.email || null,
    async render(locale) {
      const word = await wordsIn(locale)
      const sentence = noticeSentence({ kind: notice?.kind ?? '', concern, personName: null }, word)
      return { subject: word('mail.notice.subject') ?? '', body: word('mail.notice.body', { sentence }) ?? '', path: personsPlace(concern) }
    },
  }
}

/** As it is sent; null where nobody is to be told any more. */
export async function composeNotice(id: string, siteUrl: string): Promise<Mail | null> {
  const { to, render } = await noticeMail(id)
  return to === null ? null : inBothLanguages(to, render, siteUrl)
}
