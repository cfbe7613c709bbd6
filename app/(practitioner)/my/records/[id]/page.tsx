import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EvidenceList } from '@/components/record/evidence-list'
import { evidenceViews } from '@/components/record/evidence-views'
import { StateTag } from '@/components/record/state-tag'
import { StatusTag } from '@/components/record/status-tag'
import { RecordSummary } from '@/components/record/summary'
import { WhyLines } from '@/components/record/why'
import { Notice } from '@/components/ui/notice'
import { Columns, PageHead, Section } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { enumParam, readSearch, type SearchParameters } from '@/lib/server/input/search'
import { readRecord } from '@/lib/server/record/read-record'
import { now } from '@/lib/server/runtime/clock'
import { currentLocale } from '@/lib/server/web/display'
import { orNotFound, pageActor } from '@/lib/server/web/page'
import { summaryOf } from '../_parts/record-view'
import { bureauOf } from './_parts/bureau-of'
import { RecordActions } from './_parts/record-actions'
import { RecordHistory } from './_parts/record-history'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('record'))('page.data') }
}

const DONE = ['submitted', 'withdrawn', 'disowned', 'escalated', 'appealed'] as const

/** A record: what it says, what it is worth, what happened, what comes next, what can be done now. */
export default async function RecordPage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: SearchParameters }) {
  const [actor, { id }, { done }, t, terms, locale] = await Promise.all([
    pageActor('practitioner'),
    params,
    readSearch(searchParams, { done: enumParam(DONE) }),
    getTranslations('record'),
    getTranslations('terms'),
    currentLocale(),
  ])
  const record = await orNotFound(readRecord(actor, id, await now()))
  const { content, line } = record
  const subject = content.subject ? terms(`subject.${content.subject}`) : null
  const bureau = await bureauOf(record)
  return (
    <>
      <PageHead
        title={content.title || t('page.untitled', { category: terms(`category.${content.category}`) })}
        lead={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span>{[terms(`category.${content.category}`), subject].filter(Boolean).join(' · ')}</span>
            {line ? <b className="text-ink">{t('page.lineHours', { hours: record.hours })}</b> : null}
            <StateTag machine="record" state={record.state} />
            {line && line.counted > 0 ? <StatusTag status={line.status} /> : null}
          </span>
        }
        back={{ href: '/my/records', text: t('page.back') }}
      />
      {done ? (
        <Notice
          tone="ok"
          live
          title={t(`page.done.${done}`, {
            who: done === 'submitted' && record.path === 'employer' ? (record.organizationName ?? t('office.employer')) : bureau,
          })}
        />
      ) : null}
      <Columns label={t('page.actions')} aside={<RecordActions record={record} bureau={bureau} />}>
        <Sheet>
          {record.enteredBy ? (
            <Notice>{t('page.enteredBy', { role: terms(`role.${record.enteredBy.role}`), name: record.enteredBy.name ?? '' })}</Notice>
          ) : null}
          <Section title={t('page.history')}>
            <RecordHistory record={record} bureau={bureau} locale={locale} />
          </Section>
          {record.explanation && record.ruleSet ? (
            <Section title={t('page.line')}>
              {line && line.counted !== line.hours ? <p className="mb-2">{t('page.lineCounted', { counted: line.counted })}</p> : null}
              <WhyLines explanation={record.explanation} ruleSet={record.ruleSet} locale={locale} />
            </Section>
          ) : null}
          <Section title={t('page.data')}>
            <RecordSummary record={summaryOf(content, record)} locale={locale} />
          </Section>
          <Section title={t('page.evidence')}>
            <EvidenceList items={evidenceViews(record.evidence)} pictures />
          </Section>
        </Sheet>
      </Columns>
    </>
  )
}
