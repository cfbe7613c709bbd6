import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextField } from '@/components/forms/text-field'
import { PageHead, Section } from '@/components/ui/page-parts'
import { readDemonstration } from '@/lib/server/runtime/read-demonstration'
import { formProps } from '@/lib/server/web/display'
import { DemonstrationAccounts } from './_parts/demonstration-accounts'
import { signIn } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('title') }
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ from?: string | string[] }> }) {
  const [{ from }, t, form, demonstration] = await Promise.all([searchParams, getTranslations('signIn'), formProps(), readDemonstration()])
  const place = typeof from === 'string' ? from : ''
  return (
    <div className="max-w-form">
      <PageHead title={t('title')} lead={place ? t('leadBack') : t('lead')} />
      <Form action={signIn} {...form}>
        <HiddenField name="from" value={place} />
        <TextField name="login" label={t('login')} hint={t('loginHint')} autoComplete="username" maxLength={100} />
        <TextField name="password" type="password" label={t('password')} autoComplete="current-password" maxLength={200} />
        <SubmitButton>{t('submit')}</SubmitButton>
      </Form>
      <p className="mt-6 text-muted">{t('forgotten')}</p>
      {demonstration ? (
        <Section title={t('demoTitle')}>
          <p className="mb-3">{t('demoLead')}</p>
          <DemonstrationAccounts accounts={demonstration.accounts} from={place} />
        </Section>
      ) : null}
    </div>
  )
}
