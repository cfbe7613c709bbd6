import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Filters } from '@/components/list/filters'
import { Paging } from '@/components/list/paging'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterSelect, FilterText } from '@/components/ui/filter-bar'
import { TextLink } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { CellNote, type Column, Table } from '@/components/ui/table'
import { CITY, COUNTIES } from '@/lib/access/regions'
import { formatDate } from '@/lib/i18n/format'
import { currentActor } from '@/lib/server/account/read-session'
import { afterParam, pageLinks } from '@/lib/server/input/keyset'
import { enumParam, readSearch, type SearchParameters, textParam } from '@/lib/server/input/search'
import { type BoardEntry, readBoard } from '@/lib/server/publicity/read-board'
import { now } from '@/lib/server/runtime/clock'
import { currentLocale } from '@/lib/server/web/display'

const PATH = '/board'
const shape = {
  q: textParam(),
  region: enumParam([CITY, ...COUNTIES]),
  after: afterParam('day'),
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('publicity.board'))('title'), robots: { index: false, follow: false } }
}

/** What units are publicizing now, what ends first on top. Open to everyone, not for search engines. */
export default async function BoardPage({ searchParams }: { searchParams: SearchParameters }) {
  const [search, actor, at, t, all, terms, common, locale] = await Promise.all([
    readSearch(searchParams, shape),
    currentActor(),
    now(),
    getTranslations('publicity.board'),
    getTranslations('publicity'),
    getTranslations('terms'),
    getTranslations('common'),
    currentLocale(),
  ])
  const { q, region, after } = search
  const { entries, next } = await readBoard(actor, { unit: q, region: region ?? '', after }, at)
  const isFiltered = q !== '' || region !== null
  const columns: Column<BoardEntry>[] = [
    {
      id: 'unit',
      head: t('unit'),
      cell: (entry) => (
        <>
          <TextLink href={`${PATH}/${entry.id}`} className="inline-flex min-h-11 items-center font-semibold sm:min-h-0">
            {entry.unit}
          </TextLink>
          <CellNote>{all('number', { year: String(entry.year), number: entry.number })}</CellNote>
        </>
      ),
    },
    { id: 'region', head: t('region'), cell: (entry) => terms(`region.${entry.regionCode}`) },
    { id: 'items', head: t('items'), cell: (entry) => t('itemsCount', { count: entry.count }) },
    { id: 'until', head: t('until'), cell: (entry) => formatDate(entry.endsOn, locale) },
  ]
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <Filters clear={isFiltered ? PATH : null}>
        <FilterText name="q" label={t('search')} value={q} />
        <FilterSelect
          name="region"
          label={t('region')}
          value={region ?? ''}
          all={common('filter.all')}
          options={[CITY, ...COUNTIES].map((value) => ({ value, label: terms(`region.${value}`) }))}
        />
      </Filters>
      {entries.length === 0 ? (
        <EmptyState title={t(isFiltered ? 'emptyFiltered' : 'empty')}>{t(isFiltered ? 'emptyFilteredHint' : 'emptyHint')}</EmptyState>
      ) : (
        <Sheet>
          <Table caption={t('caption')} columns={columns} rows={entries} rowKey={(entry) => entry.id} />
        </Sheet>
      )}
      <Paging {...pageLinks(PATH, { q, region }, after, next)} />
    </>
  )
}
