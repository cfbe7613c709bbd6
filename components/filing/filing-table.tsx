import { useTranslations } from 'next-intl'
import { Due } from '@/components/record/due'
import { TextLink } from '@/components/ui/link'
import { CellNote, type Column, Table } from '@/components/ui/table'
import { formatDateRange } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import type { FilingState } from '@/lib/workflow/states'
import { ApprovalLines } from './approvals'
import { FilingStateTag } from './filing-state'
import type { DueView } from './types'

export interface FilingRowView {
  id: string
  number: string | null
  title: string
  organizer: string
  outside: boolean
  startsOn: string
  endsOn: string
  days: number
  state: FilingState
  bureauApprovedOn: string | null
  authorityApprovedOn: string | null
  waited: number | null
  due?: DueView | null
  ownEntry?: boolean
}

/** A table of filings. `queue`: also with the date by which both approvals are needed. */
export function FilingTable({
  rows,
  caption,
  queue = false,
  withOrganizer = false,
  locale,
}: {
  rows: readonly FilingRowView[]
  caption: string
  queue?: boolean
  withOrganizer?: boolean
  locale: Locale
}) {
  const t = useTranslations('filing')
  const columns: Column<FilingRowView>[] = [
    {
      id: 'training',
      head: t('list.training'),
      cell: (row) => (
        <>
          <TextLink href={`/trainings/${row.id}`} className="inline-flex min-h-11 items-center font-semibold sm:min-h-0">
            {row.title}
          </TextLink>
          <CellNote>
            {[
              row.number ? t(row.outside ? 'outsideNumber' : 'number', { number: row.number }) : null,
              withOrganizer ? row.organizer : row.outside ? row.organizer : null,
            ]
              .filter(Boolean)
              .join(' · ')}
          </CellNote>
        </>
      ),
    },
    {
      id: 'held',
      head: t('list.held'),
      cell: (row) => (
        <>
          {formatDateRange(row.startsOn, row.endsOn, locale)}
          <CellNote>{t('field.daysValue', { days: row.days })}</CellNote>
        </>
      ),
    },
    {
      id: 'approvals',
      head: t('list.approvals'),
      cell: (row) =>
        row.outside ? (
          <span className="text-muted">{t('list.outside')}</span>
        ) : (
          <ApprovalLines
            approvals={{ bureau: row.bureauApprovedOn, authority: row.authorityApprovedOn }}
            open={row.waited !== null}
            locale={locale}
          />
        ),
    },
    ...(queue
      ? [
          {
            id: 'due',
            head: t('list.due'),
            cell: (row: FilingRowView) => (row.due ? <Due {...row.due} locale={locale} /> : t('list.noDue')),
          },
        ]
      : []),
    {
      id: 'state',
      head: t('list.state'),
      bare: true,
      cell: (row) => (
        <>
          <FilingStateTag state={row.state} outside={row.outside} />
          {row.waited === null ? null : <CellNote>{t('waited', { days: row.waited })}</CellNote>}
          {row.ownEntry ? <CellNote>{t('list.ownEntry')}</CellNote> : null}
        </>
      ),
    },
  ]
  return <Table caption={caption} rows={rows} rowKey={({ id }) => id} columns={columns} />
}
