import { getTranslations } from 'next-intl/server'
import { Tabs } from '@/components/ui/tabs'

/** People, and accounts that belong to an office alone. */
export async function PeopleTabs({ current }: { current: 'people' | 'accounts' }) {
  const t = await getTranslations('admin.people')
  return (
    <Tabs
      label={t('tabs')}
      items={[
        { href: '/bureau/people', text: t('title'), current: current === 'people' },
        { href: '/bureau/people/accounts', text: t('accounts'), current: current === 'accounts' },
      ]}
    />
  )
}
