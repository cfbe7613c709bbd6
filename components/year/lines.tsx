import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { EvidenceList } from '@/components/record/evidence-list'
import { evidenceViews, type StoredProof } from '@/components/record/evidence-views'
import { StatusTag } from '@/components/record/status-tag'
import { Why } from '@/components/record/why'
import { Disclosure } from '@/components/ui/disclosure'
import { CellNote, Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { formatDate, formatNumber } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import type { Category, Explanation, ResultLine } from '@/lib/rules/types'

export interface YearLine {
  line: ResultLine
  title: string
  category: Category
  completedOn: string | null
  explanation: Explanation | null
  /** Whether it is the chosen option of the year (M21.4). */
  chosen: boolean
  /** Its proofs, where the reader decides on the year. */
  evidence?: readonly StoredProof[]
}

/** The records of a year: counted hours by subject, outcome and explanation. `name` renders the title, `acts` the actions of a line. */
export function YearLines({
  lines,
  ruleSet,
  locale,
  name = (line) => line.title,
  acts,
}: {
  lines: readonly YearLine[]
  ruleSet: string
  locale: Locale
  name?: (line: YearLine) => ReactNode
  acts?: (line: YearLine) => ReactNode
}) {
  const t = useTranslations('certification.lines')
  const terms = useTranslations('terms')
  const proofs = useTranslations('views.record.evidence')
  const number = (value: number) => (value > 0 ? formatNumber(value, locale) : t('none'))
  return (
    <Table
      caption={t('caption')}
      rows={lines}
      rowKey={({ line }) => line.id}
      rowVersion={(row) => JSON.stringify([row, ruleSet, locale])}
      columns={[
        {
          id: 'title',
          head: t('content'),
          cell: (row) => (
            <div className="sm:min-w-48">
              {name(row)}
              <CellNote>
                {[terms(`category.${row.category}`), row.completedOn ? formatDate(row.completedOn, locale) : null]
                  .filter(Boolean)
                  .join(' · ')}
              </CellNote>
              {row.explanation ? <Why explanation={row.explanation} ruleSet={ruleSet} locale={locale} /> : null}
              {row.evidence ? (
                <Disclosure summary={proofs('count', { count: row.evidence.length })}>
                  <EvidenceList pictures items={evidenceViews(row.evidence)} />
                </Disclosure>
              ) : null}
            </div>
          ),
        },
        { id: 'professional', head: terms('subjectShort.professional'), numeric: true, cell: ({ line }) => number(line.professional) },
        { id: 'public', head: terms('subjectShort.public'), numeric: true, cell: ({ line }) => number(line.public) },
        {
          id: 'outcome',
          head: t('outcome'),
          bare: true,
          cell: ({ line, chosen }) => (
            <span className="flex flex-wrap items-start gap-1.5">
              <Tag tone={line.outcome === 'counted' ? 'ok' : line.counted > 0 ? 'warn' : 'off'}>{terms(`outcome.${line.outcome}`)}</Tag>
              {chosen ? <Tag tone="wait">{t('chosen')}</Tag> : null}
              {line.counted > 0 ? <StatusTag status={line.status} /> : null}
            </span>
          ),
        },
        ...(acts ? [{ id: 'acts', head: <span className="sr-only">{t('acts')}</span>, bare: true, cell: acts }] : []),
      ]}
    />
  )
}
