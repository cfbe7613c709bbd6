import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterBar, FilterSelect, FilterText } from '@/components/ui/filter-bar'
import { TextLink } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-parts'
import { Pagination } from '@/components/ui/pagination'
import { Sheet } from '@/components/ui/sheet'
import { CellNote, Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { COUNTIES } from '@/lib/access/regions'
import { currentLocale } from '@/lib/server/display'
import { pageActor } from '@/lib/server/page'
import { address, cursor, filtered, readSearch, type SearchParameters, searched } from '@/lib/server/search'
import { readTermQueue, type TermQueueRow, termCursor } from '@/lib/server/term/read-term-queue'
import { formatInstant, formatNumber } from '@/lib/words/format'
import { QueueTabs } from '../_parts/queue-tabs'

const HERE = '/bureau/certification/terms'
const shape = { q: searched(), region: filtered(COUNTIES), after: cursor(termCursor) }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('term.bureau'))('queue') }
}

/** The requested terms that this bureau certifies (N8.1). */
export default async function TermQueuePage({ searchParams }: { searchParams: SearchParameters }) {
  const actor = await pageActor('county_reviewer', 'city_reviewer')
  const [search, locale, t, terms, common] = await Promise.all([
    readSearch(searchParams, shape),
    currentLocale(),
    getTranslations('term.bureau'),
    getTranslations('terms'),
    getTranslations('common'),
  ])
  const queue = await readTermQueue(actor, search)
  const { q, region } = search
  const isFiltered = q !== '' || region !== null
  return (
    <>
      <PageHead
        title={t('title', { count: queue.rows.length })}
        lead={queue.readOnly ? t('readOnly', { region: terms(`region.${region}`) }) : t('lead')}
      />
      <QueueTabs current="terms" />
      <FilterBar
        label={common('filter.label')}
        apply={common('filter.apply')}
        clear={isFiltered ? { href: HERE, text: common('filter.clear') } : null}
      >
        <FilterText name="q" label={t('search')} value={q} />
        {actor.role === 'city_reviewer' ? (
          <FilterSelect
            name="region"
            label={t('region')}
            value={region ?? ''}
            all={t('ownQueue')}
            options={COUNTIES.map((value) => ({ value, label: terms(`region.${value}`) }))}
          />
        ) : null}
      </FilterBar>
      <Sheet>
        {queue.rows.length === 0 ? (
          <EmptyState title={t(isFiltered ? 'emptyFiltered' : 'empty')}>{t(isFiltered ? 'emptyFilteredHint' : 'emptyHint')}</EmptyState>
        ) : (
          <Table<TermQueueRow>
            caption={t('caption')}
            rows={queue.rows}
            rowKey={({ id }) => id}
            columns={[
              {
                id: 'person',
                head: t('person'),
                lead: true,
                cell: (row) => (
                  <>
                    <TextLink href={`${HERE}/${row.id}`}>
                      <b>{row.personName}</b>
                    </TextLink>
                    <CellNote>{row.employer ?? terms('employmentKind.freelance')}</CellNote>
                  </>
                ),
              },
              { id: 'span', head: t('span'), cell: (row) => `${row.years.from}–${row.years.to}` },
              {
                id: 'average',
                head: t('average'),
                numeric: true,
                cell: (row) => `${formatNumber(row.average.total, locale)} / ${formatNumber(row.average.professional, locale)}`,
              },
              { id: 'requested', head: t('requested'), cell: (row) => formatInstant(row.requestedAt, locale) },
              {
                id: 'notes',
                head: t('notes'),
                bare: true,
                cell: (row) => (
                  <span className="flex flex-col items-start gap-1.5">
                    {row.waitsForAuthority ? (
                      <>
                        <Tag tone="wait">{t('authorityFirst')}</Tag>
                        <CellNote>{row.waitsForAuthority}</CellNote>
                      </>
                    ) : null}
                    {row.isOwn ? <Tag tone="off">{t('own')}</Tag> : null}
                  </span>
                ),
              },
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
