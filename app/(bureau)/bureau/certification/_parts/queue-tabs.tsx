import { getTranslations } from 'next-intl/server'
import { Tabs } from '@/components/ui/tabs'

const PLACES = { years: '/bureau/certification', terms: '/bureau/certification/terms', papers: '/bureau/certification/history' } as const
export type QueueTab = keyof typeof PLACES

/** What a bureau certifies and verifies besides records: years, terms, past years on paper. */
export async function QueueTabs({ current }: { current: QueueTab }) {
  const t = await getTranslations('term.bureau')
  return (
    <Tabs
      label={t('tabs')}
      items={(Object.keys(PLACES) as QueueTab[]).map((place) => ({
        href: PLACES[place],
        text: t(place),
        current: place === current,
      }))}
    />
  )
}
