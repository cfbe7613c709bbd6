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
import { readSearch, type SearchParameters, tokenParam } from '@/lib/server/input/search'
import { openCorrection } from '@/lib/server/record/review/check-correction'
import { readReview } from '@/lib/server/record/review/read-review'
import { now } from '@/lib/server/runtime/clock'
import { formProps } from '@/lib/server/web/display'
import { orNotFound, pageActor } from '@/lib/server/web/page'
import { check } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('bureau.correct'))('name') }
}

/** A registered record put right, without fault: the form with what it says now. */
export default async function CorrectPage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: SearchParameters }) {
  const actor = await pageActor('county_reviewer', 'city_reviewer')
  const [{ id }, { draft }, at, t, views, terms, forms] = await Promise.all([
    params,
    readSearch(searchParams, { draft: tokenParam() }),
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
  // What was typed before it was looked at once more.
  const typed = openCorrection(draft, id)?.typed ?? {}
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
      <Form {...forms} action={check}>
        <HiddenField name="record" value={id} />
        <HiddenField name="version" value={String(record.version)} />
        <TextField name="title" label={views('title')} defaultValue={typed.title ?? content.title} maxLength={200} />
        {options.length > 0 ? (
          <RadioList
            name="option"
            label={views('option')}
            defaultValue={typed.option ?? content.option ?? ''}
            options={options.map((value) => ({ value, label: terms(`option.${content.category}.${value}`) }))}
          />
        ) : null}
        {content.subject ? (
          <RadioList
            name="subject"
            label={views('subject')}
            defaultValue={typed.subject ?? content.subject}
            options={SUBJECTS.map((value) => ({ value, label: terms(`subject.${value}`) }))}
          />
        ) : null}
        {content.startedOn ? (
          <DateField name="startedOn" label={t('startedOn')} defaultValue={typed.startedOn ?? content.startedOn} />
        ) : null}
        <DateField name="completedOn" label={t('completedOn')} defaultValue={typed.completedOn ?? content.completedOn ?? ''} />
        {quantity.map(([name, value]) =>
          value === undefined ? null : (
            <TextField
              key={name}
              name={name}
              label={labels[name]}
              defaultValue={typed[name] ?? String(value)}
              inputMode="decimal"
              width="short"
            />
          ),
        )}
        <TextField
          name="organizer"
          label={views('organizer')}
          defaultValue={typed.organizer ?? content.organizer}
          maxLength={200}
          optional
        />
        <TextField name="assessment" label={views('assessment')} defaultValue={typed.assessment ?? content.assessment} maxLength={200} />
        <TextArea name="reason" label={t('reason')} hint={t('reasonHint')} defaultValue={typed.reason} maxLength={500} rows={3} />
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
