import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Filters } from '@/components/list/filters'
import { Paging } from '@/components/list/paging'
import { StateTag } from '@/components/record/state-tag'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterSelect, FilterText } from '@/components/ui/filter-bar'
import { TextLink } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { CellNote, type Column, Table } from '@/components/ui/table'
import { YearBars } from '@/components/year/bars'
import { pageLinks } from '@/lib/server/input/keyset'
import { readSearch, type SearchParameters } from '@/lib/server/input/search'
import { readStaff, STAFF_FILTERS, type StaffRow, staffSearch } from '@/lib/server/person/read-staff'
import { now } from '@/lib/server/runtime/clock'
import { currentLocale } from '@/lib/server/web/display'
import { pageActor } from '@/lib/server/web/page'

const PATH = '/employer/staff'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('employer.staff'))('name') }
}

/** The unit's people, each with the year at a glance. */
export default async function StaffPage({ searchParams }: { searchParams: SearchParameters }) {
  const actor = await pageActor('employer_officer')
  const [search, at, t, term, terms, common, locale] = await Promise.all([
    readSearch(searchParams, staffSearch),
    now(),
    getTranslations('employer.staff'),
    getTranslations('term.staff'),
    getTranslations('terms'),
    getTranslations('common'),
    currentLocale(),
  ])
  const staff = await readStaff(actor, search, at)
  const { q, hours } = search
  const isFiltered = q !== '' || hours !== null
  const filters = { q, hours, year: staff.year }
  const columns: Column<StaffRow>[] = [
    { id: 'person', head: t('person'), cell: (row) => <span className="font-semibold">{row.name}</span> },
    {
      id: 'post',
      head: t('post'),
      cell: (row) => (
        <>
          {row.department}
          <CellNote>{row.titleName ?? (row.titleLevel ? terms(`titleLevel.${row.titleLevel}`) : null)}</CellNote>
        </>
      ),
    },
    {
      id: 'bars',
      head: t('bars'),
      bare: true,
      cell: (row) => (
        <YearBars
          small
          locale={locale}
          hours={{ professional: row.professional, public: row.public, waiting: row.waiting, required: staff.required }}
        />
      ),
    },
    {
      id: 'state',
      head: t('state'),
      bare: true,
      cell: (row) => (
        <span className="flex flex-wrap items-center gap-x-3">
          {row.yearState ? <StateTag machine="year" state={row.yearState} /> : null}
          <TextLink href={`/employer/staff/${row.id}/term`} className="inline-flex min-h-11 items-center">
            {term('link')}
            <span className="sr-only"> {row.name}</span>
          </TextLink>
        </span>
      ),
    },
  ]
  return (
    <>
      <PageHead title={t('title', { year: String(staff.year) })} lead={t('lead')} />
      <Filters clear={isFiltered ? PATH : null}>
        <FilterText name="q" label={t('search')} value={q} />
        <FilterSelect
          name="year"
          label={t('year')}
          value={String(staff.year)}
          options={staff.years.map((year) => ({ value: String(year), label: common('year', { year: String(year) }) }))}
        />
        <FilterSelect
          name="hours"
          label={t('hours')}
          value={hours ?? ''}
          all={common('filter.all')}
          options={STAFF_FILTERS.map((value) => ({ value, label: t(`filter.${value}`) }))}
        />
      </Filters>
      {staff.rows.length === 0 ? (
        <EmptyState title={t(isFiltered ? 'emptyFiltered' : 'empty')}>{isFiltered ? null : t('emptyHint')}</EmptyState>
      ) : (
        <Sheet>
          <Table caption={t('caption', { year: String(staff.year) })} columns={columns} rows={staff.rows} rowKey={(row) => row.id} />
        </Sheet>
      )}
      <Paging {...pageLinks(PATH, filters, search.after, staff.next)} />
    </>
  )
}
