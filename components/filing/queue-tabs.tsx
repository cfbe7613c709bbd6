import { useTranslations } from 'next-intl'
import { Tabs } from '@/components/ui/tabs'

/** What waits, and everything, of an office that decides. */
export function QueueTabs({ base, part }: { base: string; part: 'waiting' | 'all' }) {
  const t = useTranslations('filing.queue')
  return (
    <Tabs
      label={t('parts')}
      items={[
        { href: base, text: t('waiting'), current: part === 'waiting' },
        { href: `${base}?part=all`, text: t('all'), current: part === 'all' },
      ]}
    />
  )
}
