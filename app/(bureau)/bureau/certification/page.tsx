import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Decided } from '@/components/find/decided'
import { RowCheck } from '@/components/forms/row-check'
import { Filters } from '@/components/list/filters'
import { Paging } from '@/components/list/paging'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterSelect, FilterText } from '@/components/ui/filter-bar'
import { TextLink } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-parts'
import { SelectionBar } from '@/components/ui/selection-bar'
import { Sheet } from '@/components/ui/sheet'
import { CellNote, Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { YearBars } from '@/components/year/bars'
import { COUNTIES } from '@/lib/access/regions'
import { formatInstant } from '@/lib/i18n/format'
import { pageLinks } from '@/lib/server/input/keyset'
import { readSearch, type SearchParameters } from '@/lib/server/input/search'
import { currentLocale } from '@/lib/server/web/display'
import { pageActor } from '@/lib/server/web/page'
import { CERTIFICATION_KINDS, readCertificationQueue } from '@/lib/server/year/read-certification-queue'
import { queueShape } from './_parts/place'
import { QueueTabs } from './_parts/queue-tabs'
import { RequestNotes } from './_parts/request-notes'

const HERE = '/bureau/certification'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('certification.queue'))('name') }
}

/** The requested years that this bureau certifies, one or many at once. */
export default async function CertificationPage({ searchParams }: { searchParams: SearchParameters }) {
  const actor = await pageActor('county_reviewer', 'city_reviewer')
  const [search, locale, t, terms, common] = await Promise.all([
    readSearch(searchParams, queueShape),
    currentLocale(),
    getTranslations('certification.queue'),
    getTranslations('terms'),
    getTranslations('common'),
  ])
  const queue = await readCertificationQueue(actor, search)
  const { q, kind, region } = search
  const filters = { q, kind, region }
  const isFiltered = q !== '' || kind !== null || region !== null
  return (
    <>
      <PageHead
        title={t(queue.more ? 'titleMany' : 'title', { count: queue.total })}
        lead={queue.readOnly ? t('readOnly', { region: terms(`region.${region}`) }) : t('lead')}
      />
      <QueueTabs current="years" />
      {search.done ? (
        <Decided title={t(`done.${search.done}`, { count: Number(search.count ?? 1) })} href={null} all="/bureau/years" />
      ) : null}
      <Filters clear={isFiltered ? HERE : null}>
        <FilterText name="q" label={t('search')} value={q} />
        <FilterSelect
          name="kind"
          label={t('kind')}
          value={kind ?? ''}
          all={common('filter.all')}
          options={CERTIFICATION_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        />
        {actor.role === 'city_reviewer' ? (
          <FilterSelect
            name="region"
            label={t('region')}
            value={region ?? ''}
            all={t('ownQueue')}
            options={COUNTIES.map((value) => ({ value, label: terms(`region.${value}`) }))}
          />
        ) : null}
      </Filters>
      <Sheet>
        {queue.rows.length === 0 ? (
          <EmptyState
            title={t(isFiltered ? 'emptyFiltered' : 'empty')}
            action={
              <TextLink href={isFiltered ? HERE : '/bureau/verification'}>{isFiltered ? common('filter.clear') : t('emptyNext')}</TextLink>
            }
          >
            {t(isFiltered ? 'emptyFilteredHint' : 'emptyHint')}
          </EmptyState>
        ) : (
          <form method="get" action={`${HERE}/several`}>
            <Table
              caption={t('caption')}
              rows={queue.rows}
              rowKey={({ id }) => id}
              columns={[
                {
                  id: 'person',
                  head: t('person'),
                  lead: true,
                  cell: (row) => (
                    <span className="flex items-start gap-3">
                      {queue.readOnly || row.waitsForAuthority || row.isOwn ? (
                        <span className="hidden w-7 sm:block" />
                      ) : (
                        <RowCheck name="year" value={row.id} label={t('select', { name: row.personName, year: String(row.year) })} />
                      )}
                      <span>
                        <TextLink href={`/bureau/years/${row.id}`}>
                          <b>{row.personName}</b>
                        </TextLink>
                        <CellNote>{row.employer ?? terms('employmentKind.freelance')}</CellNote>
                      </span>
                    </span>
                  ),
                },
                { id: 'year', head: t('year'), cell: (row) => common('year', { year: String(row.year) }) },
                {
                  id: 'hours',
                  head: t('hours'),
                  bare: true,
                  cell: (row) => <YearBars small locale={locale} hours={{ ...row.hours, waiting: { professional: 0, public: 0 } }} />,
                },
                { id: 'requested', head: t('requested'), cell: (row) => formatInstant(row.requestedAt, locale) },
                {
                  id: 'notes',
                  head: t('notes'),
                  bare: true,
                  cell: (row) => (
                    <RequestNotes waitsForAuthority={row.waitsForAuthority} own={row.isOwn ? t('own') : null}>
                      {row.provisional > 0 ? <Tag tone="warn">{t('provisional', { count: row.provisional })}</Tag> : null}
                    </RequestNotes>
                  ),
                },
              ]}
            />
            {queue.readOnly ? null : (
              <SelectionBar name="year" words={t.raw('selection')}>
                <button type="submit" className={buttonClass('secondary')}>
                  {t('several')}
                </button>
              </SelectionBar>
            )}
          </form>
        )}
      </Sheet>
      <Paging {...pageLinks(HERE, filters, search.after, queue.next)} />
    </>
  )
}
