import { useTranslations } from 'next-intl'
import { type ChangesData, countOf, RecordChanges } from '@/components/record/changes'
import { EventTimeline } from '@/components/record/timeline'
import { Disclosure } from '@/components/ui/disclosure'
import { formatDate } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import type { Assignee } from '@/lib/workflow/assignee'
import type { RecordEvent } from '@/lib/workflow/events'

interface PastEvent {
  id: string
  event: string
  at: string
  actorName: string | null
  officeName: string | null
  reason: string | null
  finding: string | null
  evidence: number | null
  changes: ChangesData | null
}

/** The events of a record, for its reviewers, and who has to act next. */
export function ReviewHistory({
  category,
  events,
  waiting,
  locale,
}: {
  category: string
  events: readonly PastEvent[]
  waiting: { for: Assignee; until: string | null }
  locale: Locale
}) {
  const t = useTranslations('review')
  const beside = useTranslations('beside.changes')
  const states = useTranslations('states')
  return (
    <EventTimeline
      machine="record"
      locale={locale}
      events={events.map(({ id, event, at, actorName, officeName, reason, finding, evidence, changes }) => ({
        id,
        event: event as RecordEvent,
        at,
        by: [officeName, actorName].filter(Boolean).join(' ') || null,
        reason,
        note: (
          <>
            {[finding && t('finding', { finding }), evidence !== null && evidence > 0 && t('evidenceCount', { count: evidence })]
              .filter(Boolean)
              .join(' · ')}
            {changes ? (
              <Disclosure summary={beside('count', { count: countOf(changes) })}>
                <RecordChanges changes={changes} category={category} locale={locale} sinceReturn={event === 'submit'} />
              </Disclosure>
            ) : null}
          </>
        ),
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
