import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Clause } from '@/components/record/clause'
import { EvidenceList } from '@/components/record/evidence-list'
import { StatusTag } from '@/components/record/status-tag'
import { Why } from '@/components/record/why'
import { type SummaryItem, SummaryList } from '@/components/ui/summary-list'
import { Tag } from '@/components/ui/tag'
import { currentLocale } from '@/lib/server/display'
import type { Review } from '@/lib/server/verification/read-review'
import { formatDate, formatDateRange, formatNumber } from '@/lib/words/format'

/** The record's data with what it is held against, and the proofs beside it. */
export async function Facts({ review }: { review: Review }) {
  const t = await getTranslations('employer.record')
  return (
    <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(12rem,18rem)] care:lg:grid-cols-1">
      <Data review={review} />
      <section aria-label={t('evidence')} className="min-w-0">
        <h2 className="mb-2 font-semibold">{t('evidence')}</h2>
        <EvidenceList
          pictures
          items={review.record.evidence.map(({ id, fileName, mediaType, bytes }) => ({
            id,
            href: `/api/files/evidence/${id}`,
            name: fileName,
            kind: mediaType === 'application/pdf' ? 'pdf' : mediaType === 'image/png' ? 'png' : 'jpeg',
            bytes,
          }))}
        />
      </section>
    </div>
  )
}

async function Data({ review }: { review: Review }) {
  const [t, terms, views, common, locale] = await Promise.all([
    getTranslations('employer.record'),
    getTranslations('terms'),
    getTranslations('views.record.field'),
    getTranslations('common'),
    currentLocale(),
  ])
  const { record, person, explanation, year, filing } = review
  const { content } = record
  const { details } = content
  const number = (value: number) => formatNumber(value, locale)
  const dates = content.completedOn ? formatDateRange(content.startedOn ?? content.completedOn, content.completedOn, locale) : null
  const rows: [string, ReactNode, ReactNode][] = [
    ['person', t('person'), person.name],
    ['department', t('department'), person.department],
    [
      'category',
      views('category'),
      join(
        terms(`category.${content.category}`),
        content.option && terms(`option.${content.category}.${content.option}`),
        details.author && terms(`author.${details.author}`),
      ),
    ],
    ['subject', views('subject'), content.subject ? terms(`subject.${content.subject}`) : null],
    ['dates', views('dates'), join(dates, quantityWords())],
    ['filing', views('filing'), filing ? filingWords(filing) : null],
    ['platform', views('platform'), record.platformName],
    ['organizer', views('organizer'), content.organizer],
    ['number', t('number'), details.number ?? details.certificate ?? details.decision],
    ['unitApproved', views('unitApproved'), details.unitApproved === undefined ? null : common(details.unitApproved ? 'yes' : 'no')],
    ['assessment', views('assessment'), content.assessment],
    ['worth', t('worth'), explanation ? worthWords(explanation) : null],
    ['year', common('year', { year: String(content.year) }), yearWords()],
    ['similar', t('similar'), similarWords()],
  ]
  return <SummaryList items={rows.flatMap(([id, term, value]): SummaryItem[] => (value ? [{ id, term, value }] : []))} />

  function quantityWords(): string | null {
    if (details.days !== undefined) return common('days', { value: details.days })
    if (details.times !== undefined) return t('quantityTimes', { count: details.times })
    return details.courses === undefined ? null : t('quantityCourses', { count: details.courses })
  }

  function filingWords(found: NonNullable<Review['filing']>): ReactNode {
    if (!found.approvedOn) return <Tag tone="bad">{t('filingNone')}</Tag>
    return (
      <span className="flex flex-wrap items-center gap-x-2">
        {t('filingApproved', { number: found.number ?? found.title, date: formatDate(found.approvedOn, locale) })}
        <Tag tone={found.matches ? 'ok' : 'bad'}>{t(found.matches ? 'filingInTime' : 'filingLate')}</Tag>
      </span>
    )
  }

  function worthWords(why: NonNullable<Review['explanation']>): ReactNode {
    return (
      <>
        <span className="flex flex-wrap items-center gap-x-2">
          <b className="tabular-nums">{common('hours', { value: why.hours })}</b>
          <Clause id={why.clause} />
          <StatusTag status={why.status} />
        </span>
        {why.gate ? <span className="block font-semibold text-warn">{terms(`reason.${why.gate.reason}`)}</span> : null}
        <Why explanation={why} ruleSet={review.ruleSet} locale={locale} />
      </>
    )
  }

  function yearWords(): ReactNode {
    const { before, after, required } = year
    const lines = [
      { subject: terms('subjectShort.professional'), from: before.professional, to: after.professional, of: required.professional },
      { subject: t('total'), from: before.total, to: after.total, of: required.total },
    ]
    return (
      <>
        {lines.map(({ subject, from, to, of }) => (
          <span key={subject} className="mr-5 inline-block tabular-nums">
            {t('change', { subject, before: number(from), after: number(to), required: number(of) })}
          </span>
        ))}
        <span className="block text-muted text-sm">{t('changeHint')}</span>
      </>
    )
  }

  function similarWords(): ReactNode {
    if (review.similar.length === 0) return t('similarNone')
    return (
      <ul>
        {review.similar.map((other) => (
          <li key={other.id}>
            <Tag tone="warn">{other.samePerson ? t('similarOwn', { title: other.title }) : t('similarOther')}</Tag>
          </li>
        ))}
      </ul>
    )
  }
}

function join(...words: (string | null | undefined | false)[]): string {
  return words.filter(Boolean).join(' · ')
}
