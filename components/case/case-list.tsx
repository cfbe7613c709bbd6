import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
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
import { formatDate } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import { outcomeWords } from './outcome'
import type { CaseRowView } from './types'

const FILTERS = ['waiting', 'overdue', 'answered'] as const

interface Props {
  who: 'provider' | 'bureau' | 'mine'
  rows: readonly CaseRowView[]
  any: boolean
  overdue: number
  search: { q: string; show: string | null }
  /** The addresses of the first and the next page. */
  pages: { first: string | null; next: string | null }
  emptyAction?: ReactNode
  locale: Locale
}

/** The cases that the reader raised, has to answer, or oversees. */
export function CaseList({ who, rows, any, overdue, search, pages, emptyAction, locale }: Props) {
  const t = useTranslations('cases')
  const common = useTranslations('common')
  const path = who === 'mine' ? '/my/cases' : '/cases'
  const isFiltered = search.q !== '' || search.show !== null
  const lead = { provider: 'list.leadProvider', bureau: 'list.leadBureau', mine: 'list.leadMine' } as const
  const empty = { provider: 'list.emptyProvider', bureau: 'list.emptyBureau', mine: 'list.emptyMine' } as const
  const title = who === 'mine' ? t('list.mine') : overdue > 0 && !isFiltered ? t('list.titleWaiting', { count: overdue }) : t('list.title')
  const columns: Column<CaseRowView>[] = [
    {
      id: 'title',
      head: t('list.head.title'),
      cell: (row) => (
        <>
          <TextLink href={`${path}/${row.id}`} className="inline-flex min-h-11 items-center font-semibold sm:min-h-0">
            {row.title}
          </TextLink>
          <CellNote>{t(`kind.${row.kind}`)}</CellNote>
        </>
      ),
    },
    ...(who === 'mine' ? [] : [{ id: 'person', head: t('list.head.person'), cell: (row: CaseRowView) => row.personName }]),
    ...(who === 'provider'
      ? []
      : [{ id: 'asked', head: t('list.head.asked'), cell: (row: CaseRowView) => row.askedOf ?? t('list.bureauOnly') }]),
    { id: 'raised', head: t('list.head.raised'), cell: (row) => formatDate(row.raisedOn, locale, 'short') },
    {
      id: 'due',
      head: t('list.head.due'),
      cell: (row) => (row.due ? <Due days={row.due.days} on={row.due.on} provisional={row.due.provisional} locale={locale} /> : null),
    },
    {
      id: 'state',
      head: t('list.head.state'),
      bare: true,
      cell: (row) => (
        <>
          <StateTag machine="case" state={row.state} />
          {row.outcome ? <CellNote>{outcomeWords(t, row.kind, row.outcome)}</CellNote> : null}
        </>
      ),
    },
  ]
  return (
    <>
      <PageHead title={title} lead={t(lead[who])} />
      {any ? (
        <Filters clear={isFiltered ? path : null}>
          <FilterText name="q" label={t('list.search')} value={search.q} />
          <FilterSelect
            name="show"
            label={t('list.show')}
            value={search.show ?? ''}
            all={common('filter.all')}
            options={FILTERS.map((value) => ({ value, label: t(`list.filter.${value}`) }))}
          />
        </Filters>
      ) : null}
      <Sheet>
        {rows.length === 0 ? (
          <EmptyState title={t(any ? 'list.emptyFiltered' : 'list.empty')} action={any ? null : emptyAction}>
            {any ? null : t(empty[who])}
          </EmptyState>
        ) : (
          <Table caption={t('list.caption')} columns={columns} rows={rows} rowKey={(row) => row.id} />
        )}
      </Sheet>
      <Paging {...pages} />
    </>
  )
}
