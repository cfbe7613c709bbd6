import { useTranslations } from 'next-intl'
import { StatusTag } from '@/components/record/status-tag'
import { Disclosure } from '@/components/ui/disclosure'
import { CellNote, Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { formatNumber } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import type { Alternative } from '@/lib/rules/alternatives'

/** All that one achievement could count as, with the year each would make. */
export function Alternatives({ alternatives, locale }: { alternatives: readonly Alternative[]; locale: Locale }) {
  const t = useTranslations('entry.alternatives')
  const terms = useTranslations('terms')
  if (alternatives.length < 2) return null
  const number = (value: number) => formatNumber(value, locale)
  return (
    <Disclosure summary={t('title')}>
      <p className="mb-2">{t('lead')}</p>
      <Table<Alternative>
        caption={t('caption')}
        rows={alternatives}
        rowKey={({ category, option }) => `${category}.${option}`}
        highlighted={({ entered }) => entered}
        columns={[
          {
            id: 'kind',
            head: t('kind'),
            cell: ({ category, option, entered, line }) => (
              <>
                {terms(`category.${category}`)}
                {option ? <CellNote>{terms(`option.${category}.${option}`)}</CellNote> : null}
                <span className="flex flex-wrap gap-1.5">
                  {entered ? <Tag tone="wait">{t('entered')}</Tag> : null}
                  <StatusTag status={line.status} />
                </span>
              </>
            ),
          },
          {
            id: 'hours',
            head: t('hours'),
            numeric: true,
            cell: ({ line }) => (
              <>
                {number(line.hours)}
                {line.reason && line.counted === 0 ? <CellNote>{terms(`reason.${line.reason}`)}</CellNote> : null}
              </>
            ),
          },
          {
            id: 'total',
            head: t('total'),
            numeric: true,
            cell: ({ totals, met }) => (
              <>
                {number(totals.total)}
                {met ? <CellNote>{t('met')}</CellNote> : null}
              </>
            ),
          },
        ]}
      />
    </Disclosure>
  )
}
