import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { StateTag } from '@/components/record/state-tag'
import { ReviewFacts } from '@/components/review/facts'
import { ReviewHistory } from '@/components/review/history'
import { Notice } from '@/components/ui/notice'
import { Columns, PageHead, Section } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { enumParam, readSearch, type SearchParameters } from '@/lib/server/input/search'
import { readReview } from '@/lib/server/record/review/read-review'
import { now } from '@/lib/server/runtime/clock'
import { currentLocale } from '@/lib/server/web/display'
import { orNotFound, pageActor } from '@/lib/server/web/page'
import { ACTS, Decisions } from './_parts/decisions'

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
  const [{ id }, { act }, at, locale, t, terms, common] = await Promise.all([
    params,
    readSearch(searchParams, { act: enumParam(ACTS) }),
    now(),
    currentLocale(),
    getTranslations('employer.record'),
    getTranslations('terms'),
    getTranslations('common'),
  ])
  const review = await orNotFound(readReview(actor, id, at))
  const { record, person } = review
  const waits = ACTS.some((event) => review.actions.includes(event))
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
        back={waits ? { href: '/employer/review', text: t('back') } : { href: '/employer/records', text: t('backToFound') }}
      />
      {record.isOwn ? <Notice tone="warn" title={t('own')} /> : null}
      {record.enteredBy ? (
        <Notice>
          {t('enteredBy', { role: [terms(`role.${record.enteredBy.role}`), record.enteredBy.name].filter(Boolean).join(' ') })}
        </Notice>
      ) : null}
      <Columns label={t('whatNow')} asideLast aside={<Decisions review={review} act={act} />}>
        <Sheet>
          <ReviewFacts review={review} locale={locale} recordHref={(other) => `/employer/review/${other}`} />
          <Section title={t('timeline')}>
            <ReviewHistory category={record.content.category} events={record.events} waiting={record.waiting} locale={locale} />
          </Section>
        </Sheet>
      </Columns>
    </>
  )
}
