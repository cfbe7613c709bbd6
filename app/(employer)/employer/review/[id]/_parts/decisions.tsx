import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/forms/form'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextArea } from '@/components/forms/text-area'
import type { FormAction } from '@/components/forms/types'
import { type ButtonKind, buttonClass } from '@/components/ui/button'
import { ConfirmPanel } from '@/components/ui/confirm-panel'
import { NextStep } from '@/components/ui/page-parts'
import { formProps } from '@/lib/server/display'
import type { Review } from '@/lib/server/verification/read-review'
import { accept, giveBack, reject } from '../../actions'

const ACTS = [
  { event: 'accept', action: accept, kind: 'primary' },
  { event: 'return', action: giveBack, kind: 'secondary' },
  { event: 'reject', action: reject, kind: 'danger' },
] as const

/** What this officer may decide now: accepting stands open with what it does, the others open in place with their reason. */
export async function Decisions({ review }: { review: Review }) {
  const t = await getTranslations('employer.record')
  const open = ACTS.filter(({ event }) => review.actions.includes(event))
  if (open.length === 0) return <NextStep>{t('nothing')}</NextStep>
  return (
    <div className="space-y-3">
      {open.map(({ event, action, kind }) =>
        event === 'accept' ? (
          <Decision key={event} event={event} action={action} kind={kind} id={review.record.id} />
        ) : (
          <details key={event}>
            <summary className={`${buttonClass(kind)} w-full`}>{t(`${event}.button`)}</summary>
            <div className="mt-3">
              <Decision event={event} action={action} kind={kind} id={review.record.id} />
            </div>
          </details>
        ),
      )}
    </div>
  )
}

async function Decision({
  event,
  action,
  kind,
  id,
}: {
  event: (typeof ACTS)[number]['event']
  action: FormAction
  kind: ButtonKind
  id: string
}) {
  const t = await getTranslations('employer.record')
  return (
    <ConfirmPanel title={t(`${event}.title`)} consequences={(t.raw(`${event}.consequences`) as string[]).slice()}>
      <Form {...(await formProps())} action={action} prefix={event}>
        <input type="hidden" name="record[]" value={id} />
        {event === 'accept' ? null : (
          <TextArea name="reason" label={t(`${event}.reason`)} hint={t(`${event}.reasonHint`)} maxLength={500} />
        )}
        <SubmitButton kind={kind}>{t(`${event}.submit`)}</SubmitButton>
      </Form>
    </ConfirmPanel>
  )
}
