import { useTranslations } from 'next-intl'
import { RecordChanges } from '@/components/record/changes'
import { Section } from '@/components/ui/page-parts'
import { Table } from '@/components/ui/table'
import { formatNumber } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'

type Value = string | number | boolean | null | undefined

interface YearFigures {
  professional: number
  total: number
  met: boolean
}

interface Preview {
  category: string
  changes: { fields: readonly { field: string; from: Value; to: Value }[]; added: readonly string[]; removed: readonly string[] }
  hours: { from: number; to: number }
  years: readonly { year: number; before: YearFigures; after: YearFigures }[]
}

/** The effects of a correction: changed fields, then the hours of the record and of the years before and after. */
export function CorrectionTables({ preview, locale }: { preview: Preview; locale: Locale }) {
  const t = useTranslations('correction')
  const terms = useTranslations('terms')
  const common = useTranslations('common')
  const { changes, category, hours, years } = preview
  const rows = [
    { id: 'record', what: t('worth'), from: hours.from, to: hours.to },
    ...years.flatMap(({ year, before, after }) => {
      const name = common('year', { year: String(year) })
      return [
        {
          id: `${year}-professional`,
          what: `${name} · ${terms('subjectShort.professional')}`,
          from: before.professional,
          to: after.professional,
        },
        { id: `${year}-total`, what: `${name} · ${t('total')}`, from: before.total, to: after.total },
      ]
    }),
  ]
  return (
    <>
      <Section title={t('fields')}>
        <RecordChanges changes={changes} category={category} locale={locale} sinceReturn={false} />
      </Section>
      <Section title={t('hours')}>
        <Table
          caption={t('hours')}
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            { id: 'what', head: t('what'), cell: ({ what }) => what },
            { id: 'from', head: t('before'), numeric: true, cell: ({ from }) => formatNumber(from, locale) },
            {
              id: 'to',
              head: t('after'),
              numeric: true,
              cell: ({ from, to }) => (from === to ? formatNumber(to, locale) : <b>{formatNumber(to, locale)}</b>),
            },
          ]}
        />
      </Section>
    </>
  )
}
