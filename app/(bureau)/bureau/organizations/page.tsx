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
import { CellNote, Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { afterParam, pageLinks } from '@/lib/server/input/keyset'
import { enumParam, readSearch, type SearchParameters, textParam } from '@/lib/server/input/search'
import { ORGANIZATION_KINDS, PLACES } from '@/lib/server/organization/organization-input'
import { readOrganizations } from '@/lib/server/organization/read-organizations'
import { pageActor } from '@/lib/server/web/page'

const PATH = '/bureau/organizations'
const STANDINGS = ['active', 'inactive'] as const
const shape = {
  q: textParam(),
  kind: enumParam(ORGANIZATION_KINDS),
  region: enumParam(PLACES),
  standing: enumParam(STANDINGS),
  after: afterParam('name'),
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.organizations'))('title') }
}

/** Bureaus, authorities, providers, employers: looked for by name or credit code. */
export default async function OrganizationsPage({ searchParams }: { searchParams: SearchParameters }) {
  const actor = await pageActor('administrator')
  const [search, t, terms, common] = await Promise.all([
    readSearch(searchParams, shape),
    getTranslations('admin.organizations'),
    getTranslations('terms'),
    getTranslations('common'),
  ])
  const { rows, next } = await readOrganizations(actor, search)
  const { after, ...filters } = search
  const isFiltered = Object.values(filters).some(Boolean)
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-6 pb-5 sm:pb-0">
        <PageHead title={t('title')} lead={t('lead')} />
        <LinkButton href={`${PATH}/new`}>{t('new')}</LinkButton>
      </div>
      <Filters clear={isFiltered ? PATH : null}>
        <FilterText name="q" label={t('search')} value={filters.q} />
        <FilterSelect
          name="kind"
          label={t('kind')}
          value={filters.kind ?? ''}
          all={common('filter.all')}
          options={ORGANIZATION_KINDS.map((value) => ({ value, label: terms(`organizationKind.${value}`) }))}
        />
        <FilterSelect
          name="region"
          label={t('region')}
          value={filters.region ?? ''}
          all={common('filter.all')}
          options={PLACES.map((value) => ({ value, label: terms(`region.${value}`) }))}
        />
        <FilterSelect
          name="standing"
          label={t('standing')}
          value={filters.standing ?? ''}
          all={common('filter.all')}
          options={STANDINGS.map((value) => ({ value, label: t(`standings.${value}`) }))}
        />
      </Filters>
      {rows.length === 0 ? (
        <EmptyState title={t(isFiltered ? 'emptyFiltered' : 'empty')} action={<TextLink href={`${PATH}/new`}>{t('new')}</TextLink>}>
          {t(isFiltered ? 'emptyFilteredHint' : 'emptyHint')}
        </EmptyState>
      ) : (
        <Sheet>
          <Table
            caption={t('title')}
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              {
                id: 'name',
                head: t('name'),
                cell: (row) => (
                  <>
                    <TextLink href={`${PATH}/${row.id}`} className="font-semibold">
                      {row.name}
                    </TextLink>
                    {row.uscc ? <CellNote>{row.uscc}</CellNote> : null}
                  </>
                ),
              },
              {
                id: 'kind',
                head: t('kind'),
                cell: (row) => (
                  <>
                    {terms(`organizationKind.${row.kind}`)}
                    {row.employerKind ? <CellNote>{terms(`employmentKind.${row.employerKind}`)}</CellNote> : null}
                  </>
                ),
              },
              {
                id: 'region',
                head: t('region'),
                cell: (row) => (
                  <>
                    {terms(`region.${row.regionCode}`)}
                    {row.kind === 'bureau' ? null : <CellNote>{terms(`unitLevel.${row.unitLevel}`)}</CellNote>}
                  </>
                ),
              },
              {
                id: 'standing',
                head: t('standing'),
                cell: (row) => <Tag tone={row.active ? 'ok' : 'off'}>{t(`standings.${row.active ? 'active' : 'inactive'}`)}</Tag>,
              },
            ]}
          />
        </Sheet>
      )}
      <Paging {...pageLinks(PATH, filters, after, next)} />
    </>
  )
}
