import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { RecordChanges } from '@/components/record/changes'
import { EvidenceList } from '@/components/record/evidence-list'
import { evidenceViews } from '@/components/record/evidence-views'
import { FilingComparison, FilingTag } from '@/components/record/filing-comparison'
import { WhyLines } from '@/components/record/why'
import { type SummaryItem, SummaryList } from '@/components/ui/summary-list'
import { Tag } from '@/components/ui/tag'
import { formatDateRange } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import { SimilarRecords } from './similar-records'
import type { ReviewData } from './types'
import { YearChange } from './year-change'

interface FactsProps {
  review: ReviewData
  locale: Locale
  /** The page of another record about the same document. */
  recordHref: (id: string) => string
}

/** The facts for a review by employer or bureau: the record's data, what they are compared with, and the proofs. */
export function ReviewFacts(props: FactsProps) {
  const t = useTranslations('review')
  const beside = useTranslations('beside')
  const { locale } = props
  const { record, filing } = props.review
  // For a record that was returned several times: the changes of the last submission.
  const changes = record.events.findLast((event) => event.changes !== null)?.changes ?? null
  return (
    <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_15rem] care:lg:grid-cols-1">
      <div className="min-w-0">
        {changes ? (
          <section aria-label={beside('changes.title')} className="mb-5 border-warn border-l-4 pl-4">
            <p aria-hidden="true" className="mb-1 font-semibold">
              {beside('changes.title')}
            </p>
            <RecordChanges changes={changes} category={record.content.category} locale={locale} />
          </section>
        ) : null}
        <Data {...props} />
        {filing !== null && filing !== 'missing' ? (
          <section aria-label={beside('filing.title')} className="mt-5 border-line border-t pt-4">
            <p aria-hidden="true" className="mb-1 font-semibold">
              {beside('filing.title')}
            </p>
            <FilingComparison filing={filing} locale={locale} />
          </section>
        ) : null}
      </div>
      <section
        aria-label={t('evidence')}
        className="min-w-0 border-line border-t pt-4 lg:border-t-0 lg:border-l lg:pt-0 lg:pl-6 care:lg:border-t care:lg:border-l-0 care:lg:pt-4 care:lg:pl-0"
      >
        {/* Not a heading, because its level would differ between pages; the section has the name as its label. */}
        <p aria-hidden="true" className="mb-2 font-semibold">
          {t('evidence')}
        </p>
        <EvidenceList pictures items={evidenceViews(props.review.record.evidence)} />
      </section>
    </div>
  )
}

function Data({ review, locale, recordHref }: FactsProps) {
  const t = useTranslations('review')
  const terms = useTranslations('terms')
  const views = useTranslations('views.record.field')
  const common = useTranslations('common')
  const { record, person, explanation, filing } = review
  const { content } = record
  const { details } = content
  const dates = content.completedOn ? formatDateRange(content.startedOn ?? content.completedOn, content.completedOn, locale) : null
  const match = filing === 'missing' ? <Tag tone="bad">{t('filingNone')}</Tag> : filing ? <FilingTag filing={filing} /> : null
  const hoursExplained = explanation ? <WhyLines explanation={explanation} ruleSet={review.ruleSet} locale={locale} /> : null
  const yearChange = <YearChange year={review.year} locale={locale} />
  const similar = <SimilarRecords similar={review.similar} recordHref={recordHref} />
  const rows: [string, ReactNode, ReactNode][] = [
    ['person', t('person'), `${person.name} · ${person.idNumberMask}`],
    [
      'employer',
      t('employer'),
      joined(record.organizationName ?? (person.employment && terms(`employmentKind.${person.employment}`)), person.department),
    ],
    [
      'category',
      views('category'),
      joined(
        terms(`category.${content.category}`),
        content.option && terms(`option.${content.category}.${content.option}`),
        details.author && terms(`author.${details.author}`),
      ),
    ],
    ['subject', views('subject'), content.subject ? terms(`subject.${content.subject}`) : null],
    ['dates', views('dates'), joined(dates, quantity())],
    ['filing', views('filing'), match],
    ['platform', views('platform'), record.platformName],
    ['organizer', views('organizer'), content.organizer],
    ['number', t('number'), details.number ?? details.certificate ?? details.decision],
    ['unitApproved', views('unitApproved'), details.unitApproved === undefined ? null : common(details.unitApproved ? 'yes' : 'no')],
    ['assessment', views('assessment'), content.assessment],
    ['worth', t('worth'), hoursExplained],
    ['year', common('year', { year: String(content.year) }), yearChange],
    ['similar', t('similar'), similar],
  ]
  return <SummaryList items={rows.flatMap(([id, term, value]): SummaryItem[] => (value ? [{ id, term, value }] : []))} />

  function quantity(): string | null {
    if (details.days !== undefined) return common('days', { value: details.days })
    if (details.times !== undefined) return t('times', { count: details.times })
    return details.courses === undefined ? null : t('courses', { count: details.courses })
  }
}

function joined(...words: (string | null | undefined | false)[]): string {
  return words.filter(Boolean).join(' · ')
}
