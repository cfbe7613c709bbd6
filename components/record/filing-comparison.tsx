import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Table } from '@/components/ui/table'
import { Tag, type Tone } from '@/components/ui/tag'
import { formatDate, formatDateRange, formatNumber } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import {
  COMPARED_FIELDS,
  type EnteredTraining,
  type FiledTraining,
  type Match,
  type FilingComparison as Matches,
} from '@/lib/rules/compare-with-filing'
import type { FilingState } from '@/lib/workflow/states'
import { StateTag } from './state-tag'

export interface FilingComparisonData extends FiledTraining {
  number: string | null
  state: FilingState
  /** Whether the filing is in the register. */
  registered: boolean
  bureauApprovedOn: string | null
  authorityApprovedOn: string | null
  entered: EnteredTraining
  comparison: Matches
}

const TONES: Record<Match, Tone> = { same: 'ok', less: 'off', differs: 'warn' }

/** The entered training compared with its filing: differences are marked, and a tag says whether the approval was in time (N3.2). */
export function FilingComparison({ filing, locale }: { filing: FilingComparisonData; locale: Locale }) {
  const t = useTranslations('beside.filing')
  const { comparison, entered } = filing
  const rows = [
    ...COMPARED_FIELDS.map((name) => ({
      name,
      entered: words(name, 'entered'),
      filed: words(name, 'filed'),
      match: comparison.matches[name],
    })),
    { name: 'number' as const, entered: null, filed: filing.number, match: null },
    { name: 'approvals' as const, entered: null, filed: approvals(), match: null },
  ]
  return (
    <div>
      <p className="mb-2 flex flex-wrap items-center gap-2">
        <FilingTag filing={filing} />
        <StateTag machine="filing" state={filing.state} />
        {filing.registered ? null : <Tag tone="bad">{t('gone')}</Tag>}
      </p>
      <Table<(typeof rows)[number]>
        caption={t('caption')}
        rows={rows}
        rowKey={({ name }) => name}
        columns={[
          { id: 'item', head: t('item'), cell: ({ name }) => <span className="font-semibold sm:font-normal">{t(`row.${name}`)}</span> },
          { id: 'entered', head: t('entered'), cell: (row) => row.entered },
          { id: 'filed', head: t('filed'), cell: (row) => row.filed },
          {
            id: 'match',
            head: t('result'),
            bare: true,
            cell: ({ match }) => (match ? <Tag tone={TONES[match]}>{t(`match.${match}`)}</Tag> : null),
          },
        ]}
      />
    </div>
  )

  function words(name: (typeof COMPARED_FIELDS)[number], side: 'entered' | 'filed'): ReactNode {
    const from = side === 'entered' ? entered.startedOn : filing.startsOn
    const to = side === 'entered' ? entered.completedOn : filing.endsOn
    const days = side === 'entered' ? entered.days : filing.days
    switch (name) {
      case 'title':
        return (side === 'entered' ? entered.title : filing.title) || t('unsaid')
      case 'organizer':
        return (side === 'entered' ? entered.organizer : filing.organizer) || t('unsaid')
      case 'dates':
        return from && to ? formatDateRange(from, to, locale) : t('unsaid')
      case 'days':
        return days === null ? t('unsaid') : t('days', { days: locale === 'en' ? days : formatNumber(days, locale) })
    }
  }

  function approvals(): ReactNode {
    const dateOrNone = (date: string | null) => (date ? formatDate(date, locale) : t('notApproved'))
    return (
      <>
        <span className="block">{t('bureau', { date: dateOrNone(filing.bureauApprovedOn) })}</span>
        <span className="block">{t('authority', { date: dateOrNone(filing.authorityApprovedOn) })}</span>
      </>
    )
  }
}

/** Whether the filing's approval was in time (N3.2), as a tag. */
export function FilingTag({ filing }: { filing: FilingComparisonData }) {
  const t = useTranslations('beside.filing')
  const { approval } = filing.comparison
  return <Tag tone={approval === 'in_time' ? 'ok' : 'bad'}>{t(`approval.${approval}`)}</Tag>
}
