import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { EvidenceList } from '@/components/record/evidence-list'
import { StateTag } from '@/components/record/state-tag'
import { WhyLines } from '@/components/record/why'
import { TextLink } from '@/components/ui/link'
import { type SummaryItem, SummaryList } from '@/components/ui/summary-list'
import { Tag } from '@/components/ui/tag'
import { currentLocale } from '@/lib/server/display'
import type { Review } from '@/lib/server/verification/read-review'
import { formatDate, formatDateRange, formatNumber } from '@/lib/words/format'

/** What a reviewer looks at: the data with what they are held against on the left, the proofs beside them. */
export async function ReviewFacts({ review }: { review: Review }) {
  const t = await getTranslations('bureau.review')
  return (
    <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_15rem] care:lg:grid-cols-1">
      <ReviewSummary review={review} />
      <section
        aria-label={t('evidence')}
        className="min-w-0 border-line border-t pt-4 lg:border-t-0 lg:border-l lg:pt-0 lg:pl-6 care:lg:border-t care:lg:border-l-0 care:lg:pt-4 care:lg:pl-0"
      >
        {/* The section has the name already; what heading it would be differs from page to page. */}
        <p aria-hidden="true" className="mb-2 font-semibold">
          {t('evidence')}
        </p>
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
    currentLocale(),
  ])
  const { record, person, explanation } = review
  const { content } = record
  const { details } = content
  const quantity =
    details.days !== undefined
      ? common('days', { value: details.days })
      : details.times !== undefined
        ? t('times', { count: details.times })
        : details.courses !== undefined
          ? t('courses', { count: details.courses })
          : null
  const dates = content.completedOn ? formatDateRange(content.startedOn ?? content.completedOn, content.completedOn, locale) : null
  const filing = review.filing ? <FilingMatch filing={review.filing} /> : null
  const worth = <Worth review={review} />
  const yearChange = <YearChange review={review} />
  const similar = <Similar review={review} />
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
    ['filing', views('filing'), filing],
    ['platform', views('platform'), record.platformName],
    ['organizer', views('organizer'), content.organizer],
    ['number', t('number'), details.number ?? details.certificate ?? details.decision],
    ['unitApproved', views('unitApproved'), details.unitApproved === undefined ? null : common(details.unitApproved ? 'yes' : 'no')],
    ['assessment', views('assessment'), content.assessment],
    ['worth', t('worth'), explanation ? worth : null],
    ['year', common('year', { year: String(content.year) }), yearChange],
    ['similar', t('similar'), similar],
  ]
  const items = rows.flatMap(([id, term, value]): SummaryItem[] => (value ? [{ id, term, value }] : []))
  return <SummaryList items={items} />
}

async function FilingMatch({ filing }: { filing: NonNullable<Review['filing']> }) {
  const [t, locale] = await Promise.all([getTranslations('bureau.review'), currentLocale()])
  if (!filing.approvedOn) return <Tag tone="bad">{t('filingNone')}</Tag>
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      {t('filingApproved', { number: filing.number ?? filing.title, date: formatDate(filing.approvedOn, locale) })}
      <Tag tone={filing.matches ? 'ok' : 'bad'}>{t(filing.matches ? 'filingInTime' : 'filingLate')}</Tag>
    </span>
  )
}

/** What the record is worth, why, and what took hours away. */
async function Worth({ review }: { review: Review }) {
  const locale = await currentLocale()
  return review.explanation ? <WhyLines explanation={review.explanation} ruleSet={review.ruleSet} locale={locale} /> : null
}

/** What the year holds now, and what it would hold with this record. */
async function YearChange({ review }: { review: Review }) {
  const [t, terms, locale] = await Promise.all([getTranslations('bureau.review'), getTranslations('terms'), currentLocale()])
  const { before, after, required } = review.year
  const changes = before.total !== after.total || before.professional !== after.professional
  const hours = (subject: string, from: number, to: number, least: number) => {
    const after = formatNumber(to, locale)
    const required = formatNumber(least, locale)
    return changes
      ? t('change', { subject, before: formatNumber(from, locale), after, required })
      : t('stands', { subject, hours: after, required })
  }
  return (
    <span className="flex flex-wrap gap-x-5 tabular-nums">
      <span>{hours(terms('subjectShort.professional'), before.professional, after.professional, required.professional)}</span>
      <span>{hours(t('total'), before.total, after.total, required.total)}</span>
    </span>
  )
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
