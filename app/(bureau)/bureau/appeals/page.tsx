import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Due } from '@/components/record/due'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterBar, FilterText } from '@/components/ui/filter-bar'
import { TextLink } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-parts'
import { Pagination } from '@/components/ui/pagination'
import { Sheet } from '@/components/ui/sheet'
import { CellNote, Table } from '@/components/ui/table'
import { buildUrl, readSearch, type SearchParameters } from '@/lib/server/input/search'
import { appealsSearch, readAppeals } from '@/lib/server/record/review/read-appeals'
import { now } from '@/lib/server/runtime/clock'
import { currentLocale } from '@/lib/server/web/display'
import { pageActor } from '@/lib/server/web/page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('bureau.appeals'))('name') }
}

/** The appeals that this level answers. */
export default async function AppealsPage({ searchParams }: { searchParams: SearchParameters }) {
  const actor = await pageActor('county_reviewer', 'city_reviewer')
  const [search, at, locale, t, terms, common] = await Promise.all([
    readSearch(searchParams, appealsSearch),
    now(),
    currentLocale(),
    getTranslations('bureau.appeals'),
    getTranslations('terms'),
    getTranslations('common'),
  ])
  const { rows, next } = await readAppeals(actor, search, at)
  return (
    <>
      <PageHead title={t('name')} lead={t('lead')} />
      <FilterBar
        label={common('filter.label')}
        apply={common('filter.apply')}
        clear={search.q ? { href: '/bureau/appeals', text: common('filter.clear') } : null}
      >
        <FilterText name="q" label={t('search')} value={search.q} />
      </FilterBar>
      <Sheet>
        {rows.length === 0 ? (
          <EmptyState title={t('empty')} action={<TextLink href="/bureau/verification">{t('emptyNext')}</TextLink>}>
            {t('emptyHint')}
          </EmptyState>
        ) : (
          <Table
            caption={t('caption')}
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              {
                id: 'person',
                head: t('person'),
                cell: (row) => (
                  <>
                    <TextLink href={`/bureau/records/${row.id}`}>
                      <b>{row.personName}</b>
                    </TextLink>
                    <CellNote>{row.employer ?? terms('employmentKind.freelance')}</CellNote>
                  </>
                ),
              },
              {
                id: 'content',
                head: t('content'),
                cell: (row) => (
                  <>
                    {row.title}
                    <CellNote>{terms(`category.${row.category}`)}</CellNote>
                  </>
                ),
              },
              { id: 'against', head: t('against'), cell: (row) => (row.decidedBy ? t(`decided.${row.decidedBy}`) : null) },
              {
                id: 'due',
                head: t('due'),
                cell: (row) =>
                  row.due ? <Due days={row.due.days} on={row.due.on} provisional={row.due.provisional} locale={locale} /> : null,
              },
            ]}
          />
        )}
      </Sheet>
      <Pagination
        label={common('paging.label')}
        first={search.after ? { href: buildUrl('/bureau/appeals', { q: search.q }), text: common('paging.first') } : null}
        next={next ? { href: buildUrl('/bureau/appeals', { q: search.q, after: next }), text: common('paging.next') } : null}
      />
    </>
  )
}
