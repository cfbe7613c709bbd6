import { useTranslations } from 'next-intl'
import { FileField } from '@/components/forms/file-field'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextField } from '@/components/forms/text-field'
import { buttonClass } from '@/components/ui/button'
import { Section } from '@/components/ui/page-parts'
import { formatDate, formatNumber } from '@/lib/i18n/format'
import type { RosterViewProps } from './types'

/** Adds people to the roster: by uploading a workbook, in a plain form that works before scripts load, or one by one. */
export function EntryPart({ training, draft, form, newKey, actions, locale }: RosterViewProps) {
  const t = useTranslations('roster')
  return (
    <>
      <Section title={t('upload.title')}>
        <p>{t('upload.lead')}</p>
        <p>
          <a href={`/api/files/roster/template/${training.id}`} className="inline-flex min-h-11 items-center">
            {t('upload.template')}
          </a>
        </p>
        <form method="post" encType="multipart/form-data" action={`/api/files/roster?filing=${training.id}`} className="mt-2">
          <FileField name="file" label={t('upload.file')} hint={t('upload.hint')} accept=".xlsx" />
          {draft ? <p className="mb-3 text-muted">{t('upload.replaces')}</p> : null}
          <button type="submit" className={buttonClass(draft ? 'secondary' : 'primary')}>
            {t('upload.send')}
          </button>
        </form>
      </Section>
      <Section title={t('hand.title')}>
        <p className="mb-3">{t('hand.lead')}</p>
        <Form action={actions.add} {...form} formKey={newKey()} prefix="add" className="max-w-form">
          <HiddenField name="filing" value={training.id} />
          <TextField name="name" label={t('column.name')} width="medium" autoComplete="off" maxLength={50} />
          <TextField
            name="number"
            label={t('column.number')}
            hint={t('hand.numberHint')}
            width="medium"
            autoComplete="off"
            maxLength={30}
          />
          <TextField
            name="days"
            label={t('column.days')}
            hint={t('hand.daysHint', { days: formatNumber(training.days, locale) })}
            width="short"
            inputMode="decimal"
            autoComplete="off"
          />
          <TextField
            name="result"
            label={t('column.result')}
            hint={t('hand.resultHint')}
            width="medium"
            autoComplete="off"
            maxLength={100}
          />
          <TextField
            name="completedOn"
            label={t('column.completedOn')}
            hint={t('hand.completedHint', { on: formatDate(training.endsOn, locale) })}
            width="medium"
            autoComplete="off"
            optional
          />
          <SubmitButton kind="secondary">{t('hand.submit')}</SubmitButton>
        </Form>
      </Section>
    </>
  )
}
