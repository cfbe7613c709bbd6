import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Decided } from '@/components/find/decided'
import { Filters } from '@/components/list/filters'
import { Paging } from '@/components/list/paging'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterText } from '@/components/ui/filter-bar'
import { TextLink } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { CellNote, Table } from '@/components/ui/table'
import { YearBars } from '@/components/year/bars'
import { formatInstant } from '@/lib/i18n/format'
import { afterParam, pageLinks } from '@/lib/server/input/keyset'
import { enumParam, idParam, readSearch, type SearchParameters, textParam } from '@/lib/server/input/search'
import { readAuthorityTerms } from '@/lib/server/term/read-term-queue'
import { currentLocale } from '@/lib/server/web/display'
import { pageActor } from '@/lib/server/web/page'
import { readAuthorityQueue } from '@/lib/server/year/read-certification-queue'
import { WaitingTerms } from './_parts/waiting-terms'

const shape = {
  q: textParam(),
  after: afterParam('instant'),
  done: enumParam(['reviewed', 'returned'] as const),
  was: idParam(),
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('certification.authority'))('name') }
}

/** The years of municipal units under this authority whose professional hours it looks at before the city bureau certifies (N6.1). */
export default async function AuthorityPage({ searchParams }: { searchParams: SearchParameters }) {
  const actor = await pageActor('authority_reviewer')
  const [search, locale, t, common] = await Promise.all([
    readSearch(searchParams, shape),
    currentLocale(),
    getTranslations('certification.authority'),
    getTranslations('common'),
  ])
  const [queue, terms] = await Promise.all([readAuthorityQueue(actor, search), readAuthorityTerms(actor, search.q)])
  return (
    <>
      <PageHead title={t(queue.more ? 'titleMany' : 'title', { count: queue.total })} lead={t('lead')} />
      {search.done ? (
        <Decided kind="year" title={t(`done.${search.done}`)} href={search.was ? `/authority/years/${search.was}` : null} />
      ) : null}
      <Filters clear={search.q ? '/authority' : null}>
        <FilterText name="q" label={t('search')} value={search.q} />
      </Filters>
      <Sheet>
        {queue.rows.length === 0 ? (
          <EmptyState title={t(search.q ? 'emptyFiltered' : 'empty')}>{t('emptyHint')}</EmptyState>
        ) : (
          <Table
            caption={t('caption')}
            rows={queue.rows}
            rowKey={({ id }) => id}
            columns={[
              {
                id: 'person',
                head: t('person'),
                cell: (row) => (
                  <>
                    <TextLink href={`/authority/years/${row.id}`}>
                      <b>{row.personName}</b>
                    </TextLink>
                    <CellNote>{row.employer}</CellNote>
                  </>
                ),
              },
              { id: 'year', head: t('year'), cell: (row) => common('year', { year: String(row.year) }) },
              {
                id: 'hours',
                head: t('hours'),
                bare: true,
                cell: (row) => <YearBars small locale={locale} hours={{ ...row.hours, waiting: { professional: 0, public: 0 } }} />,
              },
              { id: 'requested', head: t('requested'), cell: (row) => formatInstant(row.requestedAt, locale) },
            ]}
          />
        )}
        <WaitingTerms rows={terms} />
      </Sheet>
      <Paging {...pageLinks('/authority', { q: search.q }, search.after, queue.next)} />
    </>
  )
}
