import 'server-only'
import { z } from 'zod'
import { LOCALES, type Locale } from '@/lib/i18n/locales'
import { readMessages } from '../runtime/messages'
import { decryptPersonal } from '../security/personal-number'
import { OBJECTOR_MAILS } from '../transition/objector-mail'
import type { Mail } from './mail-type'

/** What an outbox row of kind `mail` holds; the address stays encrypted until it is sent. */
export const mailPayload = z.object({
  to: z.object({ cipher: z.string() }),
  template: z.enum(OBJECTOR_MAILS),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type MailPayload = z.infer<typeof mailPayload>

export interface RenderedMail {
  subject: string
  body: string
  /** A path of this site, where the mail leads to one. */
  path: string | null
}

/** A mail's words in one language. */
export async function renderMail({ template, values }: MailPayload, locale: Locale): Promise<RenderedMail> {
  const t = await mailWords(locale)
  const verdict: MailPayload['values'] = values.verdict === undefined ? {} : { verdict: t(`${template}.verdict.${values.verdict}`) }
  const word = (key: string) => t(`${template}.${key}`, { ...values, ...verdict })
  return { subject: word('subject'), body: word('body'), path: typeof values.code === 'string' ? `/board/objection/${values.code}` : null }
}

export async function composeMail(payload: MailPayload, siteUrl: string): Promise<Mail> {
  return inBothLanguages(addressOf(payload), (locale) => renderMail(payload, locale), siteUrl)
}

/** The whole mail: nobody knows the reader's language, so it says everything in both, Chinese first. */
export async function inBothLanguages(to: string, render: (locale: Locale) => Promise<RenderedMail>, siteUrl: string): Promise<Mail> {
  const parts = await Promise.all(LOCALES.map(async (locale) => ({ locale, ...(await render(locale)) })))
  const texts = await Promise.all(
    parts.map(async ({ locale, body, path }) => {
      const t = await mailWords(locale)
      const link = path ? [`${t('openLink')}\n${siteUrl.replace(/\/$/, '')}${path}`] : []
      return [body, ...link, t('footing')].join('\n\n')
    }),
  )
  return {
    to,
    subject: parts.map(({ subject }) => subject).join(' / '),
    text: `${texts.join('\n\n----------\n\n')}\n`,
  }
}

export function addressOf({ to }: MailPayload): string {
  return decryptPersonal(Buffer.from(to.cipher, 'base64'))
}

/** The words of a full key, outside of any request: values are put into its `{places}` as they are; null where there are no words. */
export async function wordsIn(locale: Locale): Promise<(key: string, values?: MailPayload['values']) => string | null> {
  const messages = await readMessages(locale)
  return (key, values = {}) => {
    const found = key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], messages)
    if (typeof found !== 'string') return null
    return found.replace(/\{(\w+)\}/g, (place, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : place))
  }
}

/** A sentence of the `mail` namespace, which is there. */
async function mailWords(locale: Locale): Promise<(key: string, values?: MailPayload['values']) => string> {
  const word = await wordsIn(locale)
  return (key, values) => {
    const found = word(`mail.${key}`, values)
    if (found === null) throw new RangeError(`no words for the mail ${key}`)
    return found
  }
}
