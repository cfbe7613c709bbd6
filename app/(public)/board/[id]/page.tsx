import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { StatusTag } from '@/components/record/status-tag'
import { TextLink } from '@/components/ui/link'
import { PageHead, Section } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { SummaryList } from '@/components/ui/summary-list'
import { CellNote, type Column, Table } from '@/components/ui/table'
import { formatDateRange, formatNumber } from '@/lib/i18n/format'
import { currentActor } from '@/lib/server/account/read-session'
import { type BoardItem, readBoardBatch } from '@/lib/server/publicity/read-board-batch'
import { now } from '@/lib/server/runtime/clock'
import { currentLocale } from '@/lib/server/web/display'
import { orNotFound } from '@/lib/server/web/page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('publicity.board'))('title'), robots: { index: false, follow: false } }
}

/** One batch as everyone sees it: until when, whom to ask, the masked list, how to object. */
export default async function BoardBatchPage({ params }: { params: Promise<{ id: string }> }) {
  const [{ id }, actor, at, t, all, terms, locale] = await Promise.all([
    params,
    currentActor(),
    now(),
    getTranslations('publicity.boardBatch'),
    getTranslations('publicity'),
    getTranslations('terms'),
    currentLocale(),
  ])
  const batch = await orNotFound(readBoardBatch(actor, id, at))
  const columns: Column<BoardItem>[] = [
    {
      id: 'name',
      head: t('name'),
      lead: true,
      cell: (item) => (
        <>
          <span className="mr-2 text-muted">{item.position}</span>
          <span className="font-semibold">{item.maskedName}</span>
          <CellNote>{item.department}</CellNote>
        </>
      ),
    },
    {
      id: 'content',
      head: t('content'),
      cell: (item) => (
        <>
          {item.title}
          <CellNote>{terms(`category.${item.category}`)}</CellNote>
        </>
      ),
    },
    { id: 'subject', head: t('subject'), cell: (item) => (item.subject ? terms(`subjectShort.${item.subject}`) : null) },
    { id: 'hours', head: t('hours'), numeric: true, cell: (item) => formatNumber(item.hours, locale) },
    {
      id: 'object',
      head: t('object'),
      bare: true,
      cell: (item) => (
        <TextLink
          href={`/board/${id}/object/${item.id}`}
          aria-label={t('objectTo', { position: item.position })}
          className="inline-flex min-h-11 items-center whitespace-nowrap sm:min-h-0"
        >
          {t('object')}
        </TextLink>
      ),
    },
  ]
  return (
    <>
      <PageHead title={t('title', { unit: batch.unit })} back={{ href: '/board', text: t('back') }} />
      <Sheet>
        <Section title={t('facts')}>
          <SummaryList
            items={[
              { id: 'number', term: t('number'), value: all('number', { year: String(batch.year), number: batch.number }) },
              {
                id: 'period',
                term: t('period'),
                value: (
                  <>
                    <b>{formatDateRange(batch.startsOn, batch.endsOn, locale)}</b>
                    <span className="flex flex-wrap items-center gap-2">
                      {all('workingDays', { count: batch.workingDays })} <StatusTag status="provisional" />
                    </span>
                    {batch.provisional ? <span className="block text-warn">{all('provisional')}</span> : null}
                  </>
                ),
              },
              { id: 'contact', term: t('contact'), value: batch.contact },
            ]}
          />
        </Section>
        <Section title={t('howTitle')}>
          <p className="max-w-text">{t('how')}</p>
        </Section>
        <Section title={t('records')}>
          {batch.items.length === 0 ? (
            <p className="text-muted">{t('empty')}</p>
          ) : (
            <Table caption={t('records')} columns={columns} rows={batch.items} rowKey={(item) => item.id} />
          )}
        </Section>
      </Sheet>
    </>
  )
}
