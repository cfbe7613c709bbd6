import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-parts'
import { Pagination } from '@/components/ui/pagination'
import { Sheet } from '@/components/ui/sheet'
import type { Locale } from '@/lib/i18n/locales'
import { FilingFilters, type FilingFilterValues, isFiltered } from './filing-filters'
import { type FilingRowView, FilingTable } from './filing-table'

/** An organisation's own filings: what came back first said, then all of them by day. */
export function FilingList({
  base,
  rows,
  returned,
  filters,
  pages,
  locale,
}: {
  base: string
  rows: readonly FilingRowView[]
  /** How many came back to be corrected. */
  returned: number
  filters: FilingFilterValues
  /** The addresses of the first and the next page. */
  pages: { first: string | null; next: string | null }
  locale: Locale
}) {
  const t = useTranslations('filing.list')
  const common = useTranslations('common')
  const filtered = isFiltered(filters)
  const create = <LinkButton href={`${base}/new`}>{t('new')}</LinkButton>
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      {returned > 0 ? <Notice tone="warn" title={t('returned', { count: returned })} /> : null}
      <div className="mb-6">{create}</div>
      <FilingFilters values={filters} clear={base} />
      {rows.length === 0 ? (
        <EmptyState title={t(filtered ? 'emptyFiltered' : 'empty')}>{t(filtered ? 'emptyFilteredHint' : 'emptyHint')}</EmptyState>
      ) : (
        <Sheet>
          <FilingTable rows={rows} base={base} caption={t('caption')} locale={locale} />
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
