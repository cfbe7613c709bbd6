import { useTranslations } from 'next-intl'
import { Filters } from '@/components/list/filters'
import { Paging } from '@/components/list/paging'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterSelect, FilterText } from '@/components/ui/filter-bar'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import type { Locale } from '@/lib/i18n/locales'
import { type FilingRowView, FilingTable } from './filing-table'
import { QueueTabs } from './queue-tabs'

/** The filings that wait for an office, in order of the training's first day. */
export function FilingQueue({
  queue,
  filters,
  pages,
  regions,
  mayEnter,
  locale,
}: {
  queue: { rows: readonly FilingRowView[]; total: number; more: boolean }
  /** `region`: the queue of another bureau, which is read-only. */
  filters: { q: string; region: string | null }
  pages: { first: string | null; next: string | null }
  /** The bureaus whose queues the reader may see. */
  regions: readonly string[]
  /** What was filed outside the city is entered here. */
  mayEnter: boolean
  locale: Locale
}) {
  const t = useTranslations('filing.queue')
  const terms = useTranslations('terms')
  const { q, region } = filters
  return (
    <>
      <PageHead title={t(queue.more ? 'titleMany' : 'title', { count: queue.total })} lead={t('lead')} />
      <QueueTabs part="waiting" />
      {region ? <Notice title={t('readOnly', { region: terms(`region.${region}`) })} /> : null}
      {mayEnter ? (
        <div className="mb-6">
          <LinkButton href="/trainings/new" kind="secondary">
            {t('enter')}
          </LinkButton>
        </div>
      ) : null}
      <Filters clear={q || region ? '/trainings' : null}>
        <FilterText name="q" label={t('search')} value={q} />
        {regions.length > 0 ? (
          <FilterSelect
            name="region"
            label={t('region')}
            value={region ?? ''}
            all={t('own')}
            options={regions.map((value) => ({ value, label: terms(`region.${value}`) }))}
          />
        ) : null}
      </Filters>
      {queue.rows.length === 0 ? (
        <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>
      ) : (
        <Sheet>
          <FilingTable rows={queue.rows} caption={t('caption')} queue withOrganizer locale={locale} />
        </Sheet>
      )}
      <Paging {...pages} />
    </>
  )
}
