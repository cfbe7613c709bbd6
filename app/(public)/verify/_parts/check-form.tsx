import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/forms/form'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextField } from '@/components/forms/text-field'
import { formProps } from '@/lib/server/web/display'
import { lookUp } from '../actions'

/** Where anyone types the code or the number of a certificate, or pastes what a scanner read. */
export async function CheckForm({ primary = true }: { primary?: boolean }) {
  const t = await getTranslations('verify')
  return (
    <Form {...(await formProps())} action={lookUp}>
      <TextField name="code" label={t('code')} hint={t('codeHint')} autoComplete="off" />
      <SubmitButton kind={primary ? 'primary' : 'secondary'}>{t('submit')}</SubmitButton>
    </Form>
  )
}
