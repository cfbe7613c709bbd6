import { getTranslations } from 'next-intl/server'
import { CellNote, Table } from '@/components/ui/table'
import { Tag, type Tone } from '@/components/ui/tag'
import { currentLocale } from '@/lib/server/display'
import type { Recognition, RegisterRow } from '@/lib/server/filing/read-register'
import { formatDate, formatDateRange } from '@/lib/words/format'

const TONES: Record<Recognition, Tone> = { in_time: 'ok', late: 'bad', changed: 'warn' }

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
              <span className="font-semibold">{row.title}</span>
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
          cell: (row) => (
            <>
              <Tag tone={TONES[row.recognition]}>{t(`recognition.${row.recognition}`)}</Tag>
              <CellNote>{t(`recognitionHint.${row.recognition}`)}</CellNote>
            </>
          ),
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
