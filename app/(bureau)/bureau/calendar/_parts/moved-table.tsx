import { getTranslations } from 'next-intl/server'
import { CellNote, Table } from '@/components/ui/table'
import { formatDate } from '@/lib/i18n/format'
import type { MoveGroup } from '@/lib/server/calendar/read-calendar'
import { currentLocale } from '@/lib/server/web/display'

/** Deadlines that moved, by the day they were on and by whose queue they stand in. */
export async function MovedTable({ groups }: { groups: readonly MoveGroup[] }) {
  const [t, terms, locale] = await Promise.all([getTranslations('calendar'), getTranslations('terms'), currentLocale()])
  return (
    <Table
      caption={t('movedTitle')}
      rows={groups}
      rowKey={({ key }) => key}
      columns={[
        {
          id: 'what',
          head: t('deadline'),
          cell: ({ stream, waitsFor, organization, regionCode }) => (
            <>
              <span className="font-semibold">{t(`streams.${stream}`)}</span>
              <CellNote>
                {t(`waitsFor.${waitsFor}`)} {organization ?? (regionCode ? terms(`region.${regionCode}`) : '')}
              </CellNote>
            </>
          ),
        },
        { id: 'from', head: t('oldDay'), cell: ({ from }) => formatDate(from, locale, 'weekday') },
        { id: 'to', head: t('newDay'), cell: ({ to }) => <b>{formatDate(to, locale, 'weekday')}</b> },
        { id: 'count', head: t('count'), numeric: true, cell: ({ count }) => t('itemCount', { count }) },
      ]}
    />
  )
}
