import { useTranslations } from 'next-intl'
import { StateTag } from '@/components/record/state-tag'
import { TextLink } from '@/components/ui/link'
import { CellNote, Table } from '@/components/ui/table'
import { formatInstant, formatNumber } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import type { YearState } from '@/lib/workflow/states'

interface Row {
  id: string
  year: number
  personName: string
  employer: string | null
  state: YearState
  professional: number
  total: number
  requestedAt: string | null
}

/** The credit years found by a search: person, hours, state. */
export function FoundYearTable({ rows, href, locale }: { rows: readonly Row[]; href: (id: string) => string; locale: Locale }) {
  const t = useTranslations('find')
  const common = useTranslations('common')
  return (
    <Table
      caption={t('yearsCaption')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'person',
          head: t('name'),
          cell: (row) => (
            <>
              <TextLink href={href(row.id)} className="inline-flex min-h-11 items-center sm:min-h-0">
                <b>{row.personName}</b>
              </TextLink>
              {row.employer ? <CellNote>{row.employer}</CellNote> : null}
            </>
          ),
        },
        { id: 'year', head: t('year'), cell: (row) => common('year', { year: String(row.year) }) },
        { id: 'professional', head: t('professional'), numeric: true, cell: (row) => formatNumber(row.professional, locale) },
        { id: 'total', head: t('total'), numeric: true, cell: (row) => formatNumber(row.total, locale) },
        {
          id: 'requested',
          head: t('requested'),
          cell: (row) => (row.requestedAt ? formatInstant(row.requestedAt, locale) : t('notRequested')),
        },
        { id: 'state', head: t('state'), bare: true, cell: (row) => <StateTag machine="year" state={row.state} /> },
      ]}
    />
  )
}
