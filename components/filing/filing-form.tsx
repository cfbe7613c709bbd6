import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { SubmitButton } from '@/components/forms/submit-button'
import type { FormAction, FormGiven } from '@/components/forms/types'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { Actions, PageHead } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import type { Locale } from '@/lib/i18n/locales'
import { type FilingFieldName, FilingFields } from './filing-fields'
import type { DraftView } from './types'

/** The frame of one step of the form: its title, position, and links back and out of the form. */
export function FilingFormPage({ draft, step, children }: { draft: DraftView; step: string; children: ReactNode }) {
  const t = useTranslations('filing')
  const place = draft.steps.indexOf(step)
  const before = draft.steps[place - 1]
  const path = `/trainings/${draft.id}`
  const last = step === 'check'
  return (
    <div className={last ? undefined : 'max-w-form'}>
      <PageHead
        title={t(`step.${stepKey(step, draft)}`)}
        lead={t('edit.place', { place: place + 1, count: draft.steps.length, title: draft.content.title })}
        back={before ? { href: `${path}/edit/${before}`, text: t('edit.back') } : { href: path, text: t('edit.toPage') }}
      />
      {draft.changing ? <Notice title={t('edit.changing')}>{t('edit.changingHint')}</Notice> : null}
      {children}
      {last ? null : (
        <Actions>
          <TextLink href={path} className="inline-flex min-h-11 items-center">
            {t('edit.later')}
          </TextLink>
        </Actions>
      )}
    </div>
  )
}

function stepKey(step: string, { outside, changing }: DraftView): string {
  if (step === 'file' && outside) return 'proof'
  return step === 'check' && changing ? 'checkChange' : step
}

/** The form of one step. */
export function FilingFieldsForm({
  draft,
  step,
  fields,
  from,
  action,
  form,
  locale,
}: {
  draft: DraftView
  step: string
  fields: readonly FilingFieldName[]
  from: 'form' | 'check'
  action: FormAction
  form: FormGiven
  locale: Locale
}) {
  const t = useTranslations('filing')
  return (
    <Sheet>
      <Form {...form} action={action}>
        <HiddenField name="filing" value={draft.id} />
        <HiddenField name="step" value={step} />
        <HiddenField name="from" value={from} />
        <FilingFields fields={fields} content={draft.content} authorities={draft.authorities} outside={draft.outside} locale={locale} />
        <SubmitButton>{t('edit.next')}</SubmitButton>
      </Form>
    </Sheet>
  )
}
