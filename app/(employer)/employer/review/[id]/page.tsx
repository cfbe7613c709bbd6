import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { StateTag } from '@/components/record/state-tag'
import { EventTimeline } from '@/components/record/timeline'
import { Notice } from '@/components/ui/notice'
import { Columns, PageHead, Section } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { now } from '@/lib/server/clock'
import { currentLocale } from '@/lib/server/display'
import { orNotFound, pageActor } from '@/lib/server/page'
import type { RecordPage } from '@/lib/server/record/read-record'
import { filtered, readSearch, type SearchParameters } from '@/lib/server/search'
import { readReview } from '@/lib/server/verification/read-review'
import { formatDate } from '@/lib/words/format'
import type { RecordEvent } from '@/lib/workflow/events'
import { ACTS, Decisions } from './_parts/decisions'
import { Facts } from './_parts/facts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('employer.review'))('name') }
}

/** One record for the unit's officer: what it says beside its proofs, what it is worth and why, what happened, what to decide. */
export default async function ReviewRecordPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>
  searchParams: SearchParameters
}) {
  const actor = await pageActor('employer_officer')
  const [{ id }, { act }, at, t, terms, common] = await Promise.all([
    params,
    readSearch(searchParams, { act: filtered(ACTS) }),
    now(),
    getTranslations('employer.record'),
    getTranslations('terms'),
    getTranslations('common'),
  ])
  const review = await orNotFound(readReview(actor, id, at))
  const { record, person } = review
  return (
    <>
      <PageHead
        title={record.content.title}
        lead={
          <span className="flex flex-wrap items-center gap-2">
            {[person.name, person.department].filter(Boolean).join(' · ')} · {common('hours', { value: record.hours })}
            <StateTag machine="record" state={record.state} />
          </span>
        }
        back={{ href: '/employer/review', text: t('back') }}
      />
      {record.isOwn ? <Notice tone="warn" title={t('own')} /> : null}
      {record.enteredBy ? (
        <Notice>
          {t('enteredBy', { role: [terms(`role.${record.enteredBy.role}`), record.enteredBy.name].filter(Boolean).join(' ') })}
        </Notice>
      ) : null}
      <Columns label={t('whatNow')} asideLast aside={<Decisions review={review} act={act} />}>
        <Sheet>
          <Facts review={review} />
          <Section title={t('timeline')}>
            <History record={record} />
          </Section>
        </Sheet>
      </Columns>
    </>
  )
}

async function History({ record }: { record: RecordPage }) {
  const [t, states, locale] = await Promise.all([getTranslations('employer.record'), getTranslations('states'), currentLocale()])
  const { events, waiting } = record
  return (
    <EventTimeline
      machine="record"
      locale={locale}
      events={events.map(({ id, event, at, actorName, officeName, reason, finding, evidence }) => ({
        id,
        event: event as RecordEvent,
        at,
        by: [officeName, actorName].filter(Boolean).join(' ') || null,
        reason,
        note:
          [finding ? t('finding', { finding }) : null, evidence ? t('evidenceCount', { count: evidence }) : null]
            .filter(Boolean)
            .join(' · ') || null,
      }))}
      next={
        waiting.for
          ? {
              when: waiting.until ? t('until', { date: formatDate(waiting.until, locale) }) : '',
              title: t('waits', { whom: states(`waits.${waiting.for}`) }),
            }
          : null
      }
    />
  )
}
