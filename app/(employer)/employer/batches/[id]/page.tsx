import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { StateTag } from '@/components/record/state-tag'
import { StatusTag } from '@/components/record/status-tag'
import { EventTimeline } from '@/components/record/timeline'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { Columns, PageHead, RuledList, Section } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { SummaryList } from '@/components/ui/summary-list'
import { CellNote } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { formatDate, formatDateRange } from '@/lib/i18n/format'
import { enumParam, readSearch, type SearchParameters } from '@/lib/server/input/search'
import { type BatchPage, readBatch } from '@/lib/server/publicity/read-batch'
import { now } from '@/lib/server/runtime/clock'
import { currentLocale } from '@/lib/server/web/display'
import { orNotFound, pageActor } from '@/lib/server/web/page'
import type { EventOf } from '@/lib/workflow/events'
import { BatchRecords } from './_parts/batch-records'
import { WhatNow } from './_parts/what-now'

const count = () => z.coerce.number().int().min(0).max(1000).catch(0)
const shape = {
  done: enumParam(['opened', 'confirmed', 'taken_out', 'cancelled', 'confirmed_one']),
  count: count(),
  left: count(),
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('publicity.batches'))('name') }
}

/** One batch: until when it runs, what stands in it, the objections, and its confirmation once it may be confirmed. */
export default async function BatchDetailPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>
  searchParams: SearchParameters
}) {
  const actor = await pageActor('employer_officer')
  const [{ id }, search, at, t, all, states] = await Promise.all([
    params,
    readSearch(searchParams, shape),
    now(),
    getTranslations('publicity.batch'),
    getTranslations('publicity'),
    getTranslations('states.batch'),
  ])
  const batch = await orNotFound(readBatch(actor, id, at))
  const done = search.done === 'confirmed' && search.left > 0 ? 'confirmedLeft' : search.done
  return (
    <>
      <PageHead
        title={
          <>
            {all('number', { year: String(batch.year), number: batch.number })}{' '}
            {batch.actions.includes('confirm') ? (
              <Tag tone="warn">{states('ended')}</Tag>
            ) : (
              <StateTag machine="batch" state={batch.state} />
            )}
          </>
        }
        back={{ href: '/employer/batches', text: t('back') }}
      />
      {done ? <Notice tone="ok" live title={t(`done.${done}`, { count: search.count, left: search.left })} /> : null}
      <Columns label={t('whatNow')} aside={<WhatNow batch={batch} />}>
        <Sheet>
          <Section title={t('records')}>
            <BatchRecords batch={batch} />
          </Section>
          <Section title={t('objections')}>
            <Objections batch={batch} />
          </Section>
          <Section title={t('facts')}>
            <BatchFacts batch={batch} />
          </Section>
          <Section title={t('history')}>
            <History batch={batch} />
          </Section>
        </Sheet>
      </Columns>
    </>
  )
}

async function Objections({ batch }: { batch: BatchPage }) {
  const [t, locale] = await Promise.all([getTranslations('publicity.batch'), currentLocale()])
  if (batch.objections.length === 0) return <p className="text-muted">{t('objectionsNone')}</p>
  return (
    <RuledList>
      {batch.objections.map((objection) => (
        <li key={objection.id} className="flex flex-wrap items-center justify-between gap-x-4">
          <div>
            <TextLink href={`/employer/objections/${objection.id}`} className="inline-flex min-h-11 items-center">
              {objection.recordTitle}
            </TextLink>
            {objection.dueOn ? <CellNote>{t('objectionDue', { date: formatDate(objection.dueOn, locale) })}</CellNote> : null}
          </div>
          <StateTag machine="objection" state={objection.state} />
        </li>
      ))}
    </RuledList>
  )
}

async function BatchFacts({ batch }: { batch: BatchPage }) {
  const [t, all, locale] = await Promise.all([getTranslations('publicity.batch'), getTranslations('publicity'), currentLocale()])
  const length = all('workingDays', { count: batch.workingDays })
  return (
    <SummaryList
      items={[
        { id: 'opened', term: t('opened'), value: formatDate(batch.openedOn, locale) },
        {
          id: 'period',
          term: t('period'),
          value: (
            <>
              {formatDateRange(batch.startsOn, batch.endsOn, locale)}
              <span className="flex flex-wrap items-center gap-2">
                {length} <StatusTag status="provisional" />
              </span>
              {batch.provisional ? <span className="block text-warn">{all('provisional')}</span> : null}
            </>
          ),
        },
        { id: 'where', term: t('where'), value: t(batch.inPublic ? 'whereAll' : 'whereUnit') },
        { id: 'contact', term: t('contact'), value: batch.contact },
      ]}
    />
  )
}

async function History({ batch }: { batch: BatchPage }) {
  const locale = await currentLocale()
  return (
    <EventTimeline
      machine="batch"
      locale={locale}
      events={batch.events
        .filter(({ event }) => event !== 'create')
        .map(({ id, event, at, actorName, officeName, reason }) => ({
          id,
          event: event as EventOf<'batch'>,
          at,
          by: [officeName, actorName].filter(Boolean).join(' ') || null,
          reason,
        }))}
    />
  )
}
