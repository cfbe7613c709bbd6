import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/forms/form'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextField } from '@/components/forms/text-field'
import { PageHead } from '@/components/ui/page-parts'
import { ORGANIZATION_KINDS } from '@/lib/server/organization/organization-input'
import { readOrganizationChoices } from '@/lib/server/organization/read-organization-choices'
import { formProps } from '@/lib/server/web/display'
import { pageActor } from '@/lib/server/web/page'
import { OfficeFields } from '../../_parts/account-act'
import { enterAccount } from '../../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.people'))('newAccount') }
}

export default async function NewAccountPage() {
  const actor = await pageActor('administrator')
  const [organizations, people, t, form] = await Promise.all([
    readOrganizationChoices(actor, ORGANIZATION_KINDS),
    getTranslations('admin.people'),
    getTranslations('admin.person'),
    formProps(),
  ])
  return (
    <div className="max-w-form">
      <PageHead
        title={people('newAccount')}
        lead={people('newAccountLead')}
        back={{ href: '/bureau/people/accounts', text: people('accounts') }}
      />
      <Form action={enterAccount} {...form}>
        <TextField name="name" label={t('name')} autoComplete="off" width="medium" maxLength={40} />
        <TextField name="loginName" label={t('login')} hint={t('loginHint')} autoComplete="off" width="medium" maxLength={40} />
        <OfficeFields organizations={organizations} />
        <SubmitButton>{people('newAccount')}</SubmitButton>
      </Form>
    </div>
  )
}
