import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/forms/form'
import { RowCheck } from '@/components/forms/row-check'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextField } from '@/components/forms/text-field'
import { ConfirmPanel } from '@/components/ui/confirm-panel'
import { TextLink } from '@/components/ui/link'
import { Sheet } from '@/components/ui/sheet'
import { CellNote, type Column, Table } from '@/components/ui/table'
import { formatDate, formatNumber } from '@/lib/i18n/format'
import type { NewBatch } from '@/lib/server/publicity/read-new-batch'
import { currentLocale, formProps } from '@/lib/server/web/display'
import { open } from '../../actions'

type Row = NewBatch['rows'][number]

/** All records chosen to begin with; what opening does stands over its button. */
export async function NewBatchForm({ batch }: { batch: NewBatch }) {
  const [t, terms, locale, form] = await Promise.all([
    getTranslations('publicity.newBatch'),
    getTranslations('terms'),
    currentLocale(),
    formProps(),
  ])
  const columns: Column<Row>[] = [
    {
      id: 'person',
      head: t('person'),
      lead: true,
      cell: (row) => (
        <div className="flex items-start gap-3">
          {row.isOwn ? (
            <span className="inline-block w-7" />
          ) : (
            <RowCheck name="record" value={row.id} label={t('choose', { name: row.personName, title: row.title })} defaultChecked />
          )}
          <div>
            <span className="font-semibold">{row.personName}</span>
            <CellNote>{row.department}</CellNote>
          </div>
        </div>
      ),
    },
    {
      id: 'content',
      head: t('content'),
      cell: (row) => (
        <>
          <TextLink href={`/employer/review/${row.id}`} className="inline-flex min-h-11 items-center sm:min-h-0">
            {row.title}
          </TextLink>
          <CellNote>
            {[terms(`category.${row.category}`), row.subject ? terms(`subject.${row.subject}`) : null].filter(Boolean).join(' · ')}
          </CellNote>
          {row.isOwn ? <CellNote>{t('own')}</CellNote> : null}
        </>
      ),
    },
    { id: 'hours', head: t('hours'), numeric: true, cell: (row) => formatNumber(row.hours, locale) },
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
