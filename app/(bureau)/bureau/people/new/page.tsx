import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/forms/form'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextField } from '@/components/forms/text-field'
import { PageHead, Section } from '@/components/ui/page-parts'
import { readOrganizationChoices } from '@/lib/server/organization/read-organization-choices'
import { formProps } from '@/lib/server/web/display'
import { pageActor } from '@/lib/server/web/page'
import { ContactFields } from '../_parts/contact-fields'
import { EmploymentFields } from '../_parts/employment-fields'
import { TitleFields } from '../_parts/title-fields'
import { enter } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.person'))('newTitle') }
}

/** A person with account, employment and first title. The first password is said once, above the form. */
export default async function NewPersonPage() {
  const actor = await pageActor('administrator')
  const [employers, t, form] = await Promise.all([
    readOrganizationChoices(actor, ['employer']),
    getTranslations('admin.person'),
    formProps(),
  ])
  return (
    <div className="max-w-form">
      <PageHead title={t('newTitle')} lead={t('newLead')} back={{ href: '/bureau/people', text: t('back') }} />
      <Form action={enter} {...form}>
        <Section title={t('self')}>
          <TextField name="name" label={t('name')} autoComplete="off" width="medium" maxLength={40} />
          <TextField name="idNumber" label={t('idNumber')} hint={t('idNumberHint')} autoComplete="off" width="medium" maxLength={30} />
          <ContactFields />
        </Section>
        <Section title={t('account')}>
          <TextField name="loginName" label={t('login')} hint={t('loginHint')} autoComplete="off" width="medium" maxLength={40} />
        </Section>
        <Section title={t('employment')}>
          <EmploymentFields employers={employers} />
        </Section>
        <Section title={t('titleHeld')}>
          <p className="mb-4 text-muted">{t('titleOptional')}</p>
          <TitleFields optional />
        </Section>
        <SubmitButton>{t('enter')}</SubmitButton>
      </Form>
    </div>
  )
}
