import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EventTimeline } from '@/components/record/timeline'
import { Notice } from '@/components/ui/notice'
import { Columns, PageHead, Section } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { type SummaryItem, SummaryList } from '@/components/ui/summary-list'
import { formatHours } from '@/lib/i18n/format'
import { currentActor } from '@/lib/server/account/read-session'
import { enumParam, readSearch, type SearchParameters } from '@/lib/server/input/search'
import { type OwnObjection, readOwnObjection } from '@/lib/server/objection/read-own-objection'
import { now } from '@/lib/server/runtime/clock'
import { currentLocale } from '@/lib/server/web/display'
import { orNotFound } from '@/lib/server/web/page'
import type { EventOf } from '@/lib/workflow/events'
import { isInGroup } from '@/lib/workflow/state-groups'
import { WhatNow } from './_parts/what-now'

const shape = { done: enumParam(['confirmed', 'appealed', 'raised']) }

export async function generateMetadata(): Promise<Metadata> {
  // The address is a secret: no other site learns it. `no-referrer` would take the Origin from forms sent without scripts.
  return { title: (await getTranslations('objection.own'))('name'), robots: { index: false, follow: false }, referrer: 'same-origin' }
}

/** The objector's own page, by the code of their link: confirming the contact, then the finding, then one appeal. */
export default async function OwnObjectionPage({
  params,
  searchParams,
}: {
  params: Promise<{ code: string }>
  searchParams: SearchParameters
}) {
  const [{ code }, search, actor, at, t] = await Promise.all([
    params,
    readSearch(searchParams, shape),
    currentActor(),
    now(),
    getTranslations('objection.own'),
  ])
  const objection = await orNotFound(readOwnObjection(actor, code, at))
  const calls = isInGroup('objection', objection.state, 'awaiting_contact') && objection.contactKind === 'phone'
  return (
    <>
      <PageHead title={t(calls ? 'title.unconfirmedPhone' : `title.${objection.state}`)} lead={t('keep')} />
      {search.done ? <Notice tone="ok" live title={t(`done.${search.done}`)} /> : null}
      {objection.finding ? (
        <Notice tone="off" title={t('finding')}>
          <p className="whitespace-pre-line">{objection.finding}</p>
        </Notice>
      ) : null}
      <Columns label={t('whatNow')} aside={<WhatNow objection={objection} code={code} />}>
        <Sheet>
          <Section title={t('facts')}>
            <Facts objection={objection} />
          </Section>
          <Section title={t('history')}>
            <History objection={objection} />
          </Section>
        </Sheet>
      </Columns>
    </>
  )
}

async function Facts({ objection }: { objection: OwnObjection }) {
  const [t, all, locale] = await Promise.all([getTranslations('objection.own'), getTranslations('publicity'), currentLocale()])
  const { record } = objection
  const items: SummaryItem[] = [
    { id: 'unit', term: t('unit'), value: objection.unit },
    { id: 'batch', term: t('batch'), value: all('number', { year: String(objection.year), number: objection.number }) },
    { id: 'record', term: t('record'), value: [record.maskedName, record.title, formatHours(record.hours, locale)].join(' · ') },
    { id: 'reason', term: t('reason'), value: <span className="whitespace-pre-line">{objection.reason}</span> },
    { id: 'contact', term: t('contact'), value: objection.contactMask },
  ]
  return <SummaryList items={items} />
}

async function History({ objection }: { objection: OwnObjection }) {
  const locale = await currentLocale()
  const events = objection.steps.map(({ id, event, at, reason }) => ({ id, event: event as EventOf<'objection'>, at, by: null, reason }))
  return <EventTimeline machine="objection" locale={locale} events={events} />
}
