import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TextLink } from '@/components/ui/link'
import { CellNote } from '@/components/ui/table'
import { formatInstant, formatNumber } from '@/lib/i18n/format'
import { readSearch, type SearchParameters } from '@/lib/server/input/search'
import { readTermQueue } from '@/lib/server/term/read-term-queue'
import { currentLocale } from '@/lib/server/web/display'
import { pageActor } from '@/lib/server/web/page'
import { PersonQueue, personQueueSearch } from '../_parts/person-queue'
import { RequestNotes } from '../_parts/request-notes'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('term.bureau'))('queue') }
}

/** The requested terms that this bureau certifies (N8.1). */
export default async function TermQueuePage({ searchParams }: { searchParams: SearchParameters }) {
  const actor = await pageActor('county_reviewer', 'city_reviewer')
  const [search, locale, t, terms] = await Promise.all([
    readSearch(searchParams, personQueueSearch),
    currentLocale(),
    getTranslations('term.bureau'),
    getTranslations('terms'),
  ])
  return (
    <PersonQueue
      tab="terms"
      role={actor.role}
      search={search}
      queue={await readTermQueue(actor, search)}
      columns={[
        {
          id: 'person',
          head: t('person'),
          lead: true,
          cell: (row) => (
            <>
              <TextLink href={`/bureau/certification/terms/${row.id}`}>
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
          cell: (row) => <RequestNotes waitsForAuthority={row.waitsForAuthority} own={row.isOwn ? t('own') : null} />,
        },
      ]}
    />
  )
}
