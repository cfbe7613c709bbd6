import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextArea } from '@/components/forms/text-area'
import { LinkButton } from '@/components/ui/button'
import { ConfirmPanel } from '@/components/ui/confirm-panel'
import type { Review } from '@/lib/server/record/review/read-review'
import { formProps } from '@/lib/server/web/display'
import { answerAppeal, reopen, revoke } from '../actions'

const ACTS = {
  reopen: { action: reopen, reason: true, finding: false, danger: false },
  revoke: { action: revoke, reason: true, finding: true, danger: true },
  allow: { action: answerAppeal, reason: false, finding: true, danger: false },
  refuse: { action: answerAppeal, reason: false, finding: true, danger: true },
} as const

/** What the chosen act will do, its reason and finding, and the button that does it. */
export async function ActPanel({ review, act }: { review: Review; act: keyof typeof ACTS }) {
  const [t, common] = await Promise.all([getTranslations('bureau.act'), getTranslations('common')])
  const { action, reason, finding, danger } = ACTS[act]
  const { record, year } = review
  const certified = act === 'revoke' && year.certified ? [t('revoke.certified', { year: String(record.content.year) })] : []
  return (
    <div className="mb-6">
      <ConfirmPanel
        opened
        title={t(`${act}.title`, { title: record.content.title })}
        consequences={[...(t.raw(`${act}.consequences`) as string[]), ...certified]}
      >
        <Form {...(await formProps())} action={action}>
          <HiddenField name="record" value={record.id} />
          <HiddenField name="version" value={String(record.version)} />
          {act === 'allow' || act === 'refuse' ? <HiddenField name="outcome" value={act} /> : null}
          {reason ? <TextArea name="reason" label={t('reason')} hint={t(`${act}.reasonHint`)} maxLength={500} rows={3} /> : null}
          {finding ? <TextArea name="finding" label={t('finding')} hint={t(`${act}.findingHint`)} maxLength={1000} /> : null}
          <div className="flex flex-wrap items-center gap-3">
            <SubmitButton kind={danger ? 'danger' : 'primary'}>{t(`${act}.submit`)}</SubmitButton>
            <LinkButton kind="quiet" href={`/bureau/records/${record.id}`}>
              {common('actions.cancel')}
            </LinkButton>
          </div>
        </Form>
      </ConfirmPanel>
    </div>
  )
}
