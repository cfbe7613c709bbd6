import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextArea } from '@/components/forms/text-area'
import { TextField } from '@/components/forms/text-field'
import { LinkButton } from '@/components/ui/button'
import { ConfirmPanel, TO_CONFIRM } from '@/components/ui/confirm-panel'
import { Actions } from '@/components/ui/page-parts'
import type { Review } from '@/lib/server/record/review/read-review'
import { formProps } from '@/lib/server/web/display'
import type { RecordEvent } from '@/lib/workflow/events'
import { accept, confirm, publicize, reject, sendBack, verify } from '../actions'

type Act = 'verify' | 'return' | 'reject' | 'accept' | 'publicize' | 'confirm'

const ACTS = {
  verify: { action: verify, asks: null, key: 'v' },
  accept: { action: accept, asks: null, key: 'v' },
  publicize: { action: publicize, asks: 'contact', key: 'v' },
  confirm: { action: confirm, asks: null, key: 'v' },
  return: { action: sendBack, asks: 'reason', key: 'r' },
  reject: { action: reject, asks: 'reason', key: 'x' },
} as const

const ORDER: readonly Act[] = ['verify', 'accept', 'publicize', 'confirm', 'return', 'reject']

/** The decisions open to this reviewer as buttons; the chosen one with what will happen and the button that makes it so. */
export async function Decision({
  review,
  act,
  href,
  next,
  back,
}: {
  review: Review
  act: Act | null
  href: (act: Act | null) => string
  next: string | null
  back: string
}) {
  const t = await getTranslations('bureau.decision')
  const open = ORDER.filter((event) => (review.actions as readonly RecordEvent[]).includes(event))
  const chosen = act && open.includes(act) ? act : null
  if (chosen === null) {
    return (
      <Actions>
        {open.map((event, index) => (
          <LinkButton
            key={event}
            href={`${href(event)}${TO_CONFIRM}`}
            kind={index === 0 ? 'primary' : event === 'reject' ? 'danger' : 'secondary'}
            data-shortcut={ACTS[event].key}
          >
            {t(`${event}.button`)}
          </LinkButton>
        ))}
      </Actions>
    )
  }
  const { action, asks, key } = ACTS[chosen]
  return (
    <div className="mt-6">
      <ConfirmPanel
        opened
        title={t(`${chosen}.title`, { name: review.person.name })}
        consequences={(t.raw(`${chosen}.consequences`) as string[]).slice()}
      >
        <Form {...(await formProps())} action={action}>
          <input type="hidden" name="record[]" value={review.record.id} />
          <HiddenField name="next" value={next ?? ''} />
          <HiddenField name="back" value={back} />
          {asks === 'reason' ? (
            <TextArea name="reason" label={t(`${chosen}.reason`)} hint={t(`${chosen}.reasonHint`)} maxLength={500} />
          ) : null}
          {asks === 'contact' ? (
            <TextField name="contact" label={t('publicize.contact')} hint={t('publicize.contactHint')} maxLength={200} />
          ) : null}
          <div className="flex flex-wrap items-center gap-3">
            <SubmitButton kind={chosen === 'reject' ? 'danger' : 'primary'} {...(asks ? {} : { shortcut: key })}>
              {t(`${chosen}.submit`)}
            </SubmitButton>
            <LinkButton kind="quiet" href={href(null)} data-shortcut="escape">
              {t('cancel')}
            </LinkButton>
          </div>
        </Form>
      </ConfirmPanel>
    </div>
  )
}
