import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DateField } from '@/components/forms/date-field'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextField } from '@/components/forms/text-field'
import { PageHead } from '@/components/ui/page-parts'
import { formProps } from '@/lib/server/web/display'
import { BasisFields } from '../../../_parts/basis-fields'
import { draftPage } from '../../../_parts/draft-page'
import { deadline } from '../../../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ruleVersions'))('editDeadline') }
}

/** The last day of public-subject study for one credit year; `new` for a year that has none yet. */
export default async function DeadlinePage({ params }: { params: Promise<{ id: string; year: string }> }) {
  const { row } = await draftPage(params)
  const { year } = await params
  if (year !== 'new' && !/^20\d\d$/.test(year)) notFound()
  const [t, form] = await Promise.all([getTranslations('ruleVersions'), formProps()])
  const current = row.content.publicDeadlines.find((each) => String(each.year) === year)
  return (
    <div className="max-w-form">
      <PageHead
        title={year === 'new' ? t('addDeadline') : t('deadlineOf', { year })}
        lead={t('deadlineLead')}
        back={{ href: `/bureau/rules/${row.id}`, text: row.title }}
      />
      <Form action={deadline} {...form}>
        <HiddenField name="id" value={row.id} />
        <HiddenField name="version" value={String(row.version)} />
        {year === 'new' ? (
          <TextField name="year" label={t('creditYear')} inputMode="numeric" width="short" defaultValue={String(row.effectiveYear)} />
        ) : (
          <HiddenField name="year" value={year} />
        )}
        <DateField name="until" label={t('lastDay')} hint={t('lastDayHint')} defaultValue={current?.until ?? ''} />
        <BasisFields
          clause={current?.clause ?? 'N8.2'}
          status={current?.status ?? 'legible'}
          document={row.sources[`publicDeadlines.${year}`]?.document ?? ''}
        />
        <SubmitButton>{t('saveInDraft')}</SubmitButton>
      </Form>
    </div>
  )
}
