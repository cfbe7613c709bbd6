import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/forms/form'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextArea } from '@/components/forms/text-area'
import { LinkButton } from '@/components/ui/button'
import { ConfirmPanel, TO_CONFIRM } from '@/components/ui/confirm-panel'
import { NextStep } from '@/components/ui/page-parts'
import type { Review } from '@/lib/server/record/review/read-review'
import { formProps } from '@/lib/server/web/display'
import { accept, reject, sendBack } from '../../actions'

export const ACTS = ['accept', 'return', 'reject'] as const
type Act = (typeof ACTS)[number]

const DECISIONS = {
  accept: { action: accept, kind: 'primary' },
  return: { action: sendBack, kind: 'secondary' },
  reject: { action: reject, kind: 'danger' },
} as const

/** What this officer may decide now: one decision with what it does, the others as links that open in its place. */
export async function Decisions({ review, act }: { review: Review; act: Act | null }) {
  const t = await getTranslations('employer.record')
  const may = ACTS.filter((event) => review.actions.includes(event))
  const open = act && may.includes(act) ? act : may.find((event) => event === 'accept')
  if (may.length === 0) return <NextStep>{t('nothing')}</NextStep>
  return (
    <div className="space-y-3">
      {open ? <Decision act={open} id={review.record.id} /> : null}
      {may
        .filter((event) => event !== open)
        .map((event) => (
          <LinkButton
            key={event}
            kind={event === 'accept' ? 'secondary' : DECISIONS[event].kind}
            href={`/employer/review/${review.record.id}?act=${event}${TO_CONFIRM}`}
            className="w-full"
          >
            {t(`${event}.button`)}
          </LinkButton>
        ))}
    </div>
  )
}

async function Decision({ act, id }: { act: Act; id: string }) {
  const [t, form] = await Promise.all([getTranslations('employer.record'), formProps()])
  const { action, kind } = DECISIONS[act]
  return (
    <ConfirmPanel opened title={t(`${act}.title`)} consequences={(t.raw(`${act}.consequences`) as string[]).slice()}>
      <Form key={act} {...form} action={action}>
        <input type="hidden" name="record[]" value={id} />
        {act === 'accept' ? null : <TextArea name="reason" label={t(`${act}.reason`)} hint={t(`${act}.reasonHint`)} maxLength={500} />}
        <SubmitButton kind={kind === 'danger' ? 'danger' : 'primary'}>{t(`${act}.submit`)}</SubmitButton>
      </Form>
    </ConfirmPanel>
  )
}
