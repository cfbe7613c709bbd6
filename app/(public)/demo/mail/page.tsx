import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { SummaryList } from '@/components/ui/summary-list'
import { formatInstant } from '@/lib/i18n/format'
import { LOCALES } from '@/lib/i18n/locales'
import { readDemonstrationMails } from '@/lib/server/outbox/read-demonstration-mails'
import { currentLocale } from '@/lib/server/web/display'
import { orNotFound } from '@/lib/server/web/page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('mail.demo'))('title'), robots: { index: false } }
}

/** In the demonstration, the mails that would have been sent. Outside of it there is no such page. */
export default async function DemonstrationMailPage() {
  const locale = await currentLocale()
  const [mails, t] = await Promise.all([orNotFound(readDemonstrationMails(locale)), getTranslations('mail.demo')])
  const otherLocale = LOCALES.find((one) => one !== locale) ?? locale
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      {mails.length === 0 ? (
        <EmptyState title={t('empty')} action={<LinkButton href="/board">{t('toBoard')}</LinkButton>}>
          {t('emptyHint')}
        </EmptyState>
      ) : null}
      <div className="space-y-6">
        {mails.map((mail) => (
          <Sheet key={mail.id}>
            <h2 className="text-lg">{mail.subject}</h2>
            <SummaryList
              items={[
                { id: 'to', term: t('to'), value: mail.to },
                { id: 'at', term: t('at'), value: formatInstant(mail.at, locale) },
              ]}
            />
            <p className="mt-3 max-w-text whitespace-pre-line">{mail.body}</p>
            {mail.path ? (
              <TextLink href={mail.path} className="mt-2 inline-flex min-h-11 items-center font-semibold">
                {t('open')}
              </TextLink>
            ) : null}
            <Disclosure summary={t('other')}>
              <div lang={otherLocale}>
                <p className="font-semibold">{mail.other.subject}</p>
                <p className="max-w-text whitespace-pre-line">{mail.other.body}</p>
              </div>
            </Disclosure>
          </Sheet>
        ))}
      </div>
    </>
  )
}
