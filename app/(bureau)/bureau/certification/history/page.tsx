import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterBar, FilterSelect, FilterText } from '@/components/ui/filter-bar'
import { TextLink } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-parts'
import { Pagination } from '@/components/ui/pagination'
import { Sheet } from '@/components/ui/sheet'
import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { COUNTIES } from '@/lib/access/regions'
import { currentLocale } from '@/lib/server/display'
import { type HistoricQueueRow, historicCursor, readHistoricQueue } from '@/lib/server/historic/read-historic-queue'
import { pageActor } from '@/lib/server/page'
import { address, cursor, filtered, readSearch, type SearchParameters, searched } from '@/lib/server/search'
import { formatInstant, formatNumber } from '@/lib/words/format'
import { QueueTabs } from '../_parts/queue-tabs'

const HERE = '/bureau/certification/history'
const shape = { q: searched(), region: filtered(COUNTIES), after: cursor(historicCursor) }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('historic.bureau'))('name') }
}

/** Past years' paper hours that wait for this bureau to compare them with their scans (N6.0). */
export default async function HistoricQueuePage({ searchParams }: { searchParams: SearchParameters }) {
  const actor = await pageActor('county_reviewer', 'city_reviewer')
  const [search, locale, t, own, terms, common] = await Promise.all([
    readSearch(searchParams, shape),
    currentLocale(),
    getTranslations('historic.bureau'),
    getTranslations('term.bureau'),
    getTranslations('terms'),
    getTranslations('common'),
  ])
  const queue = await readHistoricQueue(actor, search)
  const { q, region } = search
  const isFiltered = q !== '' || region !== null
  return (
    <>
      <PageHead
        title={t('title', { count: queue.rows.length })}
        lead={queue.readOnly ? t('readOnly', { region: terms(`region.${region}`) }) : t('lead')}
      />
      <QueueTabs current="papers" />
      <FilterBar
        label={common('filter.label')}
        apply={common('filter.apply')}
        clear={isFiltered ? { href: HERE, text: common('filter.clear') } : null}
      >
        <FilterText name="q" label={t('search')} value={q} />
        {actor.role === 'city_reviewer' ? (
          <FilterSelect
            name="region"
            label={own('region')}
            value={region ?? ''}
            all={own('ownQueue')}
            options={COUNTIES.map((value) => ({ value, label: terms(`region.${value}`) }))}
          />
        ) : null}
      </FilterBar>
      <Sheet>
        {queue.rows.length === 0 ? (
          <EmptyState title={t(isFiltered ? 'emptyFiltered' : 'empty')}>{t(isFiltered ? 'emptyFilteredHint' : 'emptyHint')}</EmptyState>
        ) : (
          <Table<HistoricQueueRow>
            caption={t('caption')}
            rows={queue.rows}
            rowKey={({ id }) => id}
            columns={[
              {
                id: 'person',
                head: t('person'),
                cell: (row) => (
                  <span className="flex flex-wrap items-center gap-2">
                    <TextLink href={`${HERE}/${row.id}`}>
                      <b>{row.personName}</b>
                    </TextLink>
                    {row.isOwn ? <Tag tone="off">{t('own')}</Tag> : null}
                  </span>
                ),
              },
              { id: 'year', head: t('year'), cell: (row) => common('year', { year: String(row.year) }) },
              { id: 'professional', head: t('professional'), numeric: true, cell: (row) => formatNumber(row.professional, locale) },
              { id: 'total', head: t('total'), numeric: true, cell: (row) => formatNumber(row.total, locale) },
              { id: 'entered', head: t('entered'), cell: (row) => formatInstant(row.enteredAt, locale) },
            ]}
          />
        )}
      </Sheet>
      <Pagination
        label={common('paging.label')}
        first={search.after ? { href: address(HERE, { q, region }), text: common('paging.first') } : null}
        next={queue.next ? { href: address(HERE, { q, region, after: queue.next }), text: common('paging.next') } : null}
      />
    </>
  )
}
