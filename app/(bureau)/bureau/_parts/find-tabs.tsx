import { getTranslations } from 'next-intl/server'
import { Tabs } from '@/components/ui/tabs'

/** The two things that a bureau's officer finds again. */
export async function FindTabs({ current }: { current: 'records' | 'years' }) {
  const t = await getTranslations('find')
  return (
    <Tabs
      label={t('title')}
      items={(['records', 'years'] as const).map((kind) => ({ href: `/bureau/${kind}`, text: t(kind), current: kind === current }))}
    />
  )
}
