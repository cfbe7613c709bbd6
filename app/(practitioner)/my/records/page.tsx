import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Filters } from '@/components/list/filters'
import { Paging } from '@/components/list/paging'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterSelect, FilterText } from '@/components/ui/filter-bar'
import { TextLink } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { CATEGORIES } from '@/lib/rules/types'
import { pageLinks } from '@/lib/server/input/keyset'
import { readSearch, type SearchParameters } from '@/lib/server/input/search'
import { RECORD_FILTERS, readMyRecords, recordsSearch } from '@/lib/server/record/read-my-records'
import { now } from '@/lib/server/runtime/clock'
import { readSettings } from '@/lib/server/runtime/settings'
import { currentLocale } from '@/lib/server/web/display'
import { pageActor } from '@/lib/server/web/page'
import { RECORD_STATES } from '@/lib/workflow/states'
import { RecordTable } from './_parts/record-table'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('record'))('list.title') }
}

const PATH = '/my/records'

export default async function RecordsPage({ searchParams }: { searchParams: SearchParameters }) {
  const [actor, search, t, terms, states, common, locale, settings, cases] = await Promise.all([
    pageActor('practitioner'),
    readSearch(searchParams, recordsSearch),
    getTranslations('record'),
    getTranslations('terms'),
    getTranslations('states.record'),
    getTranslations('common'),
    currentLocale(),
    readSettings(),
    getTranslations('cases'),
  ])
  const { rows, next, any } = await readMyRecords(actor, search, await now())
  const filters = { q: search.q, state: search.state, category: search.category, year: search.year }
  const filtered = Object.values(filters).some(Boolean)
  const create = <LinkButton href="/my/records/new">{t('list.new')}</LinkButton>
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-6">
        <PageHead title={t('list.title')} lead={t('list.lead')} />
        {any ? <div className="mb-6">{create}</div> : null}
      </div>
      <div className="mb-4" data-print="no">
        <TextLink href="/my/cases" className="inline-flex min-h-11 items-center">
          {cases('list.mine')}
        </TextLink>
      </div>
      <Sheet>
        {any ? (
          <Filters clear={filtered ? PATH : null}>
            <FilterText name="q" label={t('list.search')} value={search.q} />
            <FilterSelect
              name="state"
              label={t('list.state')}
              value={search.state ?? ''}
              all={common('filter.all')}
              options={[
                ...RECORD_FILTERS.slice(0, 2).map((value) => ({ value, label: t(`list.${value as 'mine' | 'pending'}`) })),
                ...RECORD_STATES.map((value) => ({ value, label: states(value) })),
              ]}
            />
            <FilterSelect
              name="category"
              label={t('list.category')}
              value={search.category ?? ''}
              all={common('filter.all')}
              options={CATEGORIES.map((value) => ({ value, label: terms(`category.${value}`) }))}
            />
            <FilterSelect
              name="year"
              label={t('list.year')}
              value={search.year === null ? '' : String(search.year)}
              all={common('filter.all')}
              options={settings.openYears.map((value) => ({ value: String(value), label: String(value) }))}
            />
          </Filters>
        ) : null}
        {rows.length > 0 ? (
          <RecordTable rows={rows} locale={locale} />
        ) : any ? (
          <EmptyState title={t('list.none')}>{t('list.noneLead')}</EmptyState>
        ) : (
          <EmptyState title={t('list.empty')} action={create}>
            {t('list.emptyLead')}
          </EmptyState>
        )}
        <Paging {...pageLinks(PATH, filters, search.after, next)} />
      </Sheet>
    </>
  )
}
