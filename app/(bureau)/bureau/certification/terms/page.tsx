import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TextLink } from '@/components/ui/link'
import { CellNote, Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { COUNTIES } from '@/lib/access/regions'
import { formatInstant, formatNumber } from '@/lib/i18n/format'
import { afterParam } from '@/lib/server/input/keyset'
import { enumParam, readSearch, type SearchParameters, textParam } from '@/lib/server/input/search'
import { readTermQueue, type TermQueueRow } from '@/lib/server/term/read-term-queue'
import { currentLocale } from '@/lib/server/web/display'
import { pageActor } from '@/lib/server/web/page'
import { PersonQueue } from '../_parts/person-queue'

const HERE = '/bureau/certification/terms'
const shape = { q: textParam(), region: enumParam(COUNTIES), after: afterParam('instant') }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('term.bureau'))('queue') }
}

/** The requested terms that this bureau certifies (N8.1). */
export default async function TermQueuePage({ searchParams }: { searchParams: SearchParameters }) {
  const actor = await pageActor('county_reviewer', 'city_reviewer')
  const [search, locale, t, terms] = await Promise.all([
    readSearch(searchParams, shape),
    currentLocale(),
    getTranslations('term.bureau'),
    getTranslations('terms'),
  ])
  const queue = await readTermQueue(actor, search)
  return (
    <PersonQueue
      tab="terms"
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
    </PersonQueue>
  )
}
