import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Filters } from '@/components/list/filters'
import { Paging } from '@/components/list/paging'
import { StateTag } from '@/components/record/state-tag'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterSelect, FilterText } from '@/components/ui/filter-bar'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { CellNote, type Column, Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { formatDateRange } from '@/lib/i18n/format'
import { pageLinks } from '@/lib/server/input/keyset'
import { readSearch, type SearchParameters } from '@/lib/server/input/search'
import { type BatchRow, batchesSearch, readBatches } from '@/lib/server/publicity/read-batches'
import { now } from '@/lib/server/runtime/clock'
import { currentLocale } from '@/lib/server/web/display'
import { pageActor } from '@/lib/server/web/page'
import { isInGroup } from '@/lib/workflow/state-groups'
import { BATCH_STATES } from '@/lib/workflow/states'

const PATH = '/employer/batches'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('publicity.batches'))('name') }
}

/** The unit's publicity batches, the latest first. */
export default async function BatchesPage({ searchParams }: { searchParams: SearchParameters }) {
  const actor = await pageActor('employer_officer')
  const [search, at, t, all, states, common, locale] = await Promise.all([
    readSearch(searchParams, batchesSearch),
    now(),
    getTranslations('publicity.batches'),
    getTranslations('publicity'),
    getTranslations('states.batch'),
    getTranslations('common'),
    currentLocale(),
  ])
  const { rows, accepted, next } = await readBatches(actor, search, at)
  const { q, state } = search
  const isFiltered = q !== '' || state !== null
  const ready = rows.filter((row) => row.ended).length
  const columns: Column<BatchRow>[] = [
    {
      id: 'number',
      head: t('number'),
      cell: (row) => (
        <TextLink href={`${PATH}/${row.id}`} className="inline-flex min-h-11 items-center font-semibold sm:min-h-0">
          {all('number', { year: String(row.year), number: row.number })}
        </TextLink>
      ),
    },
    { id: 'period', head: t('period'), cell: (row) => formatDateRange(row.startsOn, row.endsOn, locale) },
    { id: 'items', head: t('items'), numeric: true, cell: (row) => row.items },
    {
      id: 'objections',
      head: t('objections'),
      cell: (row) => (row.openObjections > 0 ? <Tag tone="warn">{t('objectionsOpen', { count: row.openObjections })}</Tag> : null),
    },
    {
      id: 'state',
      head: t('state'),
      bare: true,
      cell: (row) => (
        <>
          {row.ended ? <Tag tone="warn">{states('ended')}</Tag> : <StateTag machine="batch" state={row.state} />}
          {row.ended ? <CellNote>{t('ended')}</CellNote> : null}
        </>
      ),
    },
  ]
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      {ready > 0 ? <Notice tone="warn" title={t('ready', { count: ready })} /> : null}
      {accepted > 0 ? (
        <div className="mb-6">
          <LinkButton href={`${PATH}/new`}>{t('newCount', { count: accepted })}</LinkButton>
        </div>
      ) : null}
      <Filters clear={isFiltered ? PATH : null}>
        <FilterText name="q" label={t('search')} value={q} />
        <FilterSelect
          name="state"
          label={t('state')}
          value={state ?? ''}
          all={common('filter.all')}
          options={BATCH_STATES.filter((value) => !isInGroup('batch', value, 'being_made')).map((value) => ({
            value,
            label: states(value),
          }))}
        />
      </Filters>
      {rows.length === 0 ? (
        <EmptyState
          title={t(isFiltered ? 'emptyFiltered' : 'empty')}
          action={<TextLink href="/employer/review">{t('emptyNext')}</TextLink>}
        >
          {isFiltered ? null : t('emptyHint')}
        </EmptyState>
      ) : (
        <Sheet>
          <Table caption={t('caption')} columns={columns} rows={rows} rowKey={(row) => row.id} highlighted={(row) => row.ended} />
        </Sheet>
      )}
      <Paging {...pageLinks(PATH, { q, state }, search.after, next)} />
    </>
  )
}
