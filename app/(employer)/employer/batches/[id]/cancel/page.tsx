import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextArea } from '@/components/forms/text-area'
import { ConfirmPanel } from '@/components/ui/confirm-panel'
import { PageHead } from '@/components/ui/page-parts'
import { readBatch } from '@/lib/server/publicity/read-batch'
import { now } from '@/lib/server/runtime/clock'
import { formProps } from '@/lib/server/web/display'
import { orNotFound, pageActor } from '@/lib/server/web/page'
import { cancel } from '../../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('publicity.cancel'))('title') }
}

/** What cancelling the batch does, and why it is done. */
export default async function CancelBatchPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await pageActor('employer_officer')
  const [{ id }, at, t, all, form] = await Promise.all([
    params,
    now(),
    getTranslations('publicity.cancel'),
    getTranslations('publicity'),
    formProps(),
  ])
  const batch = await orNotFound(readBatch(actor, id, at))
  if (!batch.actions.includes('cancel')) notFound()
  const count = batch.ready + batch.left
  const consequences = (t.raw('consequences') as string[]).map((_, place) => t(`consequences.${place}`, { count }))
  return (
    <>
      <PageHead
        title={t('title')}
        back={{ href: `/employer/batches/${id}`, text: all('number', { year: String(batch.year), number: batch.number }) }}
      />
      <ConfirmPanel title={t('submit')} consequences={consequences}>
        <Form {...form} action={cancel}>
          <HiddenField name="batch" value={id} />
          <TextArea name="reason" label={t('reason')} maxLength={500} />
          <SubmitButton kind="danger">{t('submit')}</SubmitButton>
        </Form>
      </ConfirmPanel>
    </>
  )
}
