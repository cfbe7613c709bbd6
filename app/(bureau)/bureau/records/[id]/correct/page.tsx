import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DateField } from '@/components/forms/date-field'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { RadioList } from '@/components/forms/radio-list'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextArea } from '@/components/forms/text-area'
import { TextField } from '@/components/forms/text-field'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-parts'
import { OPTIONS, SUBJECTS } from '@/lib/rules/types'
import { now } from '@/lib/server/clock'
import { formProps } from '@/lib/server/display'
import { orNotFound, pageActor } from '@/lib/server/page'
import { readReview } from '@/lib/server/verification/read-review'
import { correct } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('bureau.correct'))('name') }
}

/** A registered record put right, without fault: the form with what it says now. */
export default async function CorrectPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await pageActor('county_reviewer', 'city_reviewer')
  const [{ id }, at, t, views, terms, forms] = await Promise.all([
    params,
    now(),
    getTranslations('bureau.correct'),
    getTranslations('views.record.field'),
    getTranslations('terms'),
    formProps(),
  ])
  const { record, year } = await orNotFound(readReview(actor, id, at))
  if (!record.actions.includes('correct')) notFound()
  const { content } = record
  const { details } = content
  const options: readonly string[] = OPTIONS[content.category]
  const quantity = [
    ['days', details.days],
    ['times', details.times],
    ['labelledHours', details.labelledHours],
    ['hours', details.hours],
  ] as const
  const labels = { days: views('days'), times: views('times'), labelledHours: views('labelledHours'), hours: views('certifiedHours') }
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} back={{ href: `/bureau/records/${id}`, text: t('back') }} />
      {year.certified ? (
        <Notice tone="warn" title={t('certified', { year: String(content.year) })}>
          {t('certifiedHint')}
        </Notice>
      ) : null}
      <Form {...forms} action={correct}>
        <HiddenField name="record" value={id} />
        <HiddenField name="version" value={String(record.version)} />
        <TextField name="title" label={views('title')} defaultValue={content.title} maxLength={200} />
        {options.length > 0 ? (
          <RadioList
            name="option"
            label={views('option')}
            defaultValue={content.option ?? ''}
            options={options.map((value) => ({ value, label: terms(`option.${content.category}.${value}`) }))}
          />
        ) : null}
        {content.subject ? (
          <RadioList
            name="subject"
            label={views('subject')}
            defaultValue={content.subject}
            options={SUBJECTS.map((value) => ({ value, label: terms(`subject.${value}`) }))}
          />
        ) : null}
        {content.startedOn ? <DateField name="startedOn" label={t('startedOn')} defaultValue={content.startedOn} /> : null}
        <DateField name="completedOn" label={t('completedOn')} defaultValue={content.completedOn ?? ''} />
        {quantity.map(([name, value]) =>
          value === undefined ? null : (
            <TextField key={name} name={name} label={labels[name]} defaultValue={String(value)} inputMode="decimal" width="short" />
          ),
        )}
        <TextField name="organizer" label={views('organizer')} defaultValue={content.organizer} maxLength={200} optional />
        <TextField name="assessment" label={views('assessment')} defaultValue={content.assessment} maxLength={200} />
        <TextArea name="reason" label={t('reason')} hint={t('reasonHint')} maxLength={500} rows={3} />
        <div className="flex flex-wrap items-center gap-3">
          <SubmitButton>{t('submit')}</SubmitButton>
          <LinkButton kind="quiet" href={`/bureau/records/${id}`}>
            {t('cancel')}
          </LinkButton>
        </div>
      </Form>
    </>
  )
}
