import { getTranslations } from 'next-intl/server'
import { Clause } from '@/components/record/clause'
import { StatusTag } from '@/components/record/status-tag'
import { CellNote, Table } from '@/components/ui/table'
import { Tag, type Tone } from '@/components/ui/tag'
import { formatDate } from '@/lib/i18n/format'
import type { PlatformRow } from '@/lib/server/filing/read-platforms'
import { currentLocale } from '@/lib/server/web/display'

const TONES: Record<PlatformRow['counts'], Tone> = { now: 'ok', not_yet: 'wait', no_longer: 'off' }
/** A window from before there was anything has no beginning to show. */
const EARLIEST = '1950-01-01'

/** Platforms with the days on which what is finished there counts, and how sure that is. */
export async function PlatformTable({ rows }: { rows: readonly PlatformRow[] }) {
  const [t, terms, locale] = await Promise.all([getTranslations('register'), getTranslations('terms'), currentLocale()])
  function windowOf({ from, until }: PlatformRow): string {
    const dates = { from: formatDate(from, locale), until: until ? formatDate(until, locale) : '' }
    if (from < EARLIEST) return until ? t('windowUntil', dates) : ''
    return until ? t('windowBetween', dates) : t('windowFrom', dates)
  }
  return (
    <Table
      caption={t('platforms')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'platform',
          head: t('platform'),
          cell: (row) => (
            <span className="flex flex-wrap items-center gap-x-2">
              <span className="font-semibold">{row.name}</span>
              <StatusTag status={row.status} />
            </span>
          ),
        },
        { id: 'subjects', head: t('subjects'), cell: (row) => row.subjects.map((subject) => terms(`subject.${subject}`)).join(' · ') },
        {
          id: 'window',
          head: t('window'),
          cell: (row) => (
            <>
              {windowOf(row)}
              <CellNote>
                <Clause id={row.source} />
              </CellNote>
            </>
          ),
        },
        { id: 'counts', head: t('counts'), cell: (row) => <Tag tone={TONES[row.counts]}>{t(`countsWords.${row.counts}`)}</Tag> },
      ]}
    />
  )
}
