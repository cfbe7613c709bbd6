import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextArea } from '@/components/forms/text-area'
import { ConfirmPanel } from '@/components/ui/confirm-panel'
import { PageHead } from '@/components/ui/page-parts'
import { formatHours } from '@/lib/i18n/format'
import { readBatch } from '@/lib/server/publicity/read-batch'
import { now } from '@/lib/server/runtime/clock'
import { currentLocale, formProps } from '@/lib/server/web/display'
import { orNotFound, pageActor } from '@/lib/server/web/page'
import { takeOut } from '../../../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('publicity.takeOut'))('title') }
}

/** What taking a record out does, and why it is done. */
export default async function TakeOutPage({ params }: { params: Promise<{ id: string; record: string }> }) {
  const actor = await pageActor('employer_officer')
  const [{ id, record }, at, t, all, locale, form] = await Promise.all([
    params,
    now(),
    getTranslations('publicity.takeOut'),
    getTranslations('publicity'),
    currentLocale(),
    formProps(),
  ])
  const batch = await orNotFound(readBatch(actor, id, at))
  const item = batch.items.find((candidate) => candidate.recordId === record)
  if (!item?.removable) notFound()
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('what', { name: item.personName, title: item.title, hours: formatHours(item.hours, locale) })}
        back={{ href: `/employer/batches/${id}`, text: all('number', { year: String(batch.year), number: batch.number }) }}
      />
      <ConfirmPanel title={t('submit')} consequences={(t.raw('consequences') as string[]).slice()}>
        <Form {...form} action={takeOut}>
          <HiddenField name="record" value={record} />
          <TextArea name="reason" label={t('reason')} maxLength={500} />
          <SubmitButton kind="danger">{t('submit')}</SubmitButton>
        </Form>
      </ConfirmPanel>
    </>
  )
}
