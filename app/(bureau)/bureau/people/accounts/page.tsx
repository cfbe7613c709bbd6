import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Filters } from '@/components/list/filters'
import { Paging } from '@/components/list/paging'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterText } from '@/components/ui/filter-bar'
import { TextLink } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { CellNote, Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { readOfficeAccounts } from '@/lib/server/account/read-account'
import { afterParam, pageLinks } from '@/lib/server/input/keyset'
import { readSearch, type SearchParameters, textParam } from '@/lib/server/input/search'
import { pageActor } from '@/lib/server/web/page'
import { PeopleTabs } from '../_parts/tabs'

const PATH = '/bureau/people/accounts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.people'))('accounts') }
}

/** Accounts of those who work in an office and log no hours of their own here. */
export default async function AccountsPage({ searchParams }: { searchParams: SearchParameters }) {
  const actor = await pageActor('administrator')
  const [{ q, after }, t, terms] = await Promise.all([
    readSearch(searchParams, { q: textParam(), after: afterParam('name') }),
    getTranslations('admin.people'),
    getTranslations('terms'),
  ])
  const { rows, next } = await readOfficeAccounts(actor, { q, after })
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-6 pb-5 sm:pb-0">
        <PageHead title={t('accounts')} lead={t('accountsLead')} />
        <LinkButton href={`${PATH}/new`}>{t('newAccount')}</LinkButton>
      </div>
      <PeopleTabs current="accounts" />
      <Filters clear={q ? PATH : null}>
        <FilterText name="q" label={t('search')} value={q} />
      </Filters>
      {rows.length === 0 ? (
        <EmptyState title={t(q ? 'emptyFiltered' : 'accountsEmpty')} action={<TextLink href={`${PATH}/new`}>{t('newAccount')}</TextLink>} />
      ) : (
        <Sheet>
          <Table
            caption={t('accounts')}
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              {
                id: 'name',
                head: t('name'),
                cell: (row) => (
                  <>
                    <TextLink href={`${PATH}/${row.id}`} className="font-semibold">
                      {row.displayName}
                    </TextLink>
                    <CellNote>{row.loginName}</CellNote>
                  </>
                ),
              },
              {
                id: 'offices',
                head: t('offices'),
                cell: (row) =>
                  row.grants.map((grant) => (
                    <div key={grant.id}>
                      {terms(`role.${grant.role}`)} · {grant.organization.name}
                    </div>
                  )),
              },
              {
                id: 'standing',
                head: t('standing'),
                cell: (row) => <Tag tone={row.active ? 'ok' : 'off'}>{t(row.active ? 'active' : 'inactive')}</Tag>,
              },
            ]}
          />
        </Sheet>
      )}
      <Paging {...pageLinks(PATH, { q }, after, next)} />
    </>
  )
}
