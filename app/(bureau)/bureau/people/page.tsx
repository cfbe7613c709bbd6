import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/forms/form'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextField } from '@/components/forms/text-field'
import { Filters } from '@/components/list/filters'
import { Paging } from '@/components/list/paging'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterSelect, FilterText } from '@/components/ui/filter-bar'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHead, Section } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { CellNote, Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { afterParam, pageLinks } from '@/lib/server/input/keyset'
import { enumParam, idParam, readSearch, type SearchParameters, textParam } from '@/lib/server/input/search'
import { PLACES } from '@/lib/server/organization/organization-input'
import { readOrganization } from '@/lib/server/organization/read-organization'
import { readPeople } from '@/lib/server/person/read-people'
import { formProps } from '@/lib/server/web/display'
import { orNotFound, pageActor } from '@/lib/server/web/page'
import { PeopleTabs } from './_parts/tabs'
import { findByNumber } from './actions'

const PATH = '/bureau/people'
const shape = { q: textParam(), region: enumParam(PLACES), organization: idParam(), after: afterParam('name') }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.people'))('title') }
}

/** People by name; one by the exact ID number, which is posted and stands in no address. */
export default async function PeoplePage({ searchParams }: { searchParams: SearchParameters }) {
  const actor = await pageActor('administrator')
  const [search, t, terms, common, form] = await Promise.all([
    readSearch(searchParams, shape),
    getTranslations('admin.people'),
    getTranslations('terms'),
    getTranslations('common'),
    formProps(),
  ])
  const [{ rows, next }, employer] = await Promise.all([
    readPeople(actor, search),
    search.organization ? orNotFound(readOrganization(actor, search.organization)) : null,
  ])
  const { after, ...filters } = search
  const isFiltered = Object.values(filters).some(Boolean)
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-6 pb-5 sm:pb-0">
        <PageHead title={t('title')} lead={t('lead')} />
        <LinkButton href={`${PATH}/new`}>{t('new')}</LinkButton>
      </div>
      <PeopleTabs current="people" />
      {employer ? <Notice title={t('of', { organization: employer.name })} /> : null}
      <Filters clear={isFiltered ? PATH : null}>
        <FilterText name="q" label={t('search')} value={filters.q} />
        <FilterSelect
          name="region"
          label={t('region')}
          value={filters.region ?? ''}
          all={common('filter.all')}
          options={PLACES.map((value) => ({ value, label: terms(`region.${value}`) }))}
        />
        {filters.organization ? <input type="hidden" name="organization" value={filters.organization} /> : null}
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
                    <CellNote>{row.idNumberMask}</CellNote>
                  </>
                ),
              },
              {
                id: 'employer',
                head: t('employer'),
                cell: (row) => (
                  <>
                    {row.employment?.organization?.name ??
                      (row.employment ? terms(`employmentKind.${row.employment.kind}`) : t('noEmployment'))}
                    {row.employment?.department ? <CellNote>{row.employment.department}</CellNote> : null}
                  </>
                ),
              },
              { id: 'region', head: t('region'), cell: (row) => terms(`region.${row.regionCode}`) },
              {
                id: 'login',
                head: t('login'),
                cell: (row) => (
                  <>
                    {row.account?.loginName ?? ''} {row.account && !row.account.active ? <Tag tone="off">{t('inactive')}</Tag> : null}
                  </>
                ),
              },
            ]}
          />
        </Sheet>
      )}
      <Paging {...pageLinks(PATH, filters, after, next)} />
      <Section title={t('byNumber')} id="by-number">
        <Form action={findByNumber} {...form}>
          <TextField name="idNumber" label={t('idNumber')} hint={t('byNumberHint')} autoComplete="off" width="medium" maxLength={30} />
          <SubmitButton kind="secondary">{t('find')}</SubmitButton>
        </Form>
      </Section>
    </>
  )
}
