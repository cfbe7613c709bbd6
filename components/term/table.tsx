import { useTranslations } from 'next-intl'
import { CellNote, Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { formatNumber } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import type { DrawnYear } from './types'

const TONES = { certified: 'ok', historic: 'ok', ledger: 'wait', revoked: 'bad', none: 'off' } as const

/** The years of a term with their hours and the source of each, and the sum. */
export function TermTable({
  years,
  totals,
  locale,
  note,
}: {
  years: readonly DrawnYear[]
  totals: { total: number; professional: number }
  locale: Locale
  /** An additional text for a year, such as that its paper proof waits for verification. */
  note?: (year: number) => string | null
}) {
  const t = useTranslations('term.table')
  const number = (value: number) => formatNumber(value, locale)
  const rows = [...years.map((year) => ({ ...year, sum: false })), { ...totals, year: 0, source: 'none' as const, open: false, sum: true }]
  return (
    <Table
      caption={t('caption')}
      rows={rows}
      rowKey={({ year }) => String(year)}
      columns={[
        { id: 'year', head: t('year'), cell: (row) => <b>{row.sum ? t('sum') : String(row.year)}</b> },
        { id: 'professional', head: t('professional'), numeric: true, cell: (row) => number(row.professional) },
        {
          id: 'public',
          head: t('public'),
          numeric: true,
          cell: (row) => number(Math.round((row.total - row.professional) * 10) / 10),
        },
        { id: 'total', head: t('total'), numeric: true, cell: (row) => <b>{number(row.total)}</b> },
        {
          id: 'source',
          head: t('source'),
          bare: true,
          cell: (row) =>
            row.sum ? null : (
              <>
                <Tag tone={TONES[row.source]}>{t(row.source === 'none' && row.open ? 'sources.open' : `sources.${row.source}`)}</Tag>
                {note?.(row.year) ? <CellNote>{note(row.year)}</CellNote> : null}
              </>
            ),
        },
      ]}
    />
  )
}
