import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Due } from '@/components/record/due'
import { StateTag } from '@/components/record/state-tag'
import { EventTimeline } from '@/components/record/timeline'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { Columns, PageHead, Section } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { type SummaryItem, SummaryList } from '@/components/ui/summary-list'
import { CellNote } from '@/components/ui/table'
import { formatDate } from '@/lib/i18n/format'
import { enumParam, readSearch, type SearchParameters } from '@/lib/server/input/search'
import { type ObjectionPage, readObjection, revealContact } from '@/lib/server/objection/read-objection'
import { now } from '@/lib/server/runtime/clock'
import { currentLocale } from '@/lib/server/web/display'
import { orNotFound, pageActor } from '@/lib/server/web/page'
import type { EventOf } from '@/lib/workflow/events'
import { WhatNow } from './_parts/what-now'

const shape = { done: enumParam(['called', 'dismiss', 'uphold']), contact: enumParam(['show']) }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('objection.page'))('name') }
}

/** One objection for the unit's officer: what is said, about which record, and the finding. */
export default async function ObjectionDetailPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>
  searchParams: SearchParameters
}) {
  const actor = await pageActor('employer_officer')
  const [{ id }, search, at, t] = await Promise.all([params, readSearch(searchParams, shape), now(), getTranslations('objection.page')])
  const objection = await orNotFound(readObjection(actor, id, at))
  // The full contact is for whoever has to reach the objector; not for whom the objection is about.
  const contact = search.contact && !objection.isOwn ? await orNotFound(revealContact(actor, id, at)) : null
  return (
    <>
      <PageHead
        title={t('title', { title: objection.record.title })}
        lead={<StateTag machine="objection" state={objection.state} />}
        back={{ href: '/employer/objections', text: t('back') }}
      />
      {search.done ? <Notice tone="ok" live title={t(`done.${search.done}`)} /> : null}
      {objection.isOwn ? <Notice tone="warn" title={t('own')} /> : null}
      <Columns label={t('whatNow')} asideLast aside={<WhatNow objection={objection} />}>
        <Sheet>
          <Section title={t('facts')}>
            <Facts objection={objection} contact={contact} />
          </Section>
          <Section title={t('history')}>
            <History objection={objection} />
          </Section>
        </Sheet>
      </Columns>
    </>
  )
}

async function Facts({ objection, contact }: { objection: ObjectionPage; contact: string | null }) {
  const [t, all, locale] = await Promise.all([getTranslations('objection.page'), getTranslations('publicity'), currentLocale()])
  const { batch, record, due } = objection
  const items: SummaryItem[] = [
    { id: 'reason', term: t('reason'), value: <span className="whitespace-pre-line">{objection.reason}</span> },
    {
      id: 'record',
      term: t('record'),
      value: (
        <>
          {record.personName} · {record.title}
          <TextLink href={`/employer/review/${record.id}`} className="flex min-h-11 w-fit items-center">
            {t('openRecord')}
          </TextLink>
        </>
      ),
    },
    {
      id: 'batch',
      term: t('batch'),
      value: (
        <TextLink href={`/employer/batches/${batch.id}`}>{all('number', { year: String(batch.year), number: batch.number })}</TextLink>
      ),
    },
    { id: 'raised', term: t('raised'), value: formatDate(objection.raisedOn, locale) },
  ]
  if (due)
    items.push({ id: 'due', term: t('due'), value: <Due days={due.days} on={due.on} provisional={due.provisional} locale={locale} /> })
  if (!objection.isOwn) {
    items.push(
      { id: 'objector', term: t('objector'), value: objection.objectorName },
      {
        id: 'contact',
        term: t('contact'),
        value: (
          <>
            {t(`contactKind.${objection.contactKind}`)} {contact ?? objection.contactMask}
            {contact ? null : (
              <TextLink href={`/employer/objections/${objection.id}?contact=show`} className="flex min-h-11 w-fit items-center">
                {t('show')}
              </TextLink>
            )}
            <CellNote>{t('showHint')}</CellNote>
          </>
        ),
      },
    )
  }
  if (objection.finding) {
    items.push({ id: 'finding', term: t('finding'), value: <span className="whitespace-pre-line">{objection.finding}</span> })
  }
  return <SummaryList items={items} />
}

async function History({ objection }: { objection: ObjectionPage }) {
  const locale = await currentLocale()
  return (
    <EventTimeline
      machine="objection"
      locale={locale}
      events={objection.events.map(({ id, event, at, actorName, officeName, reason }) => ({
        id,
        event: event as EventOf<'objection'>,
        at,
        by: [officeName, officeName ? actorName : null].filter(Boolean).join(' ') || null,
        reason,
      }))}
    />
  )
}
