import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { Columns, PageHead, RuledList, Section } from '@/components/ui/page-parts'
import { buildUrl, enumParam, readSearch, type SearchParameters } from '@/lib/server/input/search'
import { readOrganization } from '@/lib/server/organization/read-organization'
import { readOrganizationChoices } from '@/lib/server/organization/read-organization-choices'
import { readSettings } from '@/lib/server/runtime/settings'
import { orNotFound, pageActor, pathId } from '@/lib/server/web/page'
import { OrganizationForm } from '../_parts/organization-form'
import { change } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.organization'))('name') }
}

/** One organisation: its form, who holds its offices, the way to its people. */
export default async function OrganizationPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>
  searchParams: SearchParameters
}) {
  const actor = await pageActor('administrator')
  const id = pathId((await params).id)
  const [organization, { done }, authorities, settings, t, terms] = await Promise.all([
    orNotFound(readOrganization(actor, id)),
    readSearch(searchParams, { done: enumParam(['entered', 'changed'] as const) }),
    readOrganizationChoices(actor, ['authority']),
    readSettings(),
    getTranslations('admin.organization'),
    getTranslations('terms'),
  ])
  const offices = (
    <>
      <Section title={t('offices')}>
        {organization.roleGrants.length === 0 ? <p className="text-muted">{t('noOffices')}</p> : null}
        <RuledList>
          {organization.roleGrants.map(({ id: grant, role, account }) => (
            <li key={grant}>
              <TextLink href={account.personId ? `/bureau/people/${account.personId}` : `/bureau/people/accounts/${account.id}`}>
                {account.displayName}
              </TextLink>
              <span className="block text-muted text-sm">
                {terms(`role.${role}`)}
                {account.active ? null : ` · ${t('standings.inactive')}`}
              </span>
            </li>
          ))}
        </RuledList>
        <p className="mt-3 text-muted text-sm">{t('officesHint')}</p>
      </Section>
      {organization.kind === 'employer' ? (
        <p className="mt-4">
          <TextLink href={buildUrl('/bureau/people', { organization: organization.id })} className="inline-flex min-h-11 items-center">
            {t('people')}
          </TextLink>
        </p>
      ) : null}
    </>
  )
  return (
    <>
      <PageHead
        title={organization.name}
        lead={terms(`organizationKind.${organization.kind}`)}
        back={{ href: '/bureau/organizations', text: t('back') }}
      />
      {done ? <Notice tone="ok" live title={t(`done.${done}`)} /> : null}
      <Columns label={t('offices')} aside={offices} asideLast>
        <OrganizationForm
          action={change}
          kind={organization.kind}
          authorities={authorities}
          leastDays={settings.publicityDays}
          given={organization}
        />
      </Columns>
    </>
  )
}
