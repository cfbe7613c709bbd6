import { useTranslations } from 'next-intl'
import { Paging } from '@/components/list/paging'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import type { Locale } from '@/lib/i18n/locales'
import { FilingFilters, type FilingFilterValues, isFiltered } from './filing-filters'
import { type FilingRowView, FilingTable } from './filing-table'
import { QueueTabs } from './queue-tabs'

/** All filings that the office may see, decided or not. */
export function FilingAll({
  rows,
  filters,
  pages,
  locale,
}: {
  rows: readonly FilingRowView[]
  filters: FilingFilterValues
  pages: { first: string | null; next: string | null }
  locale: Locale
}) {
  const t = useTranslations('filing')
  return (
    <>
      <PageHead title={t('queue.allTitle')} lead={t('queue.allLead')} />
      <QueueTabs part="all" />
      <FilingFilters values={filters} clear="/trainings?part=all" part="all" />
      {rows.length === 0 ? (
        <EmptyState title={t(isFiltered(filters) ? 'list.emptyFiltered' : 'queue.allEmpty')}>
          {t(isFiltered(filters) ? 'list.emptyFilteredHint' : 'queue.emptyHint')}
        </EmptyState>
      ) : (
        <Sheet>
          <FilingTable rows={rows} caption={t('list.caption')} withOrganizer locale={locale} />
        </Sheet>
      )}
      <Paging {...pages} />
    </>
  )
}
