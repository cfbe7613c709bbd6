import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Filters } from '@/components/list/filters'
import { Paging } from '@/components/list/paging'
import { Due } from '@/components/record/due'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterText } from '@/components/ui/filter-bar'
import { TextLink } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { CellNote, Table } from '@/components/ui/table'
import { pageLinks } from '@/lib/server/input/keyset'
import { readSearch, type SearchParameters } from '@/lib/server/input/search'
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
  const [search, at, locale, t, terms] = await Promise.all([
    readSearch(searchParams, appealsSearch),
    now(),
    currentLocale(),
    getTranslations('bureau.appeals'),
    getTranslations('terms'),
  ])
  const { rows, next } = await readAppeals(actor, search, at)
  return (
    <>
      <PageHead title={t('name')} lead={t('lead')} />
      <Filters clear={search.q ? '/bureau/appeals' : null}>
        <FilterText name="q" label={t('search')} value={search.q} />
      </Filters>
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
      <Paging {...pageLinks('/bureau/appeals', { q: search.q }, search.after, next)} />
    </>
  )
}
