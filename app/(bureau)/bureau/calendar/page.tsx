import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/button'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { CellNote, Table } from '@/components/ui/table'
import { dateInShanghai, yearOf } from '@/lib/calendar/plain-date'
import { formatDate } from '@/lib/i18n/format'
import { readCoveredYears } from '@/lib/server/calendar/read-calendar'
import { now } from '@/lib/server/runtime/clock'
import { currentLocale } from '@/lib/server/web/display'
import { pageActor } from '@/lib/server/web/page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('calendar'))('title') }
}

/** The years whose notice is known; other years count Monday to Friday as working days, and are marked provisional. */
export default async function CalendarPage() {
  const actor = await pageActor('administrator')
  const [years, at, t, locale] = await Promise.all([readCoveredYears(actor), now(), getTranslations('calendar'), currentLocale()])
  const next = Math.max(yearOf(dateInShanghai(at)), ...years.map(({ year }) => year + 1))
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-6 pb-5 sm:pb-0">
        <PageHead title={t('title')} lead={t('lead')} />
        <LinkButton href={`/bureau/calendar/new?year=${next}`}>{t('enterYear', { year: String(next) })}</LinkButton>
      </div>
      <Notice title={t('uncovered', { year: String(next) })} />
      <Sheet>
        <Table
          caption={t('years')}
          rows={years}
          rowKey={({ year }) => String(year)}
          columns={[
            {
              id: 'year',
              head: t('year'),
              cell: ({ year }) => (
                <TextLink href={`/bureau/calendar/${year}`} className="font-semibold">
                  {t('yearName', { year: String(year) })}
                </TextLink>
              ),
            },
            {
              id: 'notice',
              head: t('notice'),
              cell: ({ notice, noticeOn, source }) => (
                <>
                  {notice || t('noNotice')}
                  <CellNote>{[noticeOn ? formatDate(noticeOn, locale) : null, source].filter(Boolean).join(' · ')}</CellNote>
                </>
              ),
            },
            { id: 'off', head: t('daysOff'), numeric: true, cell: ({ off }) => t('dayCount', { count: off }) },
            { id: 'worked', head: t('makeUpDays'), numeric: true, cell: ({ worked }) => t('dayCount', { count: worked }) },
            { id: 'local', head: t('localDays'), numeric: true, cell: ({ local }) => (local > 0 ? t('dayCount', { count: local }) : '') },
          ]}
        />
      </Sheet>
    </>
  )
}
