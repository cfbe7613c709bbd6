import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { Sheet } from '@/components/ui/sheet'
import type { Draft } from '@/lib/server/record/draft/read-draft'
import { type FieldStep, fieldsOf } from '@/lib/server/record/draft/steps'
import { formProps } from '@/lib/server/web/display'
import { saveStep } from '../actions'
import { DraftField } from './draft-field'

/** The pages whose fields a filing fills. */
const TAKEN_OVER: readonly FieldStep[] = ['about', 'time']

/** The fields of one page. */
export async function FieldsStep({ draft, step, from }: { draft: Draft; step: FieldStep; from: 'form' | 'check' }) {
  const [t, entry, form] = await Promise.all([getTranslations('record'), getTranslations('entry.filing'), formProps()])
  return (
    <Sheet>
      {draft.filing && TAKEN_OVER.includes(step) ? <p className="mb-5">{entry('filled', { title: draft.filing.title })}</p> : null}
      <Form action={saveStep} {...form}>
        <HiddenField name="id" value={draft.id} />
        <HiddenField name="step" value={step} />
        <HiddenField name="from" value={from} />
        {fieldsOf(step, draft.content.category).map((field) => (
          <DraftField key={field} field={field} draft={draft} />
        ))}
        <SubmitButton>{t('step.continue')}</SubmitButton>
      </Form>
    </Sheet>
  )
}
