import { useTranslations } from 'next-intl'
import { Tabs } from '@/components/ui/tabs'

/** Tabs of an office that decides on filings: waiting ones and all. */
export function QueueTabs({ part }: { part: 'waiting' | 'all' }) {
  const t = useTranslations('filing.queue')
  return (
    <Tabs
      label={t('parts')}
      items={[
        { href: '/trainings', text: t('waiting'), current: part === 'waiting' },
        { href: '/trainings?part=all', text: t('all'), current: part === 'all' },
      ]}
    />
  )
}
