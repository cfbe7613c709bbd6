import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead } from '@/components/ui/page-parts'
import { Pagination } from '@/components/ui/pagination'
import { Sheet } from '@/components/ui/sheet'
import type { Locale } from '@/lib/i18n/locales'
import { FilingFilters, type FilingFilterValues, isFiltered } from './filing-filters'
import { type FilingRowView, FilingTable } from './filing-table'
import { QueueTabs } from './queue-tabs'

/** All filings within an office's reach, decided or not. */
export function FilingAll({
  base,
  rows,
  filters,
  pages,
  locale,
}: {
  base: string
  rows: readonly FilingRowView[]
  filters: FilingFilterValues
  pages: { first: string | null; next: string | null }
  locale: Locale
}) {
  const t = useTranslations('filing')
  const common = useTranslations('common')
  return (
    <>
      <PageHead title={t('queue.allTitle')} lead={t('queue.allLead')} />
      <QueueTabs base={base} part="all" />
      <FilingFilters values={filters} clear={`${base}?part=all`} part="all" />
      {rows.length === 0 ? (
        <EmptyState title={t(isFiltered(filters) ? 'list.emptyFiltered' : 'queue.allEmpty')}>
          {t(isFiltered(filters) ? 'list.emptyFilteredHint' : 'queue.emptyHint')}
        </EmptyState>
      ) : (
        <Sheet>
          <FilingTable rows={rows} base={base} caption={t('list.caption')} withOrganizer locale={locale} />
        </Sheet>
      )}
      <Pagination
        label={common('paging.label')}
        first={pages.first ? { href: pages.first, text: common('paging.first') } : null}
        next={pages.next ? { href: pages.next, text: common('paging.next') } : null}
      />
    </>
  )
}
