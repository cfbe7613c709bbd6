import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/forms/form'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextField } from '@/components/forms/text-field'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-parts'
import { readSession } from '@/lib/server/account/read-session'
import { formProps } from '@/lib/server/web/display'
import { changePassword } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('passwordTitle') }
}

export default async function PasswordPage({ searchParams }: { searchParams: Promise<{ done?: string | string[] }> }) {
  const session = await readSession()
  if (!session) redirect('/sign-in?from=/account/password')
  const [{ done }, t, common, form] = await Promise.all([searchParams, getTranslations('signIn'), getTranslations('common'), formProps()])
  if (done === 'changed') {
    return (
      <>
        <PageHead title={t('passwordTitle')} />
        <Notice tone="ok" live title={t('changed')} />
        <LinkButton href="/start">{common('actions.continue')}</LinkButton>
      </>
    )
  }
  return (
    <div className="max-w-form">
      <PageHead title={t('passwordTitle')} lead={session.mustChange ? t('passwordFirst') : t('passwordLead')} />
      <Form action={changePassword} {...form}>
        <TextField name="present" type="password" label={t('present')} autoComplete="current-password" />
        <TextField name="next" type="password" label={t('next')} hint={t('nextHint')} autoComplete="new-password" />
        <TextField name="again" type="password" label={t('again')} autoComplete="new-password" />
        <SubmitButton>{t('change')}</SubmitButton>
      </Form>
    </div>
  )
}
