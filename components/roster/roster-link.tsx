import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/button'
import { Section } from '@/components/ui/page-parts'

/** The link from a training's page to its rosters. */
export function RosterLink({ training }: { training: string }) {
  const t = useTranslations('roster')
  return (
    <Section title={t('name')}>
      <p>{t('linkLead')}</p>
      <LinkButton kind="secondary" href={`/trainings/${training}/roster`} className="mt-3">
        {t('link')}
      </LinkButton>
    </Section>
  )
}
