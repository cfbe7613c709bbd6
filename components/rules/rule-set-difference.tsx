import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Clause } from '@/components/record/clause'
import { StatusTag } from '@/components/record/status-tag'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/page-parts'
import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { formatDate } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import { countChanges, type RowChange, type RuleSetDifference, type ServedYears } from '@/lib/rules/compare-rule-sets'
import { FigureName } from './figure-name'
import { FigureValue } from './figure-value'
import { PlatformFacts } from './platform-facts'
import { SettingValue } from './setting-value'

/** The differences between two rule sets, row by row: before and after, each with clause and status. */
export function RuleSetDifferenceTables({ difference, locale }: { difference: RuleSetDifference; locale: Locale }) {
  const t = useTranslations('ruleSets')
  const { years, figures, publicDeadlines, platforms, settings } = difference
  if (countChanges(difference) === 0) return <EmptyState title={t('difference.none')}>{t('difference.noneLead')}</EmptyState>
  return (
    <>
      {years ? (
        <Section title={t('years')}>
          <Plain
            rows={[{ key: 'years', name: t('years'), before: servedYears(years.before), after: servedYears(years.after) }]}
            title={t('years')}
          />
        </Section>
      ) : null}
      <Rows title={t('figures')} changes={figures} name={(key) => <FigureName figureKey={key} />}>
        {(figure) => <FigureValue figure={figure} locale={locale} />}
      </Rows>
      <Rows title={t('deadlines')} changes={publicDeadlines} name={(key) => t('deadlineOf', { year: key })}>
        {({ until }) => formatDate(until, locale)}
      </Rows>
      <Rows
        title={t('platforms')}
        changes={platforms.map((change) => ({ ...change, before: withStatus(change.before), after: withStatus(change.after) }))}
        name={(key) => platformName(key)}
      >
        {(platform) => <PlatformFacts platform={platform} locale={locale} />}
      </Rows>
      {settings.length > 0 ? (
        <Section title={t('settings')}>
          <Plain
            title={t('settings')}
            rows={settings.map(({ key, before, after }) => ({
              key,
              name: t(`settingName.${key}`),
              before: <SettingValue name={key} value={before} />,
              after: <SettingValue name={key} value={after} />,
            }))}
          />
        </Section>
      ) : null}
    </>
  )

  function servedYears({ from, until }: ServedYears): string {
    return until === null ? t('servesFrom', { from: String(from) }) : t('serves', { from: String(from), until: String(until) })
  }

  function platformName(code: string): string {
    const row = platforms.find(({ key }) => key === code)
    return row?.after?.name ?? row?.before?.name ?? code
  }
}

function withStatus<Row extends { nameStatus: 'legible' | 'partial' | 'provisional' }>(row: Row | null) {
  return row && { ...row, status: row.nameStatus }
}

interface Cited {
  clause: string
  status: 'legible' | 'partial' | 'provisional'
}

function Rows<Row extends Cited>({
  title,
  changes,
  name,
  children,
}: {
  title: string
  changes: readonly RowChange<Row>[]
  name: (key: string) => ReactNode
  children: (row: Row) => ReactNode
}) {
  const t = useTranslations('ruleSets.difference')
  if (changes.length === 0) return null
  const side = (row: Row | null) =>
    row ? (
      <>
        {children(row)}
        <span className="flex flex-wrap items-center gap-x-2 text-muted text-sm">
          <Clause id={row.clause} />
          <StatusTag status={row.status} always />
        </span>
      </>
    ) : (
      <span className="text-muted">{t('absent')}</span>
    )
  return (
    <Section title={title}>
      <Table
        caption={title}
        rows={changes}
        rowKey={({ key, before, after }) => `${key} ${JSON.stringify([before, after])}`}
        columns={[
          {
            id: 'name',
            head: t('what'),
            cell: ({ key, kind }) => (
              <>
                {name(key)} {kind === 'changed' ? null : <Tag tone={kind === 'added' ? 'ok' : 'off'}>{t(kind)}</Tag>}
              </>
            ),
          },
          { id: 'before', head: t('before'), cell: ({ before }) => side(before) },
          { id: 'after', head: t('after'), cell: ({ after }) => side(after) },
        ]}
      />
    </Section>
  )
}

interface PlainRow {
  key: string
  name: ReactNode
  before: ReactNode
  after: ReactNode
}

function Plain({ rows, title }: { rows: readonly PlainRow[]; title: string }) {
  const t = useTranslations('ruleSets.difference')
  return (
    <Table
      caption={title}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { id: 'name', head: t('what'), cell: ({ name }) => name },
        { id: 'before', head: t('before'), cell: ({ before }) => before },
        { id: 'after', head: t('after'), cell: ({ after }) => after },
      ]}
    />
  )
}
