import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Approvals } from '@/components/filing/approvals'
import { FilingFacts } from '@/components/filing/facts'
import { RecognitionSentence, RecognitionTag } from '@/components/filing/recognition'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { Columns, NextStep, PageHead, Section } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import type { Role } from '@/lib/access/types'
import { formatDate } from '@/lib/i18n/format'
import { currentActor } from '@/lib/server/account/read-session'
import { type RegisterEntry, readRegisterEntry } from '@/lib/server/filing/read-register-entry'
import { currentLocale } from '@/lib/server/web/display'
import { orNotFound, pathId } from '@/lib/server/web/page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('register'))('trainings') }
}

/** One training on file, open to everyone: whether it counts, who agreed to it when, what was changed. */
export default async function RegisterEntryPage({ params }: { params: Promise<{ id: string }> }) {
  const [{ id }, t, cases, actor, locale] = await Promise.all([
    params,
    getTranslations('register'),
    getTranslations('cases'),
    currentActor(),
    currentLocale(),
  ])
  const entry = await orNotFound(readRegisterEntry(pathId(id)))
  const { content, outside } = entry
  const offices = await officesOf(entry)
  return (
    <>
      <PageHead title={content.title} lead={t('number', { number: entry.number })} back={{ href: '/register', text: t('entry.back') }} />
      {entry.cancelled ? <Notice tone="bad" title={t('entry.cancelled')} /> : null}
      {entry.changing ? <Notice tone="warn" title={t('changing')} /> : null}
      <Columns label={t('meaning')} aside={<Meaning entry={entry} />}>
        <Sheet>
          <Section title={t('entry.facts')}>
            <FilingFacts
              content={content}
              outside={outside}
              provider={entry.provider}
              authority={offices.authority}
              locale={locale}
              withoutNames
            />
            {entry.changedOn ? (
              <p className="mt-3 text-muted">{t('entry.changed', { date: formatDate(entry.changedOn, locale) })}</p>
            ) : null}
          </Section>
          {outside ? null : (
            <Section title={t('approvals')}>
              <Approvals approvals={entry.approvals} {...offices} open={false} locale={locale} />
            </Section>
          )}
          {canBeMissing(entry, actor.role) ? (
            <Section title={cases('raise.name')}>
              <p>{cases('raise.linkLead')}</p>
              <TextLink href={`/my/cases/new?filing=${pathId(id)}`} className="inline-flex min-h-11 items-center">
                {cases('raise.link')}
              </TextLink>
            </Section>
          ) : null}
        </Sheet>
      </Columns>
    </>
  )
}

/** Whoever attended may say that they are not on its roster; officials have no roster to be on. */
function canBeMissing({ outside, cancelled }: RegisterEntry, role: Role): boolean {
  return !outside && !cancelled && (role === 'practitioner' || role === 'visitor')
}

async function Meaning({ entry }: { entry: RegisterEntry }) {
  const [t, locale] = await Promise.all([getTranslations('register'), currentLocale()])
  const { recognition, approvedOn, content, outside } = entry
  if (!recognition) return null
  return (
    <NextStep>
      <h2 className="mb-2 text-lg">{t('meaning')}</h2>
      <RecognitionTag recognition={recognition} />
      <p className="mt-2">
        <RecognitionSentence
          recognition={recognition}
          approvedOn={approvedOn}
          startsOn={content.startsOn}
          outside={outside}
          locale={locale}
        />
      </p>
      <p className="mt-2 text-muted">{t('entry.rule')}</p>
      <p className="mt-2">
        <TextLink href="/rules/training">{t('entry.rules')}</TextLink>
      </p>
    </NextStep>
  )
}

async function officesOf({ regionCode, authority }: RegisterEntry): Promise<{ bureau: string; authority: string }> {
  const [t, terms, locale] = await Promise.all([getTranslations('filing.office'), getTranslations('terms'), currentLocale()])
  return {
    bureau: t('bureau', { region: terms(`region.${regionCode}`) }),
    authority: (locale === 'en' && authority?.nameEn) || (authority?.name ?? t('authority')),
  }
}
