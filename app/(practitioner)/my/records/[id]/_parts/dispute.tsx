import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextArea } from '@/components/forms/text-area'
import { buttonClass, LinkButton } from '@/components/ui/button'
import { ConfirmPanel } from '@/components/ui/confirm-panel'
import type { RecordPage } from '@/lib/server/record/read-record'
import { formProps } from '@/lib/server/web/display'
import { countsHours } from '@/lib/workflow/state-groups'
import { dispute } from '../../../cases/actions'

/** "Not mine" of what is registered already: the bureau looks before its hours go. */
export async function Dispute({ record }: { record: RecordPage }) {
  if (!countsHours(record.state) || !record.createdByOther) return null
  const [t, form] = await Promise.all([getTranslations('cases'), formProps()])
  if (record.openCase)
    return (
      <LinkButton kind="secondary" href={`/my/cases/${record.openCase}`}>
        {t('raise.see')}
      </LinkButton>
    )
  return (
    <details>
      <summary className={`${buttonClass('secondary')} list-none [&::-webkit-details-marker]:hidden`}>{t('dispute.open')}</summary>
      <div className="mt-3">
        <ConfirmPanel title={t('dispute.title')} consequences={(t.raw('dispute.what') as string[]).slice()}>
          <Form action={dispute} {...form} prefix="dispute">
            <HiddenField name="record" value={record.id} />
            <TextArea name="reason" label={t('dispute.reason')} hint={t('dispute.reasonHint')} maxLength={1000} />
            <SubmitButton kind="danger">{t('dispute.submit')}</SubmitButton>
          </Form>
        </ConfirmPanel>
      </div>
    </details>
  )
}
