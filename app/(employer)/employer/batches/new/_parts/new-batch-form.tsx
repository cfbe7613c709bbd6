import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/forms/form'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextField } from '@/components/forms/text-field'
import { ConfirmPanel } from '@/components/ui/confirm-panel'
import { Sheet } from '@/components/ui/sheet'
import { type Column, Table } from '@/components/ui/table'
import { formatDate } from '@/lib/i18n/format'
import type { NewBatch } from '@/lib/server/publicity/read-new-batch'
import { currentLocale, formProps } from '@/lib/server/web/display'
import { recordColumns } from '../../../_parts/record-columns'
import { open } from '../../actions'

type Row = NewBatch['rows'][number]

/** All records chosen to begin with; what opening does stands over its button. */
export async function NewBatchForm({ batch }: { batch: NewBatch }) {
  const [t, locale, form] = await Promise.all([getTranslations('publicity.newBatch'), currentLocale(), formProps()])
  const columns: Column<Row>[] = [
    ...(await recordColumns<Row>({ chosen: true, own: t('own'), locale })),
    { id: 'accepted', head: t('accepted'), cell: (row) => (row.acceptedOn ? formatDate(row.acceptedOn, locale, 'short') : null) },
  ]
  const { period, confirmFrom } = batch
  const days = {
    from: formatDate(period.startsOn, locale, 'short'),
    to: formatDate(period.endsOn, locale, 'short'),
    confirm: formatDate(confirmFrom, locale, 'short'),
  }
  return (
    <Form {...form} action={open}>
      <Sheet>
        <Table caption={t('caption')} columns={columns} rows={batch.rows} rowKey={(row) => row.id} />
      </Sheet>
      <div className="mt-6">
        <ConfirmPanel title={t('panel')} consequences={consequences()}>
          <TextField name="contact" label={t('contact')} hint={t('contactHint')} defaultValue={batch.contact} maxLength={200} />
          <SubmitButton>{t('submit')}</SubmitButton>
        </ConfirmPanel>
      </div>
    </Form>
  )

  function consequences(): string[] {
    return (t.raw('consequences') as string[]).map((_, place) => t(`consequences.${place}`, days))
  }
}
