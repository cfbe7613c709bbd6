import { useTranslations } from 'next-intl'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { RadioList } from '@/components/forms/radio-list'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextArea } from '@/components/forms/text-area'
import { TextField } from '@/components/forms/text-field'
import type { FormAction, FormGiven } from '@/components/forms/types'
import { ConfirmPanel } from '@/components/ui/confirm-panel'
import { TextLink } from '@/components/ui/link'
import type { CaseView } from './types'

interface Props {
  about: CaseView
  action: FormAction
  form: FormGiven
  /** The page on which the bureau corrects the record before it answers. */
  correctHref?: string | null
}

/** The form of an answer with its consequences: a record is added or not; a registered record is corrected, revoked, or unchanged. */
export function AnswerForm({ about, action, form, correctHref }: Props) {
  const t = useTranslations('cases')
  const isMissing = about.kind === 'missing'
  const outcomes = isMissing
    ? [
        { value: 'correction', label: t('outcome.missing.correction'), hint: t('answerForm.addHint') },
        { value: 'nothing', label: t('outcome.missing.nothing'), hint: t('answerForm.nothingHint') },
      ]
    : [
        { value: 'correction', label: t('outcome.not_mine.correction'), hint: t('answerForm.correctedHint') },
        { value: 'revocation', label: t('outcome.not_mine.revocation'), hint: t('answerForm.revokeHint') },
        { value: 'nothing', label: t('outcome.not_mine.nothing'), hint: t('answerForm.keepHint') },
      ]
  return (
    <ConfirmPanel
      title={t('answerForm.title')}
      consequences={(t.raw(isMissing ? 'answerForm.consequences' : 'answerForm.consequencesRecord') as string[]).slice()}
    >
      {correctHref ? (
        <p className="mb-3">
          <TextLink href={correctHref} className="inline-flex min-h-11 items-center">
            {t('answerForm.correct')}
          </TextLink>
        </p>
      ) : null}
      <Form {...form} action={action}>
        <HiddenField name="case" value={about.id} />
        <HiddenField name="version" value={String(about.version)} />
        <RadioList name="outcome" label={t('answerForm.outcome')} options={outcomes} />
        {isMissing ? (
          <>
            <TextField
              name="days"
              label={t('answerForm.days')}
              hint={t('answerForm.daysHint', { most: about.filing?.days ?? 0 })}
              width="short"
              inputMode="decimal"
              defaultValue={about.days === null ? undefined : String(about.days)}
              autoComplete="off"
              optional
            />
            <TextField
              name="result"
              label={t('answerForm.result')}
              hint={t('answerForm.resultHint')}
              width="medium"
              maxLength={100}
              autoComplete="off"
              optional
            />
          </>
        ) : null}
        <TextArea name="finding" label={t('answerForm.finding')} hint={t('answerForm.findingHint')} maxLength={1000} rows={4} />
        <SubmitButton>{t('answerForm.submit')}</SubmitButton>
      </Form>
    </ConfirmPanel>
  )
}
