import { useTranslations } from 'next-intl'
import { StateTag } from '@/components/record/state-tag'
import { TextLink } from '@/components/ui/link'
import { CellNote, Table } from '@/components/ui/table'
import { formatInstant, formatNumber } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import type { RejectedRecord } from '@/lib/server/year/read-rejected'

/** What does not count of the year, with who said so when and why. */
export function LostRecords({ rows, locale }: { rows: readonly RejectedRecord[]; locale: Locale }) {
  const t = useTranslations('my.year')
  const terms = useTranslations('terms')
  return (
    <Table
      caption={t('lost.caption')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'title',
          head: t('head.title'),
          cell: (row) => (
            <>
              <TextLink href={`/my/records/${row.id}`}>{row.title}</TextLink>
              <CellNote>
                {[terms(`category.${row.category}`), t('lost.hours', { hours: formatNumber(row.hours, locale) })].join(' · ')}
              </CellNote>
            </>
          ),
        },
        {
          id: 'why',
          head: t('lost.why'),
          bare: true,
          cell: (row) => (
            <>
              {row.reason ? <q>{row.reason}</q> : null}
              {row.at ? <CellNote>{formatInstant(row.at, locale)}</CellNote> : null}
            </>
          ),
        },
        { id: 'state', head: t('head.state'), bare: true, cell: (row) => <StateTag machine="record" state={row.state} /> },
      ]}
    />
  )
}
