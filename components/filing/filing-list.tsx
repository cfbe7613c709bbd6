import { useTranslations } from 'next-intl'
import { Paging } from '@/components/list/paging'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import type { Locale } from '@/lib/i18n/locales'
import { FilingFilters, type FilingFilterValues, isFiltered } from './filing-filters'
import { type FilingRowView, FilingTable } from './filing-table'

/** The filings of an organisation in order of date, with a notice about returned ones. */
export function FilingList({
  rows,
  returned,
  filters,
  pages,
  locale,
}: {
  rows: readonly FilingRowView[]
  /** Number of filings that were returned for correction. */
  returned: number
  filters: FilingFilterValues
  /** The URLs of the first and the next page. */
  pages: { first: string | null; next: string | null }
  locale: Locale
}) {
  const t = useTranslations('filing.list')
  const filtered = isFiltered(filters)
  const create = <LinkButton href="/trainings/new">{t('new')}</LinkButton>
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      {returned > 0 ? <Notice tone="warn" title={t('returned', { count: returned })} /> : null}
      <div className="mb-6">{create}</div>
      <FilingFilters values={filters} clear="/trainings" />
      {rows.length === 0 ? (
        <EmptyState title={t(filtered ? 'emptyFiltered' : 'empty')}>{t(filtered ? 'emptyFilteredHint' : 'emptyHint')}</EmptyState>
      ) : (
        <Sheet>
          <FilingTable rows={rows} caption={t('caption')} locale={locale} />
        </Sheet>
      )}
      <Paging {...pages} />
    </>
  )
}
