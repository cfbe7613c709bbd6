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
import { CellNote, type Column, Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { formatDate } from '@/lib/i18n/format'
import { pageLinks } from '@/lib/server/input/keyset'
import { readSearch, type SearchParameters } from '@/lib/server/input/search'
import { OBJECTION_FILTERS, type ObjectionRow, objectionsSearch, readObjections } from '@/lib/server/objection/read-objections'
import { now } from '@/lib/server/runtime/clock'
import { currentLocale } from '@/lib/server/web/display'
import { pageActor } from '@/lib/server/web/page'

const PATH = '/employer/objections'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('objection.list'))('name') }
}

/** Objections to what the unit publicizes, the latest first. */
export default async function ObjectionsPage({ searchParams }: { searchParams: SearchParameters }) {
  const actor = await pageActor('employer_officer')
  const [search, at, t, all, common, locale] = await Promise.all([
    readSearch(searchParams, objectionsSearch),
    now(),
    getTranslations('objection.list'),
    getTranslations('publicity'),
    getTranslations('common'),
    currentLocale(),
  ])
  const { rows, next } = await readObjections(actor, search, at)
  const { q, state } = search
  const isFiltered = q !== '' || state !== null
  const waiting = rows.filter((row) => (row.due !== null || row.toCall) && !row.isOwn).length
  const columns: Column<ObjectionRow>[] = [
    {
      id: 'record',
      head: t('record'),
      cell: (row) => (
        <>
          <TextLink href={`${PATH}/${row.id}`} className="inline-flex min-h-11 items-center font-semibold sm:min-h-0">
            {row.recordTitle}
          </TextLink>
          <CellNote>
            {row.personName}
            {row.isOwn ? ` · ${t('own')}` : null}
          </CellNote>
        </>
      ),
    },
    { id: 'batch', head: t('batch'), cell: (row) => all('number', { year: String(row.batch.year), number: row.batch.number }) },
    { id: 'raised', head: t('raised'), cell: (row) => formatDate(row.raisedOn, locale, 'short') },
    {
      id: 'due',
      head: t('due'),
      cell: (row) => (row.due ? <Due days={row.due.days} on={row.due.on} provisional={row.due.provisional} locale={locale} /> : null),
    },
    {
      id: 'status',
      head: t('status'),
      bare: true,
      cell: (row) => (row.toCall ? <Tag tone="warn">{t('toCall')}</Tag> : <StateTag machine="objection" state={row.state} />),
    },
  ]
  return (
    <>
      <PageHead title={waiting > 0 && !isFiltered ? t('titleWaiting', { count: waiting }) : t('title')} lead={t('lead')} />
      <Filters clear={isFiltered ? PATH : null}>
        <FilterText name="q" label={t('search')} value={q} />
        <FilterSelect
          name="state"
          label={t('state')}
          value={state ?? ''}
          all={common('filter.all')}
          options={OBJECTION_FILTERS.map((value) => ({ value, label: t(`filter.${value}`) }))}
        />
      </Filters>
      {rows.length === 0 ? (
        <EmptyState
          title={t(isFiltered ? 'emptyFiltered' : 'empty')}
          action={<TextLink href="/employer/batches">{all('batches.name')}</TextLink>}
        >
          {isFiltered ? null : t('emptyHint')}
        </EmptyState>
      ) : (
        <Sheet>
          <Table caption={t('caption')} columns={columns} rows={rows} rowKey={(row) => row.id} />
        </Sheet>
      )}
      <Paging {...pageLinks(PATH, { q, state }, search.after, next)} />
    </>
  )
}
