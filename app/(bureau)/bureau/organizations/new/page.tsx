import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TextLink } from '@/components/ui/link'
import { PageHead, RuledList } from '@/components/ui/page-parts'
import { buildUrl, enumParam, readSearch, type SearchParameters } from '@/lib/server/input/search'
import { ORGANIZATION_KINDS } from '@/lib/server/organization/organization-input'
import { readOrganizationChoices } from '@/lib/server/organization/read-organization-choices'
import { readSettings } from '@/lib/server/runtime/settings'
import { pageActor } from '@/lib/server/web/page'
import { OrganizationForm } from '../_parts/organization-form'
import { enter } from '../actions'

const PATH = '/bureau/organizations'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.organization'))('newTitle') }
}

/** First which kind, since each has its own questions; then the form. */
export default async function NewOrganizationPage({ searchParams }: { searchParams: SearchParameters }) {
  const actor = await pageActor('administrator')
  const [{ kind }, t, terms] = await Promise.all([
    readSearch(searchParams, { kind: enumParam(ORGANIZATION_KINDS) }),
    getTranslations('admin.organization'),
    getTranslations('terms'),
  ])
  if (!kind) {
    return (
      <div className="max-w-form">
        <PageHead title={t('newTitle')} lead={t('whichKind')} back={{ href: PATH, text: t('back') }} />
        <RuledList>
          {ORGANIZATION_KINDS.map((value) => (
            <li key={value}>
              <TextLink href={buildUrl(`${PATH}/new`, { kind: value })} className="inline-flex min-h-11 items-center font-semibold">
                {terms(`organizationKind.${value}`)}
              </TextLink>
              <p className="text-muted">{t(`kindHints.${value}`)}</p>
            </li>
          ))}
        </RuledList>
      </div>
    )
  }
  const [authorities, settings] = await Promise.all([readOrganizationChoices(actor, ['authority']), readSettings()])
  return (
    <div className="max-w-form">
      <PageHead
        title={t('newOfKind', { kind: terms(`organizationKind.${kind}`) })}
        lead={t(`kindHints.${kind}`)}
        back={{ href: `${PATH}/new`, text: t('otherKind') }}
      />
      <OrganizationForm action={enter} kind={kind} authorities={authorities} leastDays={settings.publicityDays} given={null} />
    </div>
  )
}
