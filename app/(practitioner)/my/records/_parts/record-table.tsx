import { useTranslations } from 'next-intl'
import { Due } from '@/components/record/due'
import { StateTag } from '@/components/record/state-tag'
import { TextLink } from '@/components/ui/link'
import { CellNote, Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { formatDateRange, formatNumber } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import type { RecordRow } from '@/lib/server/record/read-my-records'
import { isInGroup } from '@/lib/workflow/state-groups'

/** One's own records. A draft opens where it was left, everything else on its page. */
export function RecordTable({ rows, locale }: { rows: readonly RecordRow[]; locale: Locale }) {
  const t = useTranslations('record')
  const terms = useTranslations('terms')
  const waits = useTranslations('states.waits')
  const roster = useTranslations('roster.accept')
  return (
    <Table<RecordRow>
      caption={t('list.caption')}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          id: 'title',
          head: t('list.head.title'),
          cell: (row) => (
            <>
              <TextLink href={hrefOf(row)}>{row.title || t('page.untitled', { category: terms(`category.${row.category}`) })}</TextLink>
              <CellNote>{noteOf(row)}</CellNote>
            </>
          ),
        },
        { id: 'year', head: t('list.head.year'), numeric: true, cell: (row) => String(row.year) },
        { id: 'hours', head: t('list.head.hours'), numeric: true, cell: (row) => (isDraft(row) ? '' : hoursOf(row)) },
        {
          id: 'state',
          head: t('list.head.state'),
          bare: true,
          cell: (row) => (row.toAnswer ? <Tag tone="wait">{roster('waiting')}</Tag> : <StateTag machine="record" state={row.state} />),
        },
        {
          id: 'next',
          head: t('list.head.next'),
          cell: ({ waiting }) =>
            waiting.for === null ? (
              ''
            ) : (
              <>
                {waits(waiting.for)}
                {waiting.until !== null && waiting.daysLeft !== null && waiting.for !== 'self' ? (
                  <CellNote>
                    <Due days={waiting.daysLeft} on={waiting.until} locale={locale} provisional={waiting.provisional} />
                  </CellNote>
                ) : null}
              </>
            ),
        },
      ]}
    />
  )

  function hoursOf({ hours, counted }: RecordRow) {
    return (
      <>
        {formatNumber(hours, locale)}
        {counted !== null && counted < hours ? <CellNote>{t('list.counted', { hours: formatNumber(counted, locale) })}</CellNote> : null}
      </>
    )
  }

  function noteOf(row: RecordRow): string {
    const dates = row.completedOn ? formatDateRange(row.startedOn ?? row.completedOn, row.completedOn, locale) : null
    return [terms(`category.${row.category}`), row.subject ? terms(`subjectShort.${row.subject}`) : null, dates].filter(Boolean).join(' · ')
  }
}

function hrefOf(row: RecordRow): string {
  if (row.toAnswer) return `/my/records/${row.id}/accept`
  return isDraft(row) ? `/my/records/${row.id}/edit` : `/my/records/${row.id}`
}

function isDraft(row: RecordRow): boolean {
  return isInGroup('record', row.state, 'draft')
}
