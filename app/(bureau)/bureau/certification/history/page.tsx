import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TextLink } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { COUNTIES } from '@/lib/access/regions'
import { formatInstant, formatNumber } from '@/lib/i18n/format'
import { type HistoricQueueRow, readHistoricQueue } from '@/lib/server/historic/read-historic-queue'
import { afterParam } from '@/lib/server/input/keyset'
import { enumParam, readSearch, type SearchParameters, textParam } from '@/lib/server/input/search'
import { currentLocale } from '@/lib/server/web/display'
import { pageActor } from '@/lib/server/web/page'
import { PersonQueue } from '../_parts/person-queue'

const HERE = '/bureau/certification/history'
const shape = { q: textParam(), region: enumParam(COUNTIES), after: afterParam('instant') }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('historic.bureau'))('name') }
}

/** Past years' paper hours that wait for this bureau to compare them with their scans (N6.0). */
export default async function HistoricQueuePage({ searchParams }: { searchParams: SearchParameters }) {
  const actor = await pageActor('county_reviewer', 'city_reviewer')
  const [search, locale, t, terms, common] = await Promise.all([
    readSearch(searchParams, shape),
    currentLocale(),
    getTranslations('historic.bureau'),
    getTranslations('terms'),
    getTranslations('common'),
  ])
  const queue = await readHistoricQueue(actor, search)
  return (
    <PersonQueue
      tab="papers"
      here={HERE}
      role={actor.role}
      search={search}
      next={queue.next}
      words={{
        title: t('title', { count: queue.rows.length }),
        lead: queue.readOnly ? t('readOnly', { region: terms(`region.${search.region}`) }) : t('lead'),
        search: t('search'),
        empty: { title: t('empty'), hint: t('emptyHint') },
        emptyFiltered: { title: t('emptyFiltered'), hint: t('emptyFilteredHint') },
      }}
    >
      {queue.rows.length === 0 ? null : (
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
    </PersonQueue>
  )
}
