import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageHead, Section } from '@/components/ui/page-parts'
import { CheckForm } from './_parts/check-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('verify'))('name'), robots: { index: false, follow: false } }
}

/** Is this certificate genuine, and does it still hold? For anyone. */
export default async function VerifyPage() {
  const t = await getTranslations('verify')
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <CheckForm />
      <Section title={t('where')}>
        <ul className="max-w-text list-disc space-y-1 pl-5">
          <li>{t('whereCode')}</li>
          <li>{t('whereNumber')}</li>
          <li>{t('whereQr')}</li>
        </ul>
      </Section>
    </>
  )
}
