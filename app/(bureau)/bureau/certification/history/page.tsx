import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TextLink } from '@/components/ui/link'
import { Tag } from '@/components/ui/tag'
import { formatInstant, formatNumber } from '@/lib/i18n/format'
import { readHistoricQueue } from '@/lib/server/historic/read-historic-queue'
import { readSearch, type SearchParameters } from '@/lib/server/input/search'
import { currentLocale } from '@/lib/server/web/display'
import { pageActor } from '@/lib/server/web/page'
import { PersonQueue, personQueueSearch } from '../_parts/person-queue'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('historic.bureau'))('name') }
}

/** Past years' paper hours that wait for this bureau to compare them with their scans (N6.0). */
export default async function HistoricQueuePage({ searchParams }: { searchParams: SearchParameters }) {
  const actor = await pageActor('county_reviewer', 'city_reviewer')
  const [search, locale, t, common] = await Promise.all([
    readSearch(searchParams, personQueueSearch),
    currentLocale(),
    getTranslations('historic.bureau'),
    getTranslations('common'),
  ])
  return (
    <PersonQueue
      tab="papers"
      role={actor.role}
      search={search}
      queue={await readHistoricQueue(actor, search)}
      columns={[
        {
          id: 'person',
          head: t('person'),
          cell: (row) => (
            <span className="flex flex-wrap items-center gap-2">
              <TextLink href={`/bureau/certification/history/${row.id}`}>
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
  )
}
