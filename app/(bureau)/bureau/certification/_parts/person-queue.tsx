import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Filters } from '@/components/list/filters'
import { Paging } from '@/components/list/paging'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterSelect, FilterText } from '@/components/ui/filter-bar'
import { PageHead } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { COUNTIES } from '@/lib/access/regions'
import type { Role } from '@/lib/access/types'
import { pageLinks } from '@/lib/server/input/keyset'
import { type QueueTab, QueueTabs } from './queue-tabs'

export interface QueueWords {
  title: string
  lead: string
  search: string
  empty: { title: string; hint: string }
  emptyFiltered: { title: string; hint: string }
}

/** A queue of the certification desk, a page at a time: found by name, and by county where the city looks at another bureau's. */
export async function PersonQueue({
  tab,
  here,
  role,
  search: { q, region, after },
  next,
  words,
  children,
}: {
  tab: QueueTab
  here: string
  role: Role
  search: { q: string; region: string | null; after: unknown }
  next: string | null
  words: QueueWords
  /** The rows; null where there are none. */
  children: ReactNode
}) {
  const [t, terms] = await Promise.all([getTranslations('certification.queue'), getTranslations('terms')])
  const isFiltered = q !== '' || region !== null
  const empty = isFiltered ? words.emptyFiltered : words.empty
  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      <QueueTabs current={tab} />
      <Filters clear={isFiltered ? here : null}>
        <FilterText name="q" label={words.search} value={q} />
        {role === 'city_reviewer' ? (
          <FilterSelect
            name="region"
            label={t('region')}
            value={region ?? ''}
            all={t('ownQueue')}
            options={COUNTIES.map((value) => ({ value, label: terms(`region.${value}`) }))}
          />
        ) : null}
      </Filters>
      <Sheet>{children ?? <EmptyState title={empty.title}>{empty.hint}</EmptyState>}</Sheet>
      <Paging {...pageLinks(here, { q, region }, after, next)} />
    </>
  )
}
