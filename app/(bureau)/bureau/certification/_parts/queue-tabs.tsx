import { getTranslations } from 'next-intl/server'
import { WaitingCount } from '@/components/shell/waiting-count'
import { Tabs } from '@/components/ui/tabs'
import { readShell } from '@/lib/server/web/shell'

export const QUEUE_PLACES = {
  years: '/bureau/certification',
  terms: '/bureau/certification/terms',
  papers: '/bureau/certification/history',
} as const
type QueueTab = keyof typeof QUEUE_PLACES

/** What a bureau certifies and verifies besides records: years, terms, past years on paper. */
export async function QueueTabs({ current }: { current: QueueTab }) {
  const [t, { account }] = await Promise.all([getTranslations('term.bureau'), readShell()])
  return (
    <Tabs
      label={t('tabs')}
      items={(Object.keys(QUEUE_PLACES) as QueueTab[]).map((place) => ({
        href: QUEUE_PLACES[place],
        text: (
          <>
            {t(place)}
            <WaitingCount count={account?.waiting[`bureau.certification/${place}`] ?? 0} />
          </>
        ),
        current: place === current,
      }))}
    />
  )
}
