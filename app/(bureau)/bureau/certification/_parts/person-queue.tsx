import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterBar, FilterSelect, FilterText } from '@/components/ui/filter-bar'
import { PageHead } from '@/components/ui/page-parts'
import { Pagination } from '@/components/ui/pagination'
import { Sheet } from '@/components/ui/sheet'
import { COUNTIES } from '@/lib/access/regions'
import type { Role } from '@/lib/access/types'
import { buildUrl } from '@/lib/server/input/search'
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
  const [t, terms, common] = await Promise.all([
    getTranslations('certification.queue'),
    getTranslations('terms'),
    getTranslations('common'),
  ])
  const isFiltered = q !== '' || region !== null
  const empty = isFiltered ? words.emptyFiltered : words.empty
  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      <QueueTabs current={tab} />
      <FilterBar
        label={common('filter.label')}
        apply={common('filter.apply')}
        clear={isFiltered ? { href: here, text: common('filter.clear') } : null}
      >
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
      </FilterBar>
      <Sheet>{children ?? <EmptyState title={empty.title}>{empty.hint}</EmptyState>}</Sheet>
      <Pagination
        label={common('paging.label')}
        first={after ? { href: buildUrl(here, { q, region }), text: common('paging.first') } : null}
        next={next ? { href: buildUrl(here, { q, region, after: next }), text: common('paging.next') } : null}
      />
    </>
  )
}
