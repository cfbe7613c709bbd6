import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { RadioList } from '@/components/forms/radio-list'
import { SubmitButton } from '@/components/forms/submit-button'
import { Sheet } from '@/components/ui/sheet'
import type { Actor } from '@/lib/access/types'
import { formatNumber } from '@/lib/i18n/format'
import { previewRecord, type YearConsequence } from '@/lib/server/record/draft/preview-record'
import type { Draft } from '@/lib/server/record/draft/read-draft'
import { currentLocale, formProps } from '@/lib/server/web/display'
import { saveStep } from '../actions'

/** Which of two credit years (N8.2), each with what it has now and would have. */
export async function YearStep({ actor, draft, from }: { actor: Actor; draft: Draft; from: 'form' | 'check' }) {
  const [t, record, form, locale, preview] = await Promise.all([
    getTranslations('entry.year'),
    getTranslations('record'),
    formProps(),
    currentLocale(),
    previewRecord(actor, draft.id),
  ])
  const { content, possibleYears } = draft
  return (
    <Sheet>
      <p className="mb-5">{t('lead')}</p>
      <Form action={saveStep} {...form}>
        <HiddenField name="id" value={draft.id} />
        <HiddenField name="step" value="year" />
        <HiddenField name="from" value={from} />
        <RadioList
          name="year"
          label={t('legend')}
          hint={t('note')}
          options={possibleYears.map((year) => {
            const consequence = preview.years.find((candidate) => candidate.year === year)
            return { value: String(year), label: t('label', { year: String(year) }), hint: consequence ? hintOf(consequence) : undefined }
          })}
          defaultValue={content.details.yearChosen ? String(content.year) : undefined}
        />
        <SubmitButton>{record('step.continue')}</SubmitButton>
      </Form>
    </Sheet>
  )

  function hintOf(consequence: YearConsequence): string {
    const { counted, before, after, required, metBefore, metAfter } = consequence
    const number = (value: number) => formatNumber(value, locale)
    const short = Math.max(required.total - after.total, required.professional - after.professional, 0)
    const words = t('hint', {
      counted,
      professionalBefore: number(before.professional),
      professionalAfter: number(after.professional),
      requiredProfessional: number(required.professional),
      totalBefore: number(before.total),
      totalAfter: number(after.total),
      requiredTotal: number(required.total),
    })
    return `${words} ${t(metBefore ? 'outcome.met' : metAfter ? 'outcome.meets' : 'outcome.short', { hours: short })}`
  }
}
