import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Clause } from '@/components/record/clause'
import { EvidenceList } from '@/components/record/evidence-list'
import { StateTag } from '@/components/record/state-tag'
import { StatusTag } from '@/components/record/status-tag'
import { Why } from '@/components/record/why'
import { TextLink } from '@/components/ui/link'
import { type SummaryItem, SummaryList } from '@/components/ui/summary-list'
import { Tag } from '@/components/ui/tag'
import type { Review } from '@/lib/server/verification/read-review'
import { formatDate, formatDateRange, formatNumber } from '@/lib/words/format'
import { localeFrom } from '@/lib/words/locales'

/** What a reviewer looks at: the data with what they are held against on the left, the proofs beside them. */
export async function ReviewFacts({ review }: { review: Review }) {
  const t = await getTranslations('bureau.review')
  return (
    <div className="grid gap-6 xl:grid-cols-[minmax(0,1fr)_minmax(14rem,22rem)]">
      <ReviewSummary review={review} />
      <section aria-label={t('evidence')} className="min-w-0 border-line border-t pt-4 xl:border-t-0 xl:border-l xl:pt-0 xl:pl-6">
        <h3 className="mb-2 font-semibold">{t('evidence')}</h3>
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

async function ReviewSummary({ review }: { review: Review }) {
  const [t, terms, views, common, locale] = await Promise.all([
    getTranslations('bureau.review'),
    getTranslations('terms'),
    getTranslations('views.record.field'),
    getTranslations('common'),
    getLocale().then(localeFrom),
  ])
  const { record, person, explanation } = review
  const { content } = record
  const { details } = content
  const number = (value: number) => formatNumber(value, locale)
  const quantity =
    details.days !== undefined
      ? common('days', { value: details.days })
      : details.times !== undefined
        ? t('times', { count: details.times })
        : details.courses !== undefined
          ? t('courses', { count: details.courses })
          : null
  const dates = content.completedOn ? formatDateRange(content.startedOn ?? content.completedOn, content.completedOn, locale) : null
  const rows: [string, ReactNode, ReactNode][] = [
    ['person', t('person'), `${person.name} · ${person.idNumberMask}`],
    [
      'employer',
      t('employer'),
      [record.organizationName ?? (person.employment ? terms(`employmentKind.${person.employment}`) : null), person.department]
        .filter(Boolean)
        .join(' · '),
    ],
    [
      'category',
      views('category'),
      [
        terms(`category.${content.category}`),
        content.option ? terms(`option.${content.category}.${content.option}`) : null,
        details.author ? terms(`author.${details.author}`) : null,
      ]
        .filter(Boolean)
        .join(' · '),
    ],
    ['subject', views('subject'), content.subject ? terms(`subject.${content.subject}`) : null],
    ['dates', views('dates'), [dates, quantity].filter(Boolean).join(' · ')],
    ['filing', views('filing'), review.filing ? <FilingMatch filing={review.filing} /> : null],
    ['platform', views('platform'), record.platformName],
    ['organizer', views('organizer'), content.organizer],
    ['number', t('number'), details.number ?? details.certificate ?? details.decision],
    ['unitApproved', views('unitApproved'), details.unitApproved === undefined ? null : common(details.unitApproved ? 'yes' : 'no')],
    ['assessment', views('assessment'), content.assessment],
    [
      'worth',
      t('worth'),
      explanation ? (
        <div>
          <span className="flex flex-wrap items-center gap-x-2">
            <b className="tabular-nums">{common('hours', { value: explanation.hours })}</b>
            <Clause id={explanation.clause} />
            <StatusTag status={explanation.status} />
          </span>
          {explanation.gate ? <span className="block font-semibold text-warn">{terms(`reason.${explanation.gate.reason}`)}</span> : null}
          <Why explanation={explanation} ruleSet={review.ruleSet} locale={locale} />
        </div>
      ) : null,
    ],
    [
      'year',
      common('year', { year: String(content.year) }),
      <span key="year" className="tabular-nums">
        {t('change', {
          subject: terms('subjectShort.professional'),
          before: number(review.year.before.professional),
          after: number(review.year.after.professional),
          required: number(review.year.required.professional),
        })}
        <span className="ml-4 inline-block">
          {t('change', {
            subject: t('total'),
            before: number(review.year.before.total),
            after: number(review.year.after.total),
            required: number(review.year.required.total),
          })}
        </span>
      </span>,
    ],
    ['similar', t('similar'), <Similar key="similar" review={review} />],
  ]
  const items = rows.flatMap(([id, term, value]): SummaryItem[] => (value ? [{ id, term, value }] : []))
  return <SummaryList items={items} />

  function FilingMatch({ filing }: { filing: NonNullable<Review['filing']> }) {
    if (!filing.approvedOn) return <Tag tone="bad">{t('filingNone')}</Tag>
    return (
      <span className="flex flex-wrap items-center gap-x-2">
        {t('filingApproved', { number: filing.number ?? filing.title, date: formatDate(filing.approvedOn, locale) })}
        <Tag tone={filing.matches ? 'ok' : 'bad'}>{t(filing.matches ? 'filingInTime' : 'filingLate')}</Tag>
      </span>
    )
  }
}

async function Similar({ review }: { review: Review }) {
  const t = await getTranslations('bureau.review')
  if (review.similar.length === 0) return <span>{t('similarNone')}</span>
  return (
    <ul>
      {review.similar.map((other) => (
        <li key={other.id} className="flex flex-wrap items-center gap-x-2">
          <Tag tone="warn">{t(other.samePerson ? 'similarOwn' : 'similarOther')}</Tag>
          {other.visible ? <TextLink href={`/bureau/records/${other.id}`}>{other.title}</TextLink> : other.title}
          <span className="text-muted text-sm">
            {other.personName} · {other.year}
          </span>
          <StateTag machine="record" state={other.state} />
        </li>
      ))}
    </ul>
  )
}
