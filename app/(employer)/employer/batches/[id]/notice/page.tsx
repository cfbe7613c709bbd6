import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageHead } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { type Column, Table } from '@/components/ui/table'
import { formatDate, formatNumber } from '@/lib/i18n/format'
import { readNotice } from '@/lib/server/publicity/read-notice'
import { currentLocale } from '@/lib/server/web/display'
import { orNotFound, pageActor } from '@/lib/server/web/page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('publicity.batch'))('notice') }
}

type Line = Awaited<ReturnType<typeof readNotice>>['lines'][number] & { position: number }

/** The notice for the notice board, after the customs of official documents; the PDF is the same in its own type. */
export default async function NoticePage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await pageActor('employer_officer')
  const [{ id }, t, all, terms, locale] = await Promise.all([
    params,
    getTranslations('publicity.notice'),
    getTranslations('publicity'),
    getTranslations('terms'),
    currentLocale(),
  ])
  const notice = await orNotFound(readNotice(actor, id, locale))
  const years = notice.years.from === notice.years.to ? String(notice.years.from) : `${notice.years.from}–${notice.years.to}`
  const day = (date: string) => formatDate(date, locale)
  const lines = notice.lines.map((line, place): Line => ({ ...line, position: place + 1 }))
  const columns: Column<Line>[] = [
    { id: 'row', head: t('row'), numeric: true, cell: (line) => line.position },
    { id: 'name', head: t('name'), lead: true, cell: (line) => line.maskedName },
    { id: 'department', head: t('department'), cell: (line) => line.department || t('none') },
    { id: 'content', head: t('content'), cell: (line) => line.content },
    {
      id: 'subject',
      head: t('subject'),
      cell: (line) => (line.subject === 'converted' ? t('converted') : terms(`subjectShort.${line.subject}`)),
    },
    { id: 'hours', head: t('hours'), numeric: true, cell: (line) => `${formatNumber(line.hours, locale)}${line.provisional ? ' ※' : ''}` },
  ]
  const contact = [notice.contact.person, notice.contact.place].filter(Boolean).join(locale === 'en' ? '; ' : '；')
  return (
    <>
      <div data-print="no">
        <PageHead title={all('batch.notice')} lead={t('print')} back={{ href: `/employer/batches/${id}`, text: t('back') }} />
        <p className="mb-6">
          <a href={`/api/files/notice/${id}`} className="inline-flex min-h-11 items-center">
            {t('pdf')}
          </a>
        </p>
      </div>
      <Sheet>
        <article>
          <p className="text-center">{all('number', { year: String(notice.year), number: notice.number })}</p>
          <h2 className="mt-2 mb-6 text-center text-xl">{t('title', { years })}</h2>
          <div className="space-y-3">
            <p>{t('opening', { basis: notice.basis, people: notice.people, years, count: notice.lines.length })}</p>
            <p>{t('period', { from: day(notice.period.from), to: day(notice.period.to), days: notice.period.workingDays })}</p>
            <p>{t('objection')}</p>
            <p>{t('contact', { contact })}</p>
            <p>{t('online', { address: notice.address })}</p>
          </div>
          <div className="mt-6">
            <Table caption={t('caption')} showCaption columns={columns} rows={lines} rowKey={(line) => String(line.position)} />
          </div>
          <div className="mt-3 text-muted text-sm">
            {notice.lines.some((line) => line.provisional) ? <p>{t('provisionalNote')}</p> : null}
            <p>{t('maskedNote')}</p>
          </div>
          <div className="mt-10 text-right">
            <p>{notice.employer}</p>
            <p className="text-muted">{t('seal')}</p>
            <p>{day(notice.signedOn)}</p>
          </div>
        </article>
      </Sheet>
    </>
  )
}
