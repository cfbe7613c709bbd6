import { getTranslations } from 'next-intl/server'
import type { z } from 'zod'
import { Filters } from '@/components/list/filters'
import { Paging } from '@/components/list/paging'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterSelect, FilterText } from '@/components/ui/filter-bar'
import { PageHead } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { type Column, Table } from '@/components/ui/table'
import { COUNTIES } from '@/lib/access/regions'
import type { Role } from '@/lib/access/types'
import { afterParam, pageLinks } from '@/lib/server/input/keyset'
import { enumParam, textParam } from '@/lib/server/input/search'
import { QUEUE_PLACES, QueueTabs } from './queue-tabs'

/** The search parameters of such a queue. */
export const personQueueSearch = { q: textParam(), region: enumParam(COUNTIES), after: afterParam('instant') }

/** Where the words of each stand. */
const WORDS = { terms: 'term.bureau', papers: 'historic.bureau' } as const

/** A queue of the certification desk, a page at a time: found by name, and by county where the city looks at another bureau's. */
export async function PersonQueue<Row extends { id: string }>({
  tab,
  role,
  search: { q, region, after },
  queue: { rows, next, readOnly },
  columns,
}: {
  tab: keyof typeof WORDS
  role: Role
  search: z.infer<z.ZodObject<typeof personQueueSearch>>
  queue: { rows: readonly Row[]; next: string | null; readOnly: boolean }
  columns: readonly Column<Row>[]
}) {
  const [t, shared, terms] = await Promise.all([
    getTranslations(WORDS[tab]),
    getTranslations('certification.queue'),
    getTranslations('terms'),
  ])
  const here = QUEUE_PLACES[tab]
  const isFiltered = q !== '' || region !== null
  return (
    <>
      <PageHead
        title={t('title', { count: rows.length })}
        lead={readOnly ? t('readOnly', { region: terms(`region.${region}`) }) : t('lead')}
      />
      <QueueTabs current={tab} />
      <Filters clear={isFiltered ? here : null}>
        <FilterText name="q" label={t('search')} value={q} />
        {role === 'city_reviewer' ? (
          <FilterSelect
            name="region"
            label={shared('region')}
            value={region ?? ''}
            all={shared('ownQueue')}
            options={COUNTIES.map((value) => ({ value, label: terms(`region.${value}`) }))}
          />
        ) : null}
      </Filters>
      <Sheet>
        {rows.length === 0 ? (
          <EmptyState title={t(isFiltered ? 'emptyFiltered' : 'empty')}>{t(isFiltered ? 'emptyFilteredHint' : 'emptyHint')}</EmptyState>
        ) : (
          <Table caption={t('caption')} rows={rows} rowKey={({ id }) => id} columns={columns} />
        )}
      </Sheet>
      <Paging {...pageLinks(here, { q, region }, after, next)} />
    </>
  )
}
