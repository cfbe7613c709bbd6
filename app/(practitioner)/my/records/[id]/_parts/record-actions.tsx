import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextArea } from '@/components/forms/text-area'
import type { FormAction } from '@/components/forms/types'
import { buttonClass, LinkButton } from '@/components/ui/button'
import { ConfirmPanel } from '@/components/ui/confirm-panel'
import type { RecordPage } from '@/lib/server/record/read-record'
import { formProps, newFormKey } from '@/lib/server/web/display'
import { isInGroup } from '@/lib/workflow/state-groups'
import { appealRecord, disownRecord, escalateRecord, withdrawRecord } from '../actions'
import { Dispute } from './dispute'

type Act = 'withdraw' | 'disown' | 'escalate' | 'appeal'

const ACTIONS: Record<Act, FormAction> = { withdraw: withdrawRecord, disown: disownRecord, escalate: escalateRecord, appeal: appealRecord }

/** What this person may do now. Each says what will happen before it does. */
export async function RecordActions({ record, bureau }: { record: RecordPage; bureau: string }) {
  const [t, form, roster] = await Promise.all([getTranslations('record'), formProps(), getTranslations('roster.accept')])
  const draft = isInGroup('record', record.state, 'draft')
  const may = (event: Act) => record.actions.includes(event)
  const texts: Record<Act, { summary: string; consequences: string[] }> = {
    escalate: { summary: t('action.escalate', { office: bureau }), consequences: [t('action.escalateWhat', { office: bureau })] },
    appeal: { summary: t('action.appeal'), consequences: [t('action.appealWhat', { office: bureau })] },
    withdraw: {
      summary: t(draft ? 'action.withdraw_draft' : 'action.withdraw'),
      consequences: [t('action.withdrawWhat'), t('action.withdrawAgain')],
    },
    disown: { summary: t('action.disown'), consequences: [t('action.disownWhat')] },
  }
  return (
    <div className="space-y-3" data-print="no">
      {record.toAnswer ? (
        <LinkButton href={`/my/records/${record.id}/accept`}>{roster('answer')}</LinkButton>
      ) : record.editable ? (
        <LinkButton href={draft ? `/my/records/${record.id}/edit` : `/my/records/${record.id}/edit/check`}>
          {t(draft ? 'page.continue' : 'page.correct')}
        </LinkButton>
      ) : null}
      {(['escalate', 'appeal', 'withdraw', 'disown'] as const).filter(may).map((event) => (
        <div key={event}>{panel(event)}</div>
      ))}
      <Dispute record={record} />
    </div>
  )

  function panel(event: Act): ReactNode {
    const { summary, consequences } = texts[event]
    return (
      <details>
        <summary className={`${buttonClass('secondary')} list-none [&::-webkit-details-marker]:hidden`}>{summary}</summary>
        <div className="mt-3">
          <ConfirmPanel title={t(`action.${event}Title`)} consequences={consequences}>
            <Form action={ACTIONS[event]} {...form} formKey={newFormKey()} prefix={event}>
              <HiddenField name="id" value={record.id} />
              <HiddenField name="version" value={String(record.version)} />
              {event === 'appeal' ? (
                <TextArea name="reason" label={t('action.appealReason')} hint={t('action.appealReasonHint')} maxLength={500} />
              ) : null}
              <SubmitButton kind={event === 'withdraw' || event === 'disown' ? 'danger' : 'primary'}>{t(`action.${event}Do`)}</SubmitButton>
            </Form>
          </ConfirmPanel>
        </div>
      </details>
    )
  }
}
