import { getTranslations } from 'next-intl/server'
import { WaitingCount } from '@/components/shell/waiting-count'
import { Tabs } from '@/components/ui/tabs'
import { readShell } from '@/lib/server/web/shell'

const PLACES = { years: '/bureau/certification', terms: '/bureau/certification/terms', papers: '/bureau/certification/history' } as const
export type QueueTab = keyof typeof PLACES

/** What a bureau certifies and verifies besides records: years, terms, past years on paper. */
export async function QueueTabs({ current }: { current: QueueTab }) {
  const [t, { account }] = await Promise.all([getTranslations('term.bureau'), readShell()])
  return (
    <Tabs
      label={t('tabs')}
      items={(Object.keys(PLACES) as QueueTab[]).map((place) => ({
        href: PLACES[place],
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
