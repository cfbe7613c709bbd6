import { getTranslations } from 'next-intl/server'
import { RecognitionTag } from '@/components/filing/recognition'
import { TextLink } from '@/components/ui/link'
import { CellNote, Table } from '@/components/ui/table'
import { formatDate, formatDateRange } from '@/lib/i18n/format'
import type { RegisterRow } from '@/lib/server/filing/read-register'
import { currentLocale } from '@/lib/server/web/display'

/** Trainings on file: what, by whom, when, agreed to on which days, and what that means. */
export async function TrainingTable({ rows }: { rows: readonly RegisterRow[] }) {
  const [t, terms, locale] = await Promise.all([getTranslations('register'), getTranslations('terms'), currentLocale()])
  const date = (day: string | null) => (day ? formatDate(day, locale) : t('pending'))
  return (
    <Table
      caption={t('trainingsTitle')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'training',
          head: t('training'),
          cell: (row) => (
            <>
              <TextLink href={`/register/${row.id}`} className="inline-flex min-h-11 items-center font-semibold sm:min-h-0">
                {row.title}
              </TextLink>
              <CellNote>
                {[row.number ? t('number', { number: row.number }) : null, row.outside ? t('outside') : terms(`region.${row.regionCode}`)]
                  .filter(Boolean)
                  .join(' · ')}
              </CellNote>
            </>
          ),
        },
        {
          id: 'provider',
          head: t('provider'),
          cell: (row) => (
            <>
              {row.provider}
              {row.place ? <CellNote>{row.place}</CellNote> : null}
            </>
          ),
        },
        {
          id: 'held',
          head: t('held'),
          cell: (row) => (
            <>
              {formatDateRange(row.startsOn, row.endsOn, locale)}
              <CellNote>{t('days', { days: row.days })}</CellNote>
            </>
          ),
        },
        {
          id: 'approvals',
          head: t('approvals'),
          cell: (row) =>
            row.outside ? (
              date(row.approvedOn)
            ) : (
              <>
                <Approval by={t('bureau')} on={date(row.bureauApprovedOn)} />
                <Approval by={t('authority')} on={date(row.authorityApprovedOn)} />
              </>
            ),
        },
        {
          id: 'meaning',
          head: t('meaning'),
          cell: (row) =>
            row.recognition ? (
              <>
                <RecognitionTag recognition={row.recognition} />
                <CellNote>{t(`recognitionHint.${row.recognition}`, { approved: date(row.approvedOn) })}</CellNote>
                {row.changing ? <CellNote>{t('changing')}</CellNote> : null}
              </>
            ) : null,
        },
      ]}
    />
  )
}

function Approval({ by, on }: { by: string; on: string }) {
  return (
    <div>
      <span className="text-muted text-sm">{by}</span> <span className="whitespace-nowrap">{on}</span>
    </div>
  )
}
