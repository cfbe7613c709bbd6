import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/forms/form'
import { SubmitButton } from '@/components/forms/submit-button'
import { StateTag } from '@/components/record/state-tag'
import { TextLink } from '@/components/ui/link'
import { CellNote, type Column, Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { formatNumber } from '@/lib/i18n/format'
import type { BatchItem, BatchPage } from '@/lib/server/publicity/read-batch'
import { currentLocale, formProps, newFormKey } from '@/lib/server/web/display'
import { isInGroup } from '@/lib/workflow/state-groups'
import { confirmOne } from '../../actions'

/** What was shown, record by record, with where each stands now. What stayed behind is confirmed here one by one. */
export async function BatchRecords({ batch }: { batch: BatchPage }) {
  const [t, terms, locale] = await Promise.all([getTranslations('publicity.batch'), getTranslations('terms'), currentLocale()])
  const closed = isInGroup('batch', batch.state, 'done')
  const form = closed && batch.ready > 0 ? await formProps() : null
  const columns: Column<BatchItem>[] = [
    {
      id: 'person',
      head: t('person'),
      lead: true,
      cell: (item) => (
        <>
          <span className="mr-2 text-muted">{item.position}</span>
          <span className="font-semibold">{item.personName}</span>
          <CellNote>{item.department}</CellNote>
        </>
      ),
    },
    {
      id: 'content',
      head: t('content'),
      cell: (item) => (
        <>
          <TextLink href={`/employer/review/${item.recordId}`} className="inline-flex min-h-11 items-center sm:min-h-0">
            {item.title}
          </TextLink>
          <CellNote>
            {[terms(`category.${item.category}`), item.subject ? terms(`subject.${item.subject}`) : null].filter(Boolean).join(' · ')}
          </CellNote>
        </>
      ),
    },
    { id: 'hours', head: t('hours'), numeric: true, cell: (item) => formatNumber(item.hours, locale) },
    {
      id: 'state',
      head: t('state'),
      bare: true,
      cell: (item) => (item.state ? <StateTag machine="record" state={item.state} /> : <Tag tone="off">{t('out')}</Tag>),
    },
    { id: 'act', head: t('act'), bare: true, cell: act },
  ]
  return <Table caption={t('records')} columns={columns} rows={batch.items} rowKey={(item) => item.recordId} />

  function act(item: BatchItem) {
    if (form && item.confirmable) {
      return (
        <Form {...form} formKey={newFormKey()} action={confirmOne} prefix={item.recordId}>
          <input type="hidden" name="record[]" value={item.recordId} />
          <SubmitButton kind="secondary">{t('confirmOne')}</SubmitButton>
        </Form>
      )
    }
    if (closed || !item.removable) return null
    return (
      <TextLink
        href={`/employer/batches/${batch.id}/take-out/${item.recordId}`}
        aria-label={t('takeOutOf', { name: item.personName, title: item.title })}
        className="inline-flex min-h-11 items-center sm:min-h-0"
      >
        {t('takeOut')}
      </TextLink>
    )
  }
}
