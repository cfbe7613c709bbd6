import { useTranslations } from 'next-intl'
import { countOf, RecordChanges } from '@/components/record/changes'
import { Due } from '@/components/record/due'
import { EventTimeline } from '@/components/record/timeline'
import { Disclosure } from '@/components/ui/disclosure'
import { formatDate, formatDateRange } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import type { RecordPage } from '@/lib/server/record/read-record'
import type { RecordEvent } from '@/lib/workflow/events'
import { isInGroup } from '@/lib/workflow/state-groups'

/** Who did what, when and why, with what comes next as the open end. */
export function RecordHistory({ record, bureau, locale }: { record: RecordPage; bureau: string; locale: Locale }) {
  const t = useTranslations('record')
  const common = useTranslations('common')
  const beside = useTranslations('beside.changes')
  const { waiting, state, events, period } = record
  const last = events.findLast((event) => event.event === 'publicize')
  return (
    <EventTimeline
      machine="record"
      locale={locale}
      events={events.map((event) => ({
        id: event.id,
        event: event.event as RecordEvent,
        at: event.at,
        by: [event.officeName, event.actorName].filter(Boolean).join(' ') || t('page.system'),
        reason: [event.reason, event.finding].filter(Boolean).join(' — ') || null,
        note: noteOf(event),
      }))}
      next={nextOf()}
    />
  )

  function noteOf({ id, event, evidence, changes }: RecordPage['events'][number]) {
    if (changes)
      return (
        <Disclosure summary={beside('count', { count: countOf(changes) })}>
          <RecordChanges changes={changes} category={record.content.category} locale={locale} sinceReturn={event === 'submit'} />
        </Disclosure>
      )
    if (evidence !== null && evidence > 0) return t('page.evidenceCount', { count: evidence })
    if (id !== last?.id || !period) return null
    const days = common('workingDays', { count: period.workingDays })
    return `${formatDateRange(period.startsOn, period.endsOn, locale)} · ${days}`
  }

  function nextOf() {
    const office = record.organizationName ?? t('office.employer')
    const { appealUntil, until, escalatableFrom } = waiting
    if (appealUntil) {
      const outside = record.decidedBy === 'city'
      return {
        when: t('next.until', { date: formatDate(appealUntil, locale, 'short') }),
        title: outside ? '' : t('action.appeal'),
        note: outside ? t('next.outside') : t('next.appeal', { date: formatDate(appealUntil, locale, 'short') }),
      }
    }
    if (waiting.for === null) return null
    const after = waiting.for === 'public'
    const when = until === null ? t('next.soon') : t(after ? 'next.after' : 'next.until', { date: formatDate(until, locale, 'short') })
    const due =
      until !== null && waiting.daysLeft !== null ? (
        <Due days={waiting.daysLeft} on={until} locale={locale} provisional={waiting.provisional} bare />
      ) : null
    const escalate =
      escalatableFrom && !record.escalated
        ? t('next.escalate', { date: formatDate(escalatableFrom, locale, 'short'), office: bureau })
        : null
    return {
      when,
      title: t(titleKey(), { office: waiting.for === 'bureau' ? bureau : office }),
      note: (
        <>
          {due}
          {due && escalate ? ' · ' : null}
          {escalate}
        </>
      ),
    }
  }

  function titleKey(): string {
    switch (waiting.for) {
      case 'self':
        return isInGroup('record', state, 'draft') ? 'next.selfDraft' : 'next.self'
      case 'public':
        return 'next.public'
      case 'employer':
        if (isInGroup('record', state, 'awaiting_publicity')) return 'next.employerPublicize'
        if (isInGroup('record', state, 'awaiting_finding')) return 'next.employerFinding'
        return waiting.periodOver ? 'next.employerConfirm' : 'next.employer'
      default:
        return 'next.bureau'
    }
  }
}
