import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageHead, Section } from '@/components/ui/page-parts'
import { readShell } from '@/lib/server/web/shell'

const LISTS = [
  ['what', ['identity', 'work', 'study', 'use']],
  ['who', ['employer', 'bureau', 'public', 'verify', 'never']],
] as const
const TEXTS = ['keep', 'cookies', 'rights'] as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('privacy'))('title') }
}

export default async function PrivacyPage() {
  const [t, { site }] = await Promise.all([getTranslations('privacy'), readShell()])
  const contact = [site.operator, site.address, site.phone].filter(Boolean)
  return (
    <div className="max-w-text">
      <PageHead title={t('title')} lead={t('lead')} />
      {LISTS.map(([part, entries]) => (
        <Section key={part} title={t(`${part}.title`)}>
          <ul className="list-disc space-y-1 pl-5">
            {entries.map((entry) => (
              <li key={entry}>{t(`${part}.${entry}`)}</li>
            ))}
          </ul>
        </Section>
      ))}
      {TEXTS.map((part) => (
        <Section key={part} title={t(`${part}.title`)}>
          <p>{t(`${part}.text`)}</p>
        </Section>
      ))}
      <Section title={t('contact')}>
        <p>{t('law')}</p>
        <p className="mt-2">{contact.length > 1 ? contact.join(' · ') : [site.operator, t('contactUnset')].filter(Boolean).join(' · ')}</p>
      </Section>
    </div>
  )
}
