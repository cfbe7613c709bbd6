import { useTranslations } from 'next-intl'
import { StateTag } from '@/components/record/state-tag'
import { TextLink } from '@/components/ui/link'
import { CellNote, Table } from '@/components/ui/table'
import { formatInstant, formatNumber } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import type { Category } from '@/lib/rules/types'
import type { RecordState } from '@/lib/workflow/states'

interface Row {
  id: string
  year: number
  personName: string
  employer: string | null
  title: string
  category: Category
  hours: number
  state: RecordState
  handedInAt: string
}

/** The records found by a search: person, content, year, state. */
export function FoundRecordTable({
  rows,
  href,
  locale,
  ownUnit = false,
}: {
  rows: readonly Row[]
  href: (id: string) => string
  locale: Locale
  /** The records are those of the reader's employer, which is then not named in each row. */
  ownUnit?: boolean
}) {
  const t = useTranslations('find')
  const terms = useTranslations('terms')
  const common = useTranslations('common')
  return (
    <Table
      caption={t('recordsCaption')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'person',
          head: t('name'),
          cell: (row) => (
            <>
              <b>{row.personName}</b>
              {ownUnit ? null : <CellNote>{row.employer ?? terms('employmentKind.freelance')}</CellNote>}
            </>
          ),
        },
        {
          id: 'title',
          head: t('record'),
          bare: true,
          cell: (row) => (
            <>
              <TextLink href={href(row.id)} className="inline-flex min-h-11 items-center sm:min-h-0">
                {row.title}
              </TextLink>
              <CellNote>{terms(`category.${row.category}`)}</CellNote>
            </>
          ),
        },
        { id: 'year', head: t('year'), cell: (row) => common('year', { year: String(row.year) }) },
        { id: 'hours', head: t('hours'), numeric: true, cell: (row) => formatNumber(row.hours, locale) },
        { id: 'handedIn', head: t('handedIn'), cell: (row) => formatInstant(row.handedInAt, locale) },
        { id: 'state', head: t('state'), bare: true, cell: (row) => <StateTag machine="record" state={row.state} /> },
      ]}
    />
  )
}
