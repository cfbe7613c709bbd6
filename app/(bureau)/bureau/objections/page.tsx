import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Filters } from '@/components/list/filters'
import { Paging } from '@/components/list/paging'
import { Due } from '@/components/record/due'
import { StateTag } from '@/components/record/state-tag'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterSelect, FilterText } from '@/components/ui/filter-bar'
import { TextLink } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { CellNote, Table } from '@/components/ui/table'
import { formatDate } from '@/lib/i18n/format'
import { pageLinks } from '@/lib/server/input/keyset'
import { readSearch, type SearchParameters } from '@/lib/server/input/search'
import { OBJECTION_FILTERS, objectionsSearch, readObjections } from '@/lib/server/objection/read-objections'
import { now } from '@/lib/server/runtime/clock'
import { currentLocale } from '@/lib/server/web/display'
import { pageActor } from '@/lib/server/web/page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('bureau.objections'))('name') }
}

/** Objections in reach of the bureau: which wait, for whom, and until when. */
export default async function ObjectionsPage({ searchParams }: { searchParams: SearchParameters }) {
  const actor = await pageActor('county_reviewer', 'city_reviewer')
  const [search, at, locale, t, common] = await Promise.all([
    readSearch(searchParams, objectionsSearch),
    now(),
    currentLocale(),
    getTranslations('bureau.objections'),
    getTranslations('common'),
  ])
  const { rows, next } = await readObjections(actor, search, at)
  const { q, state } = search
  return (
    <>
      <PageHead title={t('name')} lead={t('lead')} />
      <Filters clear={q || state ? '/bureau/objections' : null}>
        <FilterText name="q" label={t('search')} value={q} />
        <FilterSelect
          name="state"
          label={t('state')}
          value={state ?? ''}
          all={common('filter.all')}
          options={OBJECTION_FILTERS.map((value) => ({ value, label: t(`filters.${value}`) }))}
        />
      </Filters>
      <Sheet>
        {rows.length === 0 ? (
          <EmptyState title={t('empty')} action={<TextLink href="/board">{t('emptyNext')}</TextLink>}>
            {t('emptyHint')}
          </EmptyState>
        ) : (
          <Table
            caption={t('name')}
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              {
                id: 'record',
                head: t('record'),
                cell: (row) => (
                  <>
                    <TextLink href={`/bureau/objections/${row.id}`}>
                      <b>{row.recordTitle}</b>
                    </TextLink>
                    <CellNote>
                      {row.personName} · {row.unit}
                    </CellNote>
                  </>
                ),
              },
              { id: 'raised', head: t('raised'), cell: (row) => formatDate(row.raisedOn, locale) },
              { id: 'state', head: t('state'), bare: true, cell: (row) => <StateTag machine="objection" state={row.state} /> },
              {
                id: 'due',
                head: t('due'),
                cell: (row) =>
                  row.due ? (
                    <Due days={row.due.days} on={row.due.on} provisional={row.due.provisional} locale={locale} />
                  ) : row.toCall ? (
                    t('toCall')
                  ) : null,
              },
            ]}
          />
        )}
      </Sheet>
      <Paging {...pageLinks('/bureau/objections', { q, state }, search.after, next)} />
    </>
  )
}
