import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Due } from '@/components/record/due'
import { EvidenceList } from '@/components/record/evidence-list'
import { StateTag } from '@/components/record/state-tag'
import { EventTimeline } from '@/components/record/timeline'
import { TextLink } from '@/components/ui/link'
import { Columns, PageHead, Section } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { type SummaryItem, SummaryList } from '@/components/ui/summary-list'
import { formatDate, formatDateRange, formatNumber } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import type { EventOf } from '@/lib/workflow/events'
import { outcomeWords } from './outcome'
import type { CaseView } from './types'

const KINDS = { 'application/pdf': 'pdf', 'image/jpeg': 'jpeg', 'image/png': 'png' } as const

/** A case with its facts and history; the page passes the actions of its reader as `aside`. */
export function CasePageView({
  about,
  back,
  recordHref,
  aside,
  notice,
  below,
  locale,
}: {
  about: CaseView
  back: string
  /** The page of the record; left out where the reader may not see it. */
  recordHref?: string | null
  aside: ReactNode
  notice?: ReactNode
  /** Shown under the proofs: the form that adds one. */
  below?: ReactNode
  locale: Locale
}) {
  const t = useTranslations('cases')
  return (
    <>
      <PageHead
        title={`${t(`kind.${about.kind}`)} · ${about.record?.title ?? about.filing?.title ?? ''}`}
        lead={<StateTag machine="case" state={about.state} />}
        back={{ href: back, text: t('page.back') }}
      />
      {notice}
      <Columns label={t('page.whatNow')} asideLast aside={aside}>
        <Sheet>
          <Section title={t('page.facts')}>
            <Facts about={about} recordHref={recordHref ?? null} locale={locale} />
          </Section>
          <Section title={t('page.evidence')}>
            {about.evidence.length > 0 ? (
              <EvidenceList
                pictures
                items={about.evidence.map(({ id, fileName, mediaType, bytes }) => ({
                  id,
                  href: `/api/files/evidence/${id}`,
                  name: fileName,
                  kind: KINDS[mediaType as keyof typeof KINDS] ?? 'pdf',
                  bytes,
                }))}
              />
            ) : (
              <p className="text-muted">{t('page.noEvidence')}</p>
            )}
            {below}
          </Section>
          <Section title={t('page.history')}>
            <EventTimeline
              machine="case"
              locale={locale}
              events={about.events.map(({ id, event, at, actorName, officeName, reason }) => ({
                id,
                event: event as EventOf<'case'>,
                at,
                by: [officeName, actorName].filter(Boolean).join(' ') || null,
                reason,
              }))}
            />
          </Section>
        </Sheet>
      </Columns>
    </>
  )
}

function Facts({ about, recordHref, locale }: { about: CaseView; recordHref: string | null; locale: Locale }) {
  const t = useTranslations('cases')
  const { filing, record, due } = about
  const items: SummaryItem[] = [
    { id: 'person', term: t('page.person'), value: `${about.person.name} ${about.person.numberMask}` },
    { id: 'reason', term: t('page.reason'), value: <span className="whitespace-pre-line">{about.reason}</span> },
  ]
  if (about.days !== null) items.push({ id: 'days', term: t('page.days'), value: t('page.daysValue', { days: daysOf(about.days) }) })
  if (filing) {
    const when = formatDateRange(filing.startsOn, filing.endsOn, locale)
    const value = [filing.title, filing.number, filing.provider, when].filter(Boolean).join(' · ')
    items.push({ id: 'training', term: t('page.training'), value })
  }
  if (record) {
    items.push({
      id: 'record',
      term: t('page.record'),
      value: (
        <>
          {record.title} <StateTag machine="record" state={record.state} />
          {recordHref ? (
            <TextLink href={recordHref} className="flex min-h-11 w-fit items-center">
              {t('page.recordOpen')}
            </TextLink>
          ) : null}
        </>
      ),
    })
  }
  items.push({ id: 'raised', term: t('page.raised'), value: formatDate(about.raisedOn, locale) })
  if (due)
    items.push({ id: 'due', term: t('page.due'), value: <Due days={due.days} on={due.on} provisional={due.provisional} locale={locale} /> })
  if (about.outcome) items.push({ id: 'outcome', term: t('page.outcome'), value: outcomeWords(t, about.kind, about.outcome) })
  if (about.answer) items.push({ id: 'answer', term: t('page.answer'), value: <span className="whitespace-pre-line">{about.answer}</span> })
  return <SummaryList items={items} />

  // The English message needs the number for its plural; the Chinese one shows a formatted text.
  function daysOf(days: number): string | number {
    return locale === 'en' ? days : formatNumber(days, locale)
  }
}
